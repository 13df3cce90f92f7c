import { fold } from '../../model/fold.ts';
import { complaint } from './complaint.ts';
import { dayBeside, daysIn } from './days.ts';
import { type Edge, edge, looseRangeIn, plainText, type Range, rangeIn } from './ranges.ts';
import type { Item } from './scan.ts';
import type { Bound, Count, Days, Field, Fit, Query, Span, Words } from './syntax.ts';

/** What reading a value depends on. */
export interface Reading {
  /** The text of the query, for errors. */
  readonly text: string;
  /** The day it is, `2023-09-14`. */
  readonly today: string;
}

/** Words to look for; undefined when there is no letter or digit in them. */
export function wordsOf(
  text: string,
  how: Pick<Words, 'exact' | 'prefix' | 'at'>,
  column?: Words['column'],
): Words | undefined {
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  return { kind: 'words', text, ...how, ...(column && { column }) };
}

/** The words of a bare word of a query, `text*` being how a word begins. */
export function bareWords(text: string, at: Span, column?: Words['column']): Words | undefined {
  const prefix = text.length > 1 && text.endsWith('*');
  return wordsOf(prefix ? text.slice(0, -1) : text, { exact: false, prefix, at }, column);
}

/** A value of `title:` or `body:`. */
export function columnWords(item: Item, column: 'title' | 'body'): Query | undefined {
  const text = plainText(item);
  if (!item.pieces.some(({ quoted }) => quoted)) return bareWords(text, item.at, column);
  const last = item.pieces.at(-1);
  const prefix = last !== undefined && !last.quoted && last.text.endsWith('*');
  const how = { exact: true, prefix, at: item.at };
  return wordsOf(prefix ? text.slice(0, -1) : text, how, column);
}

/** Fields whose value is the whole text, not a part of it. */
export const WHOLE: ReadonlySet<string> = new Set(['lang', 'draft']);

/** A value of a field with texts: `x`, `=x`, `x*` or `*`. @throws ReaderError `query` when nothing is left of it. */
export function fieldOf(field: string, item: Item, reading: Reading): Field {
  const { fit, text } = fitOf(field, item);
  const value = foldedFor(field, fit, text);
  if (value === '' && fit !== 'has') throw complaint('no-value', reading.text, item.at, { field });
  return { kind: 'field', field, fit, text: value, written: text, at: item.at };
}

function fitOf(field: string, item: Item): { fit: Fit; text: string } {
  const [first] = item.pieces;
  const last = item.pieces.at(-1);
  const text = plainText(item);
  const exact = first !== undefined && !first.quoted && first.text.startsWith('=');
  const open = last !== undefined && !last.quoted && last.text.endsWith('*');
  if (open && /^=?\*$/.test(text)) return { fit: 'has', text: '' };
  if (exact) return { fit: 'is', text: text.slice(1) };
  if (open) return { fit: 'starts', text: text.slice(0, -1) };
  return { fit: field === 'tag' ? 'within' : WHOLE.has(field) ? 'is' : 'contains', text };
}

/** Names that languages are called by besides their codes. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['indonesia', 'id'],
  ['indonesian', 'id'],
  ['bahasa', 'id'],
  ['inggris', 'en'],
  ['english', 'en'],
]);

/** Text as values of the field are compared. */
function foldedFor(field: string, fit: Fit, text: string): string {
  if (field === 'tag') {
    const bare = fold(text).replace(/^[\s#]+/, '');
    return fit === 'starts' ? bare : bare.replace(/[\s/]+$/, '');
  }
  const folded = fold(text);
  if (field !== 'lang') return folded;
  return LANGUAGES.get(folded) ?? folded.replace(/(?<=^[a-z]{2,3})[-_].*$/, '');
}

/** Days of a value or of `since:` and its like. @throws ReaderError `query` when they are no dates or end before they begin. */
export function daysOf(field: Days['field'], item: Item, reading: Reading, sign?: string): Days {
  const text = plainText(item).replace(/^=/, '');
  if (text === '*') return { kind: 'days', field, at: item.at };
  const range = sign === undefined ? looseRangeIn(item) : edge(sign, text);
  const whole = { text, included: true };
  const { from, to } = range ?? { from: whole, to: whole };
  const first = from && dayOf(from, 'from', item, reading);
  const last = to && dayOf(to, 'to', item, reading);
  if (range && first !== undefined && last !== undefined && first > last)
    throw complaint('backwards', reading.text, item.at);
  return {
    kind: 'days',
    field,
    ...(first && { from: first }),
    ...(last && { to: last }),
    at: item.at,
  };
}

function dayOf(end: Edge, side: 'from' | 'to', item: Item, reading: Reading): string {
  const day = dayAt(end, side, reading.today);
  if (day === undefined) throw complaint('bad-date', reading.text, item.at, { value: end.text });
  return day;
}

/** The first or last day of an end of a range; one that is not included begins where the other side of its date stops. */
function dayAt({ text, included }: Edge, side: 'from' | 'to', today: string): string | undefined {
  const span = daysIn(text, today);
  if (!span || included) return span?.[side];
  return side === 'from' ? dayBeside(span.to, 1) : dayBeside(span.from, -1);
}

/** A value of `words:`. @throws ReaderError `query` when it is no number. */
export function countOf(item: Item, reading: Reading): Count {
  const range = rangeIn(item);
  const whole = { text: plainText(item).replace(/^=/, ''), included: true };
  const { from, to } = range ?? { from: whole, to: whole };
  const min = from && wholeNumber(from, item, reading) + (from.included ? 0 : 1);
  const max = to && wholeNumber(to, item, reading) - (to.included ? 0 : 1);
  if (max !== undefined && max < (min ?? 0)) throw complaint('backwards', reading.text, item.at);
  const bounds = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  return { kind: 'count', field: 'words', ...bounds, at: item.at };
}

function wholeNumber({ text }: Edge, item: Item, reading: Reading): number {
  const match = /^(\d{1,9})(k|rb)?$/i.exec(text.trim());
  if (!match) throw complaint('bad-number', reading.text, item.at, { value: text });
  return Number(match[1]) * (match[2] ? 1000 : 1);
}

/** A value of a key that sijori gives no meaning: a range when its ends are numbers or dates, else text. */
export function keyOf(field: string, item: Item, reading: Reading): Query {
  const range = rangeIn(item);
  const between = range && betweenOf(field, range, item, reading);
  return between ?? fieldOf(field, item, reading);
}

function betweenOf(
  field: string,
  { from, to }: Range,
  item: Item,
  { today }: Reading,
): Query | undefined {
  if (!from && !to) return undefined;
  const first = from && boundOf(from, 'from', today);
  const last = to && boundOf(to, 'to', today);
  if ((from && !first) || (to && !last)) return undefined;
  return {
    kind: 'between',
    field,
    ...(first && { from: first }),
    ...(last && { to: last }),
    at: item.at,
  };
}

function boundOf(end: Edge, side: 'from' | 'to', today: string): Bound | undefined {
  const { text, included } = end;
  const number = /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) + 0 : undefined;
  // A number that is a date as well is one that is written without more than it needs: `2023`, `20230914`.
  const dated = number === undefined || String(number) === text;
  const day = dated ? dayAt(end, side, today) : undefined;
  if (number === undefined) return day === undefined ? undefined : { day, included: true };
  return { number, ...(day && { day }), included };
}
