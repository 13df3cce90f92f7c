import type { Block } from './blocks.ts';

/** A stretch of a text, in UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Hits near each other in one block. */
export interface Cluster extends Stretch {
  readonly block: Block;
}

/** Text that ends with the end of a sentence. */
export const STOPPED = /[.!?…。！？]["'”’)\]]{0,3}$/u;

/** Where the end of a sentence is searched for, of the room. */
const LATE = 0.6;
/** Room for what is before the first hit in a sentence that is too long, of all. */
const BEFORE = 0.25;

/** The stretch around a cluster that fits the room: the whole block, whole sentences, or from a word to a word. */
export function extentOf(text: string, { start, end, block }: Cluster, room: number): Stretch {
  if (block.end - block.start <= room) return block;
  const starts = sentenceStarts(text, start, block);
  const own = starts.at(-1) ?? block.start;
  // Near the end of the block there is room for sentences before.
  const fitting = starts.find((sentence) => block.end - sentence <= room);
  if (fitting !== undefined) return { start: fitting, end: block.end };
  const near = Math.max(block.start, start - room * BEFORE);
  const from = end - own <= room ? own : wordAfter(text, near, start);
  const limit = Math.max(end, from + room);
  if (limit >= block.end) return { start: from, end: block.end };
  const stop = from + lastStop(text.slice(from, limit + 1));
  const isLate = stop >= end && stop - from > room * LATE;
  return { start: from, end: isLate ? stop : wordBefore(text, limit, end) };
}

/** The places in a block, up to `at`, where a sentence begins. */
function sentenceStarts(text: string, at: number, block: Stretch): number[] {
  const before = text.slice(block.start, at);
  const stops = before.matchAll(/[.!?…]["'”’)\]]{0,3}\s+|[。！？]/gu);
  return [
    block.start,
    ...[...stops].map(({ index, 0: stop }) => block.start + index + stop.length),
  ];
}

/** Where the last sentence of a text ends; 0 where none does. */
function lastStop(text: string): number {
  const last = [...text.matchAll(/[.!?…]["'”’)\]]{0,3}(?=\s)|[。！？]/gu)].at(-1);
  return last ? last.index + last[0].length : 0;
}

/** The beginning of a word from `at` on, no later than `most`. */
function wordAfter(text: string, at: number, most: number): number {
  const from = Math.floor(at);
  const space = text.slice(from - 1, most).search(/\s\S/) - 1;
  if (space >= -1) return from + space + 1;
  return isLow(text, from) ? from + 1 : from;
}

/** The end of a word up to `at`, no sooner than `least`. */
function wordBefore(text: string, at: number, least: number): number {
  const part = text.slice(least, Math.floor(at) + 1);
  const space = part.search(/\s\S*$/);
  if (space >= 0) return least + space;
  const end = Math.floor(at);
  return isLow(text, end) ? end - 1 : end;
}

function isLow(text: string, at: number): boolean {
  return /[\udc00-\udfff\p{M}]/u.test(text.charAt(at));
}
