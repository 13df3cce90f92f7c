import { type Line, type Segment, type Style, segment } from '../model/line.ts';
import { type BoxOptions, boxesOf } from './boxes.ts';
import { type Box, fitEnds, greedyEnds } from './fit.ts';
import { justified } from './justify.ts';

/** A stretch of a paragraph in one style. A newline is a hard break; soft hyphens are still in it. */
export interface Run {
  readonly text: string;
  readonly style: Style;
  /** Code, math, an address: shown as it is written, whatever the typography. */
  readonly verbatim?: boolean;
  /** Runs of one number are one thing (code, a link), which right-to-left text around it must not reorder. */
  readonly unit?: number;
}

/** How a paragraph is broken into lines. */
export interface FillOptions extends BoxOptions {
  /** Columns; `Infinity` never breaks a line. */
  readonly width: number;
  readonly wrap: 'fit' | 'greedy';
  readonly justify?: boolean;
}

const HYPHEN = '-';
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
