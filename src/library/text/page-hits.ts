import { type Line, over, type Segment, type Style, segment } from '../../model/line.ts';
import type { Stretch } from './extent.ts';
import type { Finder } from './finder.ts';
import { lineOfBest } from './passage.ts';

/** Most letters between the first and the last word of a passage. */
const ROOM = 400;

/** A page with the words that are looked for in another style, phrases over the end of a line too. */
export function withHits(lines: readonly Line[], finder: Finder, mark: Style): Line[] {
  const hits = finder.hitsIn(textOf(lines), 'body');
  const marker = new Marker(hits, mark);
  return lines.map((line) => marker.line(line));
}

/** The line of a page, from 0, at which the passage begins that has most of the words; undefined where none is. */
export function lineOfHit(lines: readonly Line[], finder: Finder): number | undefined {
  const line = lineOfBest(textOf(lines), finder, ROOM);
  return line === undefined ? undefined : line - 1;
}

function textOf(lines: readonly Line[]): string {
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
}

/** Goes over a page from its first line to its last. */
class Marker {
  readonly #hits: readonly Stretch[];
  readonly #mark: Style;
  #next = 0;
  #at = 0;

  constructor(hits: readonly Stretch[], mark: Style) {
    this.#hits = hits;
    this.#mark = mark;
  }

  line(line: Line): Line {
    const marked = line.flatMap((one) => this.#segment(one));
    this.#at += 1;
    return marked;
  }

  #segment({ text, style }: Segment): Segment[] {
    const out: Segment[] = [];
    const end = this.#at + text.length;
    let at = this.#at;
    for (let hit = this.#hitAfter(at); hit && hit.start < end; hit = this.#hitAfter(at)) {
      const from = Math.max(at, hit.start);
      const to = Math.min(end, hit.end);
      const cut = (a: number, b: number) => text.slice(a - this.#at, b - this.#at);
      if (from > at) out.push(segment(cut(at, from), style));
      out.push(segment(cut(from, to), over(style, this.#mark)));
      at = to;
      if (at >= end) break;
    }
    if (at < end) out.push(segment(text.slice(at - this.#at), style));
    this.#at = end;
    return out;
  }

  /** The first hit that ends after a place. */
  #hitAfter(at: number): Stretch | undefined {
    while ((this.#hits[this.#next]?.end ?? Number.POSITIVE_INFINITY) <= at) this.#next += 1;
    return this.#hits[this.#next];
  }
}
