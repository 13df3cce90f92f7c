import { clusters, width as columnsOf, isNarrow } from '../model/width.ts';
import type { Box } from './fit.ts';
import type { Glue } from './glue.ts';
import type { HardBreak } from './hard-break.ts';
import type { Hyphenator } from './hyphenate.ts';
import { BREAK_NO, paragraphBreaks } from './line-break.ts';

/** What decides where a paragraph may be broken. */
export interface BoxOptions {
  readonly hardBreak: HardBreak;
  readonly hyphenate?: Hyphenator | undefined;
  readonly glue?: Glue | undefined;
}

/** The paragraph that is being cut into boxes. */
interface Cutting {
  readonly text: string;
  readonly width: number;
  readonly options: BoxOptions;
  /** Every character takes one column. */
  readonly narrow: boolean;
  /** Offset of the last word, which is never hyphenated. */
  readonly lastWord: number;
  readonly boxes: Box[];
}

/** A stretch between two break opportunities: its text ends at `stop`, white space goes on to `end`. */
interface Piece {
  readonly start: number;
  readonly stop: number;
  readonly space: number;
  readonly forced: boolean;
}

const NEWLINES = '\n\v\f\u0085\u2028\u2029';
const SOFT_HYPHEN = 0xad;
/** A run of letters as a dictionary would hold it; what is around it is punctuation. */
const WORD = /^[\p{P}\p{S}]*?([\p{L}\p{M}]{5,60})[\p{P}]*$/u;

/** A paragraph as boxes of at most `width` columns: words, parts of words, and what had to be cut to fit. */
export function boxesOf(text: string, width: number, options: BoxOptions): Box[] {
  const breaks = paragraphBreaks(text);
  options.glue?.(text, breaks);
  const lastWord = text.trimEnd().lastIndexOf(' ') + 1;
  const cutting: Cutting = { text, width, options, narrow: isNarrow(text), lastWord, boxes: [] };
  let start = 0;
  for (let at = 1; at <= text.length; at++) {
    if (breaks[at] === BREAK_NO && at < text.length) continue;
    push(cutting, pieceOf(text, start, at));
    start = at;
  }
  return cutting.boxes;
}

/** Columns of the longest stretch of a text that no line may be broken in. */
export function longestPiece(text: string): number {
  const breaks = paragraphBreaks(text);
  let longest = 0;
  let start = 0;
  for (let at = 1; at <= text.length; at++) {
    if (breaks[at] === BREAK_NO && at < text.length) continue;
    longest = Math.max(longest, columnsOf(text.slice(start, at).trimEnd()));
    start = at;
  }
  return longest;
}

function pieceOf(text: string, start: number, end: number): Piece {
  let stop = end;
  let space = 0;
  let forced = end === text.length;
  for (; stop > start && isSpace(text.charCodeAt(stop - 1)); stop--) {
    if (NEWLINES.includes(text.charAt(stop - 1))) forced = true;
    else space += 1;
  }
  return { start, stop, space, forced };
}

/** White space that is not shown at the end of a line; a no-break space is. */
function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 9 && code <= 13) ||
    code === 0x3000 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x85
  );
}

function push(cutting: Cutting, piece: Piece): void {
  const { text, width, narrow, boxes } = cutting;
  const { start, stop, space, forced } = piece;
  const columns = narrow ? stop - start : columnsOf(text.slice(start, stop));
  const hyphen = text.charCodeAt(stop - 1) === SOFT_HYPHEN ? 1 : 0;
  if (pushHyphenated(cutting, piece, columns, hyphen)) return;
  if (columns + hyphen > width) pushHard(cutting, piece);
  else {
    const penalty = hyphen > 0 ? hyphenPenalty(width) : endPenalty(text, piece, width);
    boxes.push({ start, end: stop, columns, space, hyphen, penalty, forced });
  }
}

/** A hyphen costs as much as a gap of an eighth of the line (measured: docs/typography.md). */
function hyphenPenalty(width: number): number {
  return (width / 8) ** 2;
}

