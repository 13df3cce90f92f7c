import { queryText } from '../../library/query/query-text.ts';
import type { Count, Days, Field, Leaf, Query, Words } from '../../library/query/syntax.ts';
import type { Locale } from '../../model/locale.ts';
import { printable } from '../../model/printable.ts';

/** A query in its normal form, and then in words: a line for each of its parts, those of a group indented. */
export function explained(query: Query, locale: Locale): string {
  const lines = [queryText(query), '', ...meaning(query, locale)];
  return lines.map((line) => `${printable(line)}\n`).join('');
}

function meaning(query: Query, locale: Locale): string[] {
  switch (query.kind) {
    case 'all':
      return [locale.text('means-all')];
    case 'and':
    case 'or':
      return [
        `${locale.text(`means-${query.kind}`)}:`,
        ...query.of.flatMap((one) => indented(meaning(one, locale))),
      ];
    case 'not':
      return [`${locale.text('means-not')}:`, ...indented(meaning(query.of, locale))];
    default:
      return [leafMeaning(query, locale)];
  }
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function leafMeaning(leaf: Leaf, locale: Locale): string {
  switch (leaf.kind) {
    case 'words':
      return wordsMeaning(leaf, locale);
    case 'field':
      return fieldMeaning(leaf, locale);
    case 'days':
      return daysMeaning(leaf, locale);
    case 'count':
      return countMeaning(leaf, locale);
    case 'between':
      return locale.text('means-between', { what: queryText(leaf) });
    case 'is':
      return locale.text(`means-${leaf.state}`);
  }
}

function wordsMeaning({ text, exact, prefix, column }: Words, locale: Locale): string {
  const how = prefix ? 'prefix' : exact ? 'exact' : 'word';
  const words = locale.text(`means-${how}`, { text });
  return column === undefined ? words : locale.text(`means-in-${column}`, { words });
}

function fieldMeaning({ field, fit, text }: Field, locale: Locale): string {
  const key = `field-${field}`;
  const name = locale.has(key) ? locale.text(key) : field;
  return locale.text(`means-${fit}`, { field: name, text });
}

function daysMeaning({ field, from, to }: Days, locale: Locale): string {
  const name = locale.text(`field-${field}`);
  const shown = (iso: string) => locale.date({ iso, origin: 'head' });
  if (from === undefined && to === undefined) return locale.text('means-has', { field: name });
  if (from === undefined) return locale.text('means-until', { field: name, to: shown(to ?? '') });
  if (to === undefined) return locale.text('means-since', { field: name, from: shown(from) });
  if (from === to) return locale.text('means-on', { field: name, day: shown(from) });
  return locale.text('means-days', { field: name, from: shown(from), to: shown(to) });
}

function countMeaning({ min, max }: Count, locale: Locale): string {
  const field = locale.text('field-words');
  if (max === undefined) return locale.text('means-least', { field, from: min ?? 0 });
  if (min === undefined) return locale.text('means-most', { field, to: max });
  if (min === max) return locale.text('means-on', { field, day: min });
  return locale.text('means-days', { field, from: min, to: max });
}
