import type { Block } from './blocks.ts';
import type { Cluster } from './extent.ts';
import type { Hit } from './finder.ts';

/** What a heading is worth less than a sentence, in words. */
const HEADING = 0.4;
/** What a word in another form than asked for is worth less. */
const INEXACT = 0.25;

/** The best of all clusters that fit the room: two ends that move over the hits once. */
export function bestOf(
  hits: readonly Hit[],
  blocks: readonly Block[],
  room: number,
): Cluster | undefined {
  const window = new Window(hits, room);
  let best: { cluster: Cluster; value: number } | undefined;
  let at = 0;
  for (const hit of hits) {
    while ((blocks[at + 1]?.start ?? Number.POSITIVE_INFINITY) <= hit.start) at += 1;
    const block = blocks[at]!;
    const { start, value } = window.upTo(hit, block);
    if (!best || value > best.value) best = { cluster: { start, end: hit.end, block }, value };
  }
  return best?.cluster;
}

/** The hits that are together, and how often each word of the query is among them. */
class Window {
  readonly #hits: readonly Hit[];
  readonly #room: number;
  readonly #any = new Map<number, number>();
  readonly #exact = new Map<number, number>();
  #first = 0;

  constructor(hits: readonly Hit[], room: number) {
    this.#hits = hits;
    this.#room = room;
  }

  /** Takes in the next hit and leaves out those that are too far from it, or have come again since. */
  upTo(last: Hit, block: Block): { start: number; value: number } {
    this.#add(last, 1);
    let first = this.#hits[this.#first] ?? last;
    while (first !== last && this.#isLeft(first, last, block)) {
      this.#add(first, -1);
      this.#first += 1;
      first = this.#hits[this.#first] ?? last;
    }
    const near = (last.end - first.start) / this.#room / 2;
    return { start: first.start, value: this.#value - near - (block.depth > 0 ? HEADING : 0) };
  }

  #isLeft(hit: Hit, last: Hit, block: Block): boolean {
    if (hit.start < block.start || last.end - hit.start > this.#room) return true;
    if ((this.#any.get(hit.word) ?? 0) < 2) return false;
    return !hit.exact || (this.#exact.get(hit.word) ?? 0) > 1;
  }

  #add({ word, exact }: Hit, step: number): void {
    this.#any.set(word, (this.#any.get(word) ?? 0) + step);
    if (exact) this.#exact.set(word, (this.#exact.get(word) ?? 0) + step);
  }

  get #value(): number {
    let value = 0;
    for (const [word, count] of this.#any) {
      if (count > 0) value += (this.#exact.get(word) ?? 0) > 0 ? 1 : 1 - INEXACT;
    }
    return value;
  }
}
