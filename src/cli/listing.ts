import { ansi } from '../emit/ansi.ts';
import { jsonText } from '../emit/json-text.ts';
import { plain } from '../emit/plain.ts';
import { RECORD_FIELDS, type RecordField, record } from '../emit/record.ts';
import { ReaderError } from '../model/errors.ts';
import { type Line, lineWidth, type Segment, segment } from '../model/line.ts';
import type { Locale } from '../model/locale.ts';
import { largest } from '../model/measure.ts';
import { printable } from '../model/printable.ts';
import { clusters, width } from '../model/width.ts';
import type { Context } from './context.ts';
import type { Numbered } from './library.ts';

/** How a list is written. */
export interface ListFormat {
  /** True, or the fields wanted, comma-separated. */
  readonly json?: boolean | string;
  readonly ndjson?: boolean;
  readonly plain?: boolean;
}

/** The entries as JSON, lines of tabs, or a table that fits the terminal. */
export function listing(
  entries: readonly Numbered[],
  format: ListFormat,
  context: Context,
): string {
  const fields = fieldsOf(format.json, context.locale);
  const records = () => entries.map((entry) => picked(record(entry, entry.number), fields));
  if (format.ndjson) return records().map(jsonLine).join('');
  if (format.json !== undefined && format.json !== false) return `${jsonText(records(), 2)}\n`;
  const { terminal } = context;
  if (format.plain || (!terminal.isTerminal && !terminal.styled))
    return entries.map(tabbed).join('');
  const digits = String(largest(entries.map(({ number }) => number))).length;
  const lines = entries.map((entry) => row(entry, digits, context));
  return terminal.styled ? ansi(lines, { colors: terminal.colors }) : plain(lines);
}

/** Records of a few text fields as JSON, JSON lines, or lines of tabs. */
export function rowsAs(
  rows: readonly Readonly<Record<string, string | number>>[],
  format: ListFormat,
): string {
  if (format.ndjson) return rows.map(jsonLine).join('');
  if (format.json !== undefined && format.json !== false) return `${jsonText(rows, 2)}\n`;
  return rows
    .map(
      (row) =>
        `${Object.values(row)
          .map((cell) => printable(String(cell)))
          .join('\t')}\n`,
    )
    .join('');
}

/** One JSON object on a line of its own. */
function jsonLine(value: unknown): string {
  return `${jsonText(value)}\n`;
}

function fieldsOf(json: boolean | string | undefined, locale: Locale): readonly RecordField[] {
  if (typeof json !== 'string') return RECORD_FIELDS;
  return json.split(',').map((name) => {
    const field = RECORD_FIELDS.find((known) => known === name.trim());
    if (!field) {
      const wanted = locale.text('want-one-of', { choices: RECORD_FIELDS.join(', ') });
      const message = locale.text('invalid-value', { option: '--json', value: name, wanted });
      throw new ReaderError('usage', { message, command: 'list ' });
    }
    return field;
  });
}

function picked(
  all: Readonly<Record<RecordField, unknown>>,
  fields: readonly RecordField[],
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

/** Number, date, title, authors, tags and path between tabs: for `cut`, `awk` and `grep`. */
function tabbed({ number, meta, path }: Numbered): string {
  const cells = [
    String(number),
    meta.date?.iso ?? '',
    meta.title,
    meta.authors.join(', '),
    meta.tags.join(', '),
    path,
  ];
  return `${cells.map((cell) => printable(cell.replace(/\s+/g, ' '))).join('\t')}\n`;
}

/** Narrowest title worth showing beside tags, in columns. */
const NARROW = 30;

/** One line of the list: number, date, title, tags, cut to the width of the terminal. */
function row(entry: Numbered, digits: number, { terminal, locale }: Context): Line {
  const { meta, number } = entry;
  const room = terminal.columns ?? 80;
  const date = meta.date ? locale.shortDate(meta.date) : ''.padEnd(11);
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
    segment(title),
    ...(tags === '' ? [] : [segment(gap), segment(tags, { color: 'cyan' })]),
  ];
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
