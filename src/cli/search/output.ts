import { ansi } from '../../emit/ansi.ts';
import { jsonText } from '../../emit/json-text.ts';
import { plain } from '../../emit/plain.ts';
import { RECORD_FIELDS, record } from '../../emit/record.ts';
import { printable } from '../../model/printable.ts';
import type { Config } from '../config/config.ts';
import type { Context } from '../context.ts';
import { filled, type ListFormat, pathsEnded } from '../lists/listing.ts';
import { fieldsOf } from '../lists/template.ts';
import { renderOptions } from '../reading/page.ts';
import { hitLines, placeOf } from './lines.ts';
import type { Found, Hit } from './searching.ts';

/** What `search --json` says of an article that was found, in this order; version 1 of the schema. */
const SEARCH_FIELDS = [
  ...RECORD_FIELDS,
  'score',
  'exact',
  'line',
  'headings',
  'passage',
  'hits',
] as const;

/** What was found as JSON, lines of tabs, or as a terminal shows it. */
export async function searchText(
  { hits, finder }: Found,
  format: ListFormat & { readonly config: Config },
  context: Context,
): Promise<string> {
  const fields = fieldsOf(format.json, context.locale, SEARCH_FIELDS, 'search ');
  const records = () => hits.map((hit) => picked(hit, fields));
  if (format.ndjson)
    return records()
      .map((one) => `${jsonText(one)}\n`)
      .join('');
  if (format.json !== undefined && format.json !== false) return `${jsonText(records(), 2)}\n`;
  const { terminal, locale } = context;
  if (format.template !== undefined)
    return filled(records(), format, locale, SEARCH_FIELDS, 'search ');
  if (format.print0)
    return pathsEnded(
      hits.map(({ entry }) => entry.path),
      context,
    );
  if (format.plain || (!terminal.isTerminal && !terminal.styled)) return hits.map(tabbed).join('');
  const { page } = await renderOptions({}, format.config, terminal, locale);
  const lines = hitLines(hits, finder, page.theme.styles.mark, context);
  return terminal.styled ? ansi(lines, { colors: terminal.colors }) : plain(lines);
}

function picked(
  { entry, passage, score, exact }: Hit,
  fields: readonly (typeof SEARCH_FIELDS)[number][],
): Record<string, unknown> {
  const { text, line, headings } = passage;
  const hits = passage.hits.map(({ start, end }) => [start, end]);
  const rounded = score === null ? null : Math.round(score * 1000) / 1000;
  const own = { score: rounded, exact, line, headings, passage: text, hits };
  const all: Record<string, unknown> = { ...record(entry, entry.number), ...own };
  return Object.fromEntries(fields.map((field) => [field, all[field]]));
}

/** Number, date, title, place and passage between tabs. */
function tabbed(hit: Hit): string {
  const { number, meta } = hit.entry;
  const cells = [String(number), meta.date?.iso ?? '', meta.title, placeOf(hit), hit.passage.text];
  return `${cells.map((cell) => printable(cell.replace(/\s+/g, ' '))).join('\t')}\n`;
}