/** A break after a word's own hyphen, or after "Di" or "In" at the start of a sentence, costs a little. */
function endPenalty(text: string, { start, stop }: Piece, width: number): number {
  if (text.charCodeAt(stop - 1) === 0x2d) return hyphenPenalty(width) / 2;
  if (stop - start > 3) return 0;
  return /^[A-Z][a-z]{0,2}$/.test(text.slice(start, stop)) ? (width / 12) ** 2 : 0;
}

/** Boxes of something too wide for any line. */
function pushHard(
  { text, width, options, boxes }: Cutting,
  { start, stop, space, forced }: Piece,
): void {
  const parts = punctuated(options.hardBreak(text.slice(start, stop), width), width);
  let at = start;
  parts.forEach((part, index) => {
    const last = index === parts.length - 1;
    const end = last ? stop : at + part.length;
    const columns = columnsOf(part);
    boxes.push({
      start: at,
      end,
      columns,
      space: last ? space : 0,
      hyphen: 0,
      penalty: 0,
      forced: last && forced,
    });
    at = end;
  });
}

/** Parts of which the last is not only the punctuation that ends a word: a character goes with it, if both fit. */
function punctuated(parts: string[], width: number): string[] {
  const [before = '', last = ''] = parts.slice(-2);
  const moved = clusters(before).at(-1)?.text ?? '';
  if (parts.length < 2 || moved.length === before.length || !/^\p{P}$/u.test(last)) return parts;
  if (columnsOf(moved + last) > width) return parts;
  return [...parts.slice(0, -2), before.slice(0, -moved.length), moved + last];
}

/** Boxes of the parts of a word that may be hyphenated; false when it may not, or when that is not enough. */
function pushHyphenated(cutting: Cutting, piece: Piece, columns: number, hyphen: number): boolean {
  const { text, width, options, narrow, lastWord, boxes } = cutting;
  const { start, stop, space, forced } = piece;
  const isWide = columns + hyphen > width;
  if (!options.hyphenate || columns < 5 || (start >= lastWord && !isWide)) return false;
  const cuts = cutsOf(text.slice(start, stop), options.hyphenate);
  if (isWide && widestPart(text.slice(start, stop), cuts) >= width) return false;
  let at = start;
  for (const cut of cuts) {
    const end = start + cut;
    const part = narrow ? end - at : columnsOf(text.slice(at, end));
    boxes.push({
      start: at,
      end,
      columns: part,
      space: 0,
      hyphen: 1,
      penalty: hyphenPenalty(width),
      forced: false,
    });
    at = end;
  }
  const rest = narrow ? stop - at : columnsOf(text.slice(at, stop));
  boxes.push({ start: at, end: stop, columns: rest, space, hyphen, penalty: 0, forced });
  return true;
}

/** Columns of the widest part that cuts leave of a word. */
function widestPart(body: string, cuts: readonly number[]): number {
  const ends = [...cuts, body.length];
  return Math.max(...ends.map((end, at) => columnsOf(body.slice(ends[at - 1] ?? 0, end))));
}

/** Words of one language that are remembered with their punctuation: prose says the same ones again and again. */
const MOST_KNOWN = 32_768;
const known = new WeakMap<Hyphenator, Map<string, readonly number[]>>();

/** Offsets in `body` where its one word may be hyphenated. */
function cutsOf(body: string, hyphenate: Hyphenator): readonly number[] {
  const words = known.get(hyphenate) ?? new Map<string, readonly number[]>();
  const before = words.get(body);
  if (before !== undefined) return before;
  if (words.size === 0) known.set(hyphenate, words);
  if (words.size >= MOST_KNOWN) words.clear();
  const cuts = cutsIn(body, hyphenate);
  words.set(body, cuts);
  return cuts;
}

function cutsIn(body: string, hyphenate: Hyphenator): number[] {
  const word = WORD.exec(body)?.[1];
  if (word === undefined) return [];
  const lead = body.indexOf(word);
  return hyphenate(word).map((cut) => lead + cut);
}
