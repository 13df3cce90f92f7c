import type { Stretch } from '../../library/text/extent.ts';
import type { Finder } from '../../library/text/finder.ts';
import { type Line, over, type Segment, type Style, segment, trimmed } from '../../model/line.ts';
import { largest } from '../../model/measure.ts';
import { printable } from '../../model/printable.ts';
import { clusters, width } from '../../model/width.ts';
import { now } from '../clock.ts';
import type { Context } from '../context.ts';
import { shortened } from '../lists/table.ts';
import type { Hit } from './searching.ts';

/** Widest that passages are set, in columns. */
const WIDEST = 100;
/** Lines of a passage on a terminal. */
const PASSAGE_LINES = 2;

/** Room for a passage, in letters: what fits its lines. */
export function roomOf({ terminal }: Context): number {
  return Math.max(40, PASSAGE_LINES * (columnsOf(terminal.columns) - 8));
}

function columnsOf(columns = 80): number {
  return Math.min(WIDEST, columns);
}

/** What was found as a terminal shows it: number, date and title, the passage, where it is. */
export function hitLines(
  hits: readonly Hit[],
  finder: Finder,
  mark: Style,
  context: Context,
): Line[] {
  const digits = String(largest(hits.map(({ entry }) => entry.number))).length;
  const look = { digits, today: now().slice(0, 10), mark: over(mark, { bold: true }), context };
  return hits.flatMap((hit, at) => [...(at === 0 ? [] : [[]]), ...linesOf(hit, finder, look)]);
}

interface Look {
  readonly digits: number;
  readonly today: string;
  readonly mark: Style;
  readonly context: Context;
}

function linesOf({ entry, passage }: Hit, finder: Finder, look: Look): Line[] {
  const { digits, mark, context } = look;
  const columns = columnsOf(context.terminal.columns);
  const indent = ' '.repeat(digits + 2);
  const room = Math.max(10, columns - indent.length);
  const { meta, number } = entry;
  const date = meta.date ? `${context.locale.nearDate(meta.date, look.today)}  ` : '';
  const title = shortened(meta.title.replace(/\s+/g, ' '), Math.max(1, room - width(date)));
  const head = [
    segment(`${String(number).padStart(digits)}  `, { bold: true }),
    segment(date, { dim: true }),
    ...marked(title, finder.hitsIn(title, 'title'), { bold: true }, mark),
  ];
  const below = (text: string) => [segment(indent), segment(text, { dim: true })];
  const path = passage.headings.join(' › ');
  return [
    head,
    ...(path === '' ? [] : [below(shortened(path, room))]),
    ...wrapped(marked(passage.text, passage.hits, {}, mark), room).map((line) => [
      segment(indent),
      ...line,
    ]),
    below(placeOf({ entry, passage })),
  ];
}

/** `path:line`, as editors and terminals take it. */
export function placeOf({ entry, passage }: Pick<Hit, 'entry' | 'passage'>): string {
  return `${entry.path}:${passage.line}`;
}

/** A text with its hits in another style; hits within another are one. */
function marked(text: string, hits: readonly Stretch[], plain: Style, mark: Style): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end } of hits) {
    if (start < at) continue;
    segments.push(segment(text.slice(at, start), plain), segment(text.slice(start, end), mark));
    at = end;
  }
  segments.push(segment(text.slice(at), plain));
  return segments.filter((one) => one.text !== '');
}

/** Segments in lines of so many columns, broken at blanks, else between characters. */
function wrapped(segments: readonly Segment[], room: number): Line[] {
  const lines: Segment[][] = [[]];
  let used = 0;
  for (const { text, style } of pieces(segments)) {
    const columns = width(text);
    if (used + columns > room && used > 0) {
      lines.push([]);
      used = 0;
    }
    if (used === 0 && text === ' ') continue;
    lines.at(-1)?.push({ text, style });
    used += columns;
  }
  return lines.map(trimmed);
}

/** Words, blanks, and the characters of scripts that are broken anywhere. */
function pieces(segments: readonly Segment[]): Segment[] {
  return segments.flatMap(({ text, style }) =>
    (text.match(/ |[^ ]+/g) ?? []).flatMap((word) =>
      /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u{3ffff}]/u.test(word) || word.length > 40
        ? clusters(printable(word)).map((cluster) => segment(cluster.text, style))
        : [segment(word, style)],
    ),
  );
}
