import { ansi } from '../../emit/ansi.ts';
import { plain } from '../../emit/plain.ts';
import { readStates } from '../../library/feeds.ts';
import { type Line, lineWidth, segment } from '../../model/line.ts';
import type { Context } from '../context.ts';
import { stateFile } from '../library/library.ts';
import { type ListFormat, rowsAs } from '../lists/listing.ts';
import { shortened } from '../lists/table.ts';
import type { Subscription } from './feeds.ts';

/** The feeds as a list: on a terminal number, title and address, elsewhere lines of tabs, or JSON. */
export function feedRows(
  feeds: readonly Subscription[],
  format: ListFormat,
  context: Context,
): string {
  const { terminal } = context;
  const isTable = terminal.isTerminal || terminal.styled;
  if (isTable && !format.plain && !format.ndjson && !format.json) {
    const digits = String(feeds.length).length;
    const lines = feeds.map((feed, at) => row(feed, at + 1, digits, terminal.columns ?? 80));
    return terminal.styled ? ansi(lines, { colors: terminal.colors }) : plain(lines);
  }
  const states = readStates(stateFile('feeds.json', context));
  const rows = feeds.map(({ title, url, siteUrl, folders }, at) => ({
    number: at + 1,
    title: title.replace(/\s+/g, ' '),
    url,
    site: siteUrl ?? '',
    folder: folders.join('/'),
    fetched: states.get(url)?.fetched ?? '',
  }));
  return rowsAs(rows, format, context.locale);
}

function row({ title, url }: Subscription, number: number, digits: number, columns: number): Line {
  const head = [segment(`${String(number).padStart(digits)}  `, { bold: true })];
  const room = columns - lineWidth(head);
  if (title !== '') head.push(segment(`${shortened(title, Math.max(1, Math.floor(room / 2)))}  `));
  return [...head, segment(shortened(url, Math.max(1, columns - lineWidth(head))), { dim: true })];
}
