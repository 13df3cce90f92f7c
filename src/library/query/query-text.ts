import { daysText } from './days.ts';
import type { Between, Bound, Count, Field, Leaf, Query, Words } from './syntax.ts';
import { WHOLE } from './values.ts';

/** A query in its normal form: what `parseQuery` reads as the same query again, whatever the day is. */
export function queryText(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '*';
    case 'and':
      return query.of.map((one) => inside(one, ['or'])).join(' ');
    case 'or':
      return query.of.map((one) => inside(one, ['and'])).join(' OR ');
    case 'not':
      return `NOT ${inside(query.of, ['and', 'or'])}`;
    default:
      return leafText(query);
  }
}

function inside(query: Query, wrapped: readonly Query['kind'][]): string {
  return wrapped.includes(query.kind) ? `(${queryText(query)})` : queryText(query);
}

function leafText(leaf: Leaf): string {
  switch (leaf.kind) {
    case 'words':
      return wordsText(leaf);
    case 'field':
      return fieldText(leaf);
    case 'days':
      return `${leaf.field}:${leaf.from || leaf.to ? daysText(leaf) : '*'}`;
    case 'count':
      return `words:${countText(leaf)}`;
    case 'between':
      return betweenText(leaf);
    case 'is':
      return `is:${leaf.state}`;
  }
}

function wordsText({ text, exact, prefix, column }: Words): string {
  const shown = exact ? quoted(text) : text;
  return `${column ? `${column}:` : ''}${shown}${prefix ? '*' : ''}`;
}

function fieldText({ field, fit, text }: Field): string {
  const shown = isPlain(text) ? text : quoted(text);
  if (fit === 'has') return `${field}:*`;
  if (fit === 'is' && !WHOLE.has(field)) return `${field}:=${shown}`;
  return `${field}:${shown}${fit === 'starts' ? '*' : ''}`;
}

/** Whether a value means itself without quotes. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}/_.+&'@:-]*$/u.test(text) && !text.includes('..');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function countText({ min, max }: Count): string {
  return min === max && min !== undefined ? String(min) : `${min ?? ''}..${max ?? ''}`;
}

function betweenText({ field, from, to }: Between): string {
  if (from && to) return `${field}:${boundText(from)}..${boundText(to)}`;
  const sign = `${from ? '>' : '<'}${(from ?? to)?.included ? '=' : ''}`;
  return `${field}:${sign}${boundText(from ?? to)}`;
}

function boundText(bound: Bound | undefined): string {
  return String(bound?.number ?? bound?.day ?? '');
}
