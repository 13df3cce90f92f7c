import type { Meta } from '../../model/article.ts';
import { type Line, lineWidth, type Segment, type Style, segment } from '../../model/line.ts';
import { largest } from '../../model/measure.ts';
import { printable } from '../../model/printable.ts';
import { linkedHost, terminalTarget } from '../../model/targets.ts';
import { clusters, width } from '../../model/width.ts';
import { now } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Group, Listed } from './groups.ts';

/** Narrowest title worth showing beside tags, in columns. */
const NARROW = 30;

/** Articles as rows that fit the terminal, under the names of their groups where there are any. */
export function table(groups: readonly Group[], context: Context): Line[] {
  const numbers = groups.flatMap(({ entries }) => entries.map(({ number }) => number));
  const look = { digits: String(largest(numbers)).length, today: now().slice(0, 10), context };
  return groups.flatMap((group, at) => {
    const rows = group.entries.map((entry) => row(entry, look));
    if (group.name === undefined) return rows;
    return [...(at === 0 ? [] : [[]]), heading(group, context), ...rows];
  });
}

interface Look {
  readonly digits: number;
  /** The day it is here, ISO 8601. */
  readonly today: string;
  readonly context: Context;
}

function heading({ name = '', entries }: Group, { terminal, locale }: Context): Line {
  const count = `  ${entries.length}`;
  const room = Math.max(1, (terminal.columns ?? 80) - count.length);
  const shown = shortened(name === '' ? locale.text('group-none') : name, room);
  return [segment(shown, { bold: true }), segment(count, { dim: true })];
}

/** One line of the list: number, date, title, tags, cut to the width of the terminal. */
function row(entry: Listed, { digits, today, context: { terminal, locale } }: Look): Line {
  const { meta, number } = entry;
  const room = terminal.columns ?? 80;
  const date = meta.date ? locale.nearDate(meta.date, today) : ''.padEnd(11);
  const head: Segment[] = [
    segment(String(number).padStart(digits), { bold: true }),
    segment(`  ${date}  `, { dim: true }),
  ];
  const left = Math.max(1, room - lineWidth(head));
  const tags = left > NARROW ? shortened(meta.tags.join(', '), Math.floor(left / 3)) : '';
  const space = tags === '' ? left : left - width(tags) - 2;
  const title = shortened(meta.title.replace(/\s+/g, ' '), space);
  const gap = ' '.repeat(Math.max(0, space - width(title)) + 2);
  return [
    ...head,
    segment(title, terminal.hyperlinks ? linkTo(meta) : {}),
    ...(tags === '' ? [] : [segment(gap), segment(tags, { color: 'cyan' })]),
  ];
}

/** A title leads to where the article was published, unless it reads like another address. */
function linkTo({ title, source }: Meta): Style {
  const link = source?.url === undefined ? undefined : terminalTarget(source.url);
  return link === undefined || linkedHost(title, link).deceives ? {} : { link };
}

/** Text cut to `room` columns with an ellipsis, never inside a character. */
export function shortened(text: string, room: number): string {
  const shown = printable(text);
  if (width(shown) <= room) return shown;
  let out = '';
  let used = 0;
  for (const cluster of clusters(shown)) {
    if (used + cluster.columns > room - 1) break;
    out += cluster.text;
    used += cluster.columns;
  }
  return `${out.trimEnd()}…`;
}
