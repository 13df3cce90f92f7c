import { type Line, type Segment, type Style, segment } from '../model/line.ts';
import { width as columnsOf } from '../model/width.ts';
import { type Box, fitEnds, greedyEnds } from './fit.ts';
import type { Glue } from './glue.ts';
import type { HardBreak } from './hard-break.ts';
import type { Hyphenator } from './hyphenate.ts';
import { justified } from './justify.ts';
import { BREAK_ALLOWED, BREAK_MANDATORY, paragraphBreaks } from './line-break.ts';

/** A stretch of a paragraph in one style. A newline is a hard break; soft hyphens are still in it. */
export interface Run {
  readonly text: string;
  readonly style: Style;
}

/** How a paragraph is broken into lines. */
export interface FillOptions {
  /** Columns; `Infinity` never breaks a line. */
  readonly width: number;
  readonly wrap: 'fit' | 'greedy';
  readonly justify?: boolean;
  readonly hardBreak: HardBreak;
  readonly hyphenate?: Hyphenator | undefined;
  readonly glue?: Glue | undefined;
}

const HYPHEN = '-';
const SOFT_HYPHEN = '\xad';
/** A run of letters as a dictionary would hold it; what is around it is punctuation. */
const WORD = () => /^[\p{P}\p{S}]*?([\p{L}\p{M}]{5,60})[\p{P}]*$/u;

/**
 * Breaks runs into lines of at most `width` columns at the opportunities of UAX #14. Nothing is lost: the lines
 * joined give the runs back, but for white space at breaks and hyphens put in.
 */
export function fill(runs: readonly Run[], options: FillOptions): Line[] {
  const text = runs.map((run) => run.text).join('');
  if (text.trim() === '') return [];
  const cutter = new Cutter(runs);
  if (!Number.isFinite(options.width)) {
    return linesOf(text).map(([start, end]) => cutter.cut(start, end));
  }
  const width = Math.max(1, options.width);
  const boxes = boxesOf(text, width, options);
  const ends = options.wrap === 'greedy' ? greedyEnds(boxes, width) : fitEnds(boxes, width);
  return assembled(boxes, ends, cutter, options);
}

function assembled(
  boxes: readonly Box[],
  ends: readonly number[],
  cutter: Cutter,
  options: FillOptions,
): Line[] {
  let first = 0;
  return ends.map((end, at) => {
    const last = boxes[end]!;
    const line = cutter.cut(boxes[first]!.start, last.end, last.hyphen > 0 && at < ends.length - 1);
    const open = at < ends.length - 1 && !last.forced;
    first = end + 1;
    return options.justify && open ? justified(line, options.width) : line;
  });
}

/** Start and end of each line between hard breaks. */
function linesOf(text: string): [number, number][] {
  const found: [number, number][] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const lead = line.length - line.trimStart().length;
    found.push([start + Math.min(lead, line.length), start + line.trimEnd().length]);
    start += line.length + 1;
  }
  return found.map(([from, to]) => [Math.min(from, to), to]);
}

function boxesOf(text: string, width: number, options: FillOptions): Box[] {
  const breaks = paragraphBreaks(text);
  options.glue?.(text, breaks);
  const boxes: Box[] = [];
  let start = 0;
  const lastWord = text.trimEnd().search(/\S+$/);
  for (let at = 1; at <= text.length; at++) {
    const kind = breaks[at]!;
    if (kind !== BREAK_ALLOWED && kind !== BREAK_MANDATORY && at < text.length) continue;
    pushPiece(boxes, text, start, at, { width, options, last: start >= lastWord });
    start = at;
  }
  return boxes;
}

interface Piece {
  readonly width: number;
  readonly options: FillOptions;
  /** It is the last word of the paragraph, which is never hyphenated. */
  readonly last: boolean;
}

