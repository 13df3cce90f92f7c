import { putVarint } from './leaf.ts';

/** The places of a word in one article, as FTS5 writes them. */
export class Places {
  bytes = new Uint8Array(1 << 12);
  size = 0;

  /** Begins a column that is not the first. */
  enter(column: number): void {
    if (this.size + 16 > this.bytes.length) this.#grow();
    this.bytes[this.size] = 1;
    this.size = putVarint(this.bytes, this.size + 1, column);
  }

  /** A place by how far it is from the one before in its column. */
  add(distance: number): void {
    if (this.size + 16 > this.bytes.length) this.#grow();
    this.size = putVarint(this.bytes, this.size, distance + 2);
  }

  #grow(): void {
    const bytes = new Uint8Array(this.bytes.length * 2);
    bytes.set(this.bytes);
    this.bytes = bytes;
  }
}
