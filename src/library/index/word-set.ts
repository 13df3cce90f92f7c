/** Words as bytes, each once: an open table of hashes over one long run of letters. */
export class WordSet {
  /** By hash: the number of the word, from 1. */
  #table = new Uint32Array(1 << 16);
  #hashes = new Int32Array(1 << 15);
  /** Where each word begins; it ends where the next one does. */
  #starts = new Uint32Array(1 << 15);
  #letters: Buffer = Buffer.alloc(1 << 18);
  #count = 0;
  #told = 0;

  /** Adds the word that bytes from `start` to `end` are, with their hash. */
  add(bytes: Uint8Array, start: number, end: number, hash: number): void {
    const mask = this.#table.length - 1;
    let at = (hash ^ (hash >>> 15)) & mask;
    for (let number = this.#table[at]; number; number = this.#table[at]) {
      if (this.#hashes[number - 1] === hash && this.#is(number - 1, bytes, start, end)) return;
      at = (at + 1) & mask;
    }
    this.#append(bytes, start, end, hash);
    this.#table[at] = this.#count;
    if (this.#count * 2 > this.#table.length) this.#grow();
  }

  /** As {@link add}, for bytes whose hash is not known yet. */
  addHashed(bytes: Uint8Array, start: number, end: number): void {
    let hash = 0;
    for (let at = start; at < end; at += 1)
      hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    this.add(bytes, start, end, hash);
  }

  /** The words that were added since this was last asked. */
  fresh(): string[] {
    const words: string[] = [];
    for (; this.#told < this.#count; this.#told += 1) {
      const start = this.#starts[this.#told] as number;
      words.push(this.#letters.toString('utf8', start, this.#starts[this.#told + 1]));
    }
    return words;
  }

  #is(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const from = this.#starts[number] as number;
    if ((this.#starts[number + 1] as number) - from !== end - start) return false;
    for (let at = start; at < end; at += 1)
      if (this.#letters[from + at - start] !== bytes[at]) return false;
    return true;
  }

  #append(bytes: Uint8Array, start: number, end: number, hash: number): void {
    const from = this.#starts[this.#count] as number;
    const to = from + end - start;
    if (to > this.#letters.length) this.#letters = Buffer.concat([this.#letters, Buffer.alloc(to)]);
    this.#letters.set(bytes.subarray(start, end), from);
    this.#hashes[this.#count] = hash;
    this.#count += 1;
    if (this.#count + 1 >= this.#starts.length) {
      this.#starts = copied(this.#starts, new Uint32Array(this.#starts.length * 2));
      this.#hashes = copied(this.#hashes, new Int32Array(this.#hashes.length * 2));
    }
    this.#starts[this.#count] = to;
  }

  #grow(): void {
    this.#table = new Uint32Array(this.#table.length * 2);
    const mask = this.#table.length - 1;
    for (let number = 0; number < this.#count; number += 1) {
      const hash = this.#hashes[number] as number;
      let at = (hash ^ (hash >>> 15)) & mask;
      while (this.#table[at]) at = (at + 1) & mask;
      this.#table[at] = number + 1;
    }
  }
}

function copied<Numbers extends Uint32Array | Int32Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from);
  return to;
}