function pushPiece(boxes: Box[], text: string, start: number, end: number, piece: Piece): void {
  const raw = text.slice(start, end);
  const body = raw.trimEnd();
  const stop = start + body.length;
  const forced = /[\n\u2028\u2029\v\f]/.test(raw) || end === text.length;
  const space = raw.length - body.length - (raw.endsWith('\n') ? 1 : 0);
  const hyphen = body.endsWith(SOFT_HYPHEN) ? 1 : 0;
  const columns = columnsOf(body);
  const cuts = piece.last || columns <= 2 ? [] : hyphenCuts(body, piece.options.hyphenate);
  if (columns + hyphen > piece.width) {
    pushHard(boxes, body, { start, stop, space, forced, hyphen: 0 }, piece);
  } else if (cuts.length > 0) {
    pushHyphenated(boxes, text, { start, stop, space, forced, hyphen }, cuts, piece.width);
  } else {
    boxes.push({
      start,
      end: stop,
      columns,
      space,
      hyphen,
      penalty: penaltyOf(body, hyphen, piece.width),
      forced,
    });
  }
}

interface Span {
  readonly start: number;
  readonly stop: number;
  readonly space: number;
  readonly forced: boolean;
  readonly hyphen: number;
}

/** A hyphen costs as much as a gap of a sixth of the line; so does leaving "Di" or "In" at a line's end alone. */
function penaltyOf(body: string, hyphen: number, width: number): number {
  if (hyphen > 0) return (width / 6) ** 2;
  return body.length <= 3 && /^[A-Z][a-z]{0,2}$/.test(body) ? (width / 12) ** 2 : 0;
}

function pushHard(boxes: Box[], body: string, span: Span, piece: Piece): void {
  const parts = piece.options.hardBreak(body, piece.width);
  let at = span.start;
  parts.forEach((part, index) => {
    const last = index === parts.length - 1;
    const end = last ? span.stop : at + part.length;
    const columns = columnsOf(part);
    boxes.push({
      start: at,
      end,
      columns,
      space: last ? span.space : 0,
      hyphen: 0,
      penalty: 0,
      forced: last && span.forced,
    });
    at = end;
  });
}

function pushHyphenated(
  boxes: Box[],
  text: string,
  span: Span,
  cuts: readonly number[],
  width: number,
): void {
  let at = span.start;
  for (const cut of cuts) {
    const end = span.start + cut;
    const columns = columnsOf(text.slice(at, end));
    boxes.push({
      start: at,
      end,
      columns,
      space: 0,
      hyphen: 1,
      penalty: (width / 6) ** 2,
      forced: false,
    });
    at = end;
  }
  const columns = columnsOf(text.slice(at, span.stop));
  const { space, forced, hyphen } = span;
  boxes.push({ start: at, end: span.stop, columns, space, hyphen, penalty: 0, forced });
}

/** Offsets in `body` where its one word may be hyphenated. */
function hyphenCuts(body: string, hyphenate: Hyphenator | undefined): number[] {
  if (!hyphenate) return [];
  const word = WORD().exec(body)?.[1];
  if (word === undefined) return [];
  const lead = body.indexOf(word);
  return hyphenate(word).map((cut) => lead + cut);
}

/** Cuts lines out of runs; it remembers where it is, for lines come in order. */
class Cutter {
  readonly #runs: readonly Run[];
  #run = 0;
  #offset = 0;

  constructor(runs: readonly Run[]) {
    this.#runs = runs;
  }

  /** The segments of the paragraph from `start` to `end`, and a hyphen if asked. */
  cut(start: number, end: number, hyphen = false): Line {
    const line: Segment[] = [];
    while (this.#run < this.#runs.length) {
      const { text, style } = this.#runs[this.#run]!;
      const from = Math.max(0, start - this.#offset);
      const to = Math.min(text.length, end - this.#offset);
      if (to > from) line.push(segment(text.slice(from, to), style));
      if (this.#offset + text.length > end) break;
      this.#offset += text.length;
      this.#run += 1;
    }
    const last = line.at(-1);
    if (hyphen && last) line[line.length - 1] = segment(last.text + HYPHEN, last.style);
    return line.filter(({ text }) => text !== '');
  }
}
