import { ansi } from '../../emit/ansi.ts';
import { jsonText } from '../../emit/json-text.ts';
import { plain } from '../../emit/plain.ts';
import { type RecordField, record } from '../../emit/record.ts';
import type { TagCount } from '../../library/select.ts';
import type { Locale } from '../../model/locale.ts';
import { largest } from '../../model/measure.ts';
import { printable } from '../../model/printable.ts';
import { width } from '../../model/width.ts';
import type { Context } from '../context.ts';
import { type Group, type Grouping, grouped, type Listed } from './groups.ts';
import { table } from './table.ts';
import { fieldsOf, type ListRecord, templated } from './template.ts';

/** How a list is written. */
export interface ListFormat {
  /** True, or the fields wanted, comma-separated. */
  readonly json?: boolean | string;
  readonly ndjson?: boolean;
  readonly plain?: boolean;
  readonly template?: string;
  /** Paths or names, or lines of the template, each ended by NUL: for `xargs -0`. */
  readonly print0?: boolean;
}

/** How a list of articles is written. */
export interface ArticleFormat extends ListFormat {
  readonly groupBy?: Grouping;
}

/** The articles as JSON, lines of a template, lines of tabs, or a table that fits the terminal. */
export function listing(
  entries: readonly Listed[],
  format: ArticleFormat,
  context: Context,
): string {
  const groups = grouped(entries, format.groupBy);
  const fields = fieldsOf(withoutGroup(format), context.locale);
  if (format.ndjson) return recordsOf(groups, fields).map(jsonLine).join('');
  if (format.json !== undefined && format.json !== false)
    return `${jsonText(nested(groups, fields), 2)}\n`;
  if (format.template !== undefined || format.print0) return lines(groups, format, context);
  const { terminal } = context;
  if (format.plain || (!terminal.isTerminal && !terminal.styled))
    return groups.flatMap(({ name, entries: all }) => all.map((one) => tabbed(one, name))).join('');
  const rows = table(groups, context);
  return terminal.styled ? ansi(rows, { colors: terminal.colors }) : plain(rows);
}

/**
 * Records of a few text fields as JSON, JSON lines, or lines of tabs; where there may be none, `known` are the fields that
 * they would have. @throws ReaderError for a field that there is not.
 */
export function rowsAs(
  all: readonly Readonly<Record<string, string | number>>[],
  format: ListFormat,
  locale: Locale,
  known: readonly string[] = Object.keys(all[0] ?? {}),
): string {
  const fields = known.length > 0 ? fieldsOf(format.json, locale, known, '') : known;
  const rows = all.map((row) =>
    Object.fromEntries(fields.map((field) => [field, row[field] ?? ''])),
  );
  if (format.ndjson) return rows.map(jsonLine).join('');
  if (format.json !== undefined && format.json !== false) return `${jsonText(rows, 2)}\n`;
  if (format.template === undefined && !format.print0) return tabLines(rows);
  const first = ([name = '']: readonly string[]) => `{{${name}}}`;
  return filled(rows, { template: first(known), ...format }, locale, known, '');
}

/** Records in lines of a template, each ended by a newline, or by NUL. @throws ReaderError for a field that there is not. */
export function filled(
  records: readonly ListRecord[],
  { template = '', print0 }: ListFormat,
  locale: Locale,
  known?: readonly string[],
  command?: string,
): string {
  const fill = templated(template, locale, known, command);
  return records.map((one) => `${fill(one)}${print0 ? '\0' : '\n'}`).join('');
}

/** Paths, each ended by NUL. */
export function pathsEnded(paths: readonly string[], context: Context): string {
  return paths.map((path) => `${shownPath(path, context)}\0`).join('');
}

/** Rows as lines of tabs. */
export function tabLines(rows: readonly Readonly<Record<string, string | number>>[]): string {
  return rows
    .map(
      (row) =>
        `${Object.values(row)
          .map((cell) => printable(String(cell)))
          .join('\t')}\n`,
    )
    .join('');
}

/** Names with their counts: rows with the name under `kind`, or on a terminal a column of counts. */
export function counted(
  counts: readonly TagCount[],
  kind: string,
  format: ListFormat,
  { terminal: { isTerminal }, locale }: Context,
): string {
  const rows = counts.map(({ tag, count }) => ({ [kind]: tag, count }));
  const isLine = format.template !== undefined || format.print0;
  const wantsRows = format.ndjson || format.json !== undefined || format.plain || isLine;
  if (wantsRows || !isTerminal) return rowsAs(rows, format, locale, [kind, 'count']);
  const digits = largest(counts.map(({ count }) => width(String(count))));
  return counts
    .map(({ tag, count }) => `${String(count).padStart(digits)}  ${printable(tag)}\n`)
    .join('');
}

/** One JSON object on a line of its own. */
function jsonLine(value: unknown): string {
  return `${jsonText(value)}\n`;
}

/** Groups as JSON nests them; without groups, the records. */
function nested(groups: readonly Group[], fields: readonly RecordField[]): unknown {
  const [only] = groups;
  const records = ({ entries }: Group) => entries.map((entry) => picked(entry, fields));
  if (only && only.name === undefined) return records(only);
  return groups.map((group) => ({ group: group.name || null, articles: records(group) }));
}

/** A record an article, with the name of its group where there are groups. */
function recordsOf(groups: readonly Group[], fields: readonly RecordField[]): ListRecord[] {
  return groups.flatMap(({ name, entries }) =>
    entries.map((entry) => ({
      ...(name === undefined ? {} : { group: name || null }),
      ...picked(entry, fields),
    })),
  );
}

function picked(entry: Listed, fields: readonly RecordField[]): Record<string, unknown> {
  const all = record(entry, entry.number);
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

/** Lines of a template; paths where there is none. */
function lines(groups: readonly Group[], format: ArticleFormat, context: Context): string {
  if (format.template === undefined)
    return pathsEnded(
      groups.flatMap(({ entries }) => entries.map(({ path }) => path)),
      context,
    );
  const records = recordsOf(groups, fieldsOf(undefined, context.locale));
  return filled(records, format, context.locale);
}

/** Another program gets the very name of the file; a terminal only what it may show. */
function shownPath(path: string, { terminal }: Context): string {
  return terminal.isTerminal ? printable(path) : path;
}

/** Number, date, title, authors, tags and path between tabs, the group first: for `cut`, `awk` and `grep`. */
function tabbed({ number, meta, path }: Listed, group: string | undefined): string {
  const cells = [
    ...(group === undefined ? [] : [group]),
    String(number),
    meta.date?.iso ?? '',
    meta.title,
    meta.authors.join(', '),
    meta.tags.join(', '),
    path,
  ];
  return `${cells.map((cell) => printable(cell.replace(/\s+/g, ' '))).join('\t')}\n`;
}

/** The fields asked for but the group, which is written in any case where there are groups. */
function withoutGroup({ json, groupBy }: ArticleFormat): boolean | string | undefined {
  if (typeof json !== 'string' || groupBy === undefined) return json;
  const others = json.split(',').filter((name) => name.trim() !== 'group');
  return others.length > 0 ? others.join(',') : true;
}
