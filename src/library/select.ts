import type { ArticleDate, Meta } from '../model/article.ts';
import { fold } from '../model/fold.ts';

/** An article as the library lists it. */
export interface Entry {
  readonly path: string;
  readonly meta: Meta;
}

export type SortKey = 'date' | 'title' | 'author' | 'path';

/** Entries in the order asked for: by date the newest first, else A to Z; `reverse` turns it round. */
export function sorted<T extends Entry>(entries: readonly T[], key: SortKey, reverse = false): T[] {
  const order = [...entries].sort((a, b) => compare(a, b, key) || byText(a.path, b.path));
  return reverse ? order.reverse() : order;
}

function compare(a: Entry, b: Entry, key: SortKey): number {
  if (key === 'date') return byText(instant(b.meta.date), instant(a.meta.date));
  if (key === 'title') return byText(fold(a.meta.title), fold(b.meta.title));
  if (key === 'author')
    return byText(fold(a.meta.authors[0] ?? '\uffff'), fold(b.meta.authors[0] ?? '\uffff'));
  return 0;
}

/** A date as text that sorts by the moment it means; a date without zone counts as it is written. */
export function instant(date: ArticleDate | undefined): string {
  if (!date) return '';
  if (ZONED.test(date.iso)) return inUtc(date.iso) ?? new Date(date.iso).toISOString();
  if (!/(?:Z|[+-]\d{2}:\d{2})$/.test(date.iso) || !date.iso.includes('T')) return date.iso;
  return new Date(date.iso).toISOString();
}

/** A moment in a zone, as the reader writes it, of a day that every month has. */
const ZONED =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?[+-](?:0\d|1[0-4]):[0-5]\d$/;

/** Such a moment in UTC; undefined if that is on another day. */
function inUtc(iso: string): string | undefined {
  const zone = iso.length - 6;
  const east = iso[zone] === '+' ? minutesAt(iso, zone + 1) : -minutesAt(iso, zone + 1);
  const minutes = minutesAt(iso, 11) - east;
  if (minutes < 0 || minutes >= 24 * 60) return undefined;
  const seconds = zone > 16 ? iso.slice(17, 19) : '00';
  return `${iso.slice(0, 11)}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${seconds}.000Z`;
}

/** Minutes of a clock (`07:30`) that stands there. */
function minutesAt(text: string, at: number): number {
  return Number(text.slice(at, at + 2)) * 60 + Number(text.slice(at + 3, at + 5));
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A tag and how many articles have it, in the spelling that is used most. */
export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** Tags of the entries, the most used first, then A to Z. */
export function countTags(entries: readonly Entry[]): TagCount[] {
  return countNames(entries, ({ tags }) => tags);
}

/** Names that articles have, the most used first, then A to Z; of two spellings used as often, the first one met. */
export function countNames(
  entries: readonly Entry[],
  namesOf: (meta: Meta) => readonly string[],
): TagCount[] {
  const counts = new Map<string, Map<string, number>>();
  for (const { meta } of entries) {
    for (const tag of namesOf(meta)) {
      const spellings = counts.get(fold(tag)) ?? new Map<string, number>();
      spellings.set(tag, (spellings.get(tag) ?? 0) + 1);
      counts.set(fold(tag), spellings);
    }
  }
  const found = [...counts.values()].map((spellings) => {
    const [best] = [...spellings].sort((a, b) => b[1] - a[1]);
    return {
      tag: best?.[0] ?? '',
      count: [...spellings.values()].reduce((sum, count) => sum + count, 0),
    };
  });
  return byUse(found);
}

/** The most used first, then A to Z. */
export function byUse(counts: readonly TagCount[]): TagCount[] {
  const keyed = counts.map((one) => ({ one, key: fold(one.tag) }));
  keyed.sort((a, b) => b.one.count - a.one.count || byText(a.key, b.key));
  return keyed.map(({ one }) => one);
}
