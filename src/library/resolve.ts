import { ReaderError } from '../model/errors.ts';
import { fold } from '../model/fold.ts';
import type { Entry } from './select.ts';

/** Most candidates that are named when a query fits several articles. */
export const MOST_NAMED = 5;

/** The articles that fit in one of the ways in which words can mean an article. */
interface Fitting<T extends Entry> {
  readonly count: number;
  /** The first of them in reading order: all, or as many as are named and one more. */
  readonly some: readonly T[];
}

/** A library that is asked by what its articles are called; each answers with what fits, in reading order. */
export interface Names<T extends Entry> {
  /** How many articles there are. */
  count(): number;
  /** The article at a place of the reading order, from 1. */
  at(place: number): T | undefined;
  /** Of this slug or alias. */
  named(wanted: string): Fitting<T>;
  /** Of this file name, with its extension or without. */
  ofFile(wanted: string): Fitting<T>;
  titled(wanted: string): Fitting<T>;
  /** Of whose title or slug each of the words begins a word. */
  withWords(words: readonly string[]): Fitting<T>;
}

/**
 * The article that a user's words mean: a number in reading order, a slug or alias, a file name, or words of the title.
 * A number that the list does not have may be what one is called, as the year is of `2023.md`.
 * @throws ReaderError `no-match`, `no-number` or `ambiguous`.
 */
export function resolve<T extends Entry>(query: string, names: Names<T>): T {
  const isNumber = /^\d+$/.test(query);
  const numbered = isNumber ? names.at(Number(query)) : undefined;
  if (numbered) return numbered;
  const wanted = fold(query);
  const words = isNumber ? [] : wanted.split(APART).filter((word) => word !== '');
  const ways = [
    () => names.named(wanted),
    () => names.ofFile(wanted),
    () => names.titled(wanted),
    () => (words.length > 0 ? names.withWords(words) : { count: 0, some: [] }),
  ];
  for (const way of ways) {
    const { count, some } = way();
    if (count === 1 && some[0]) return some[0];
    if (count > 1) throw ambiguous(query, count, some);
  }
  throw new ReaderError('no-match', { query, ...(isNumber && { count: names.count() }) });
}

const APART = /[^\p{L}\p{N}]+/u;

/** The names of articles that are all at hand, in reading order. */
export function namesIn<T extends Entry>(entries: readonly T[]): Names<T> {
  const fitting = (fits: (entry: T) => boolean): Fitting<T> => {
    const some = entries.filter(fits);
    return { count: some.length, some };
  };
  return {
    count: () => entries.length,
    at: (place) => entries[place - 1],
    named: (wanted) => fitting((entry) => isNamed(entry, wanted)),
    ofFile: (wanted) => fitting((entry) => hasFile(entry, wanted)),
    titled: (wanted) => fitting(({ meta }) => fold(meta.title) === wanted),
    withWords: (words) => fitting((entry) => hasWords(entry, words)),
  };
}

function isNamed({ meta }: Entry, wanted: string): boolean {
  return fold(meta.slug) === wanted || meta.aliases.some((alias) => fold(alias) === wanted);
}

/** Whether a file has this name, folded, with its extension or without. */
export function hasFile({ path }: Entry, wanted: string): boolean {
  const name = fold(path.split('/').at(-1) ?? '');
  return name === wanted || name.replace(/\.\w+$/, '') === wanted;
}

/** Whether every word begins a word of the title or slug. */
export function hasWords({ meta }: Entry, asked: readonly string[]): boolean {
  const words = fold(`${meta.title} ${meta.slug}`).split(APART);
  return asked.every((word) => words.some((have) => have.startsWith(word)));
}

function ambiguous(query: string, count: number, found: readonly Entry[]): ReaderError {
  const named = found.slice(0, MOST_NAMED).map(({ meta }) => meta.slug);
  const candidates = named.join(', ') + (count > MOST_NAMED ? ', …' : '');
  return new ReaderError('ambiguous', { query, count, candidates });
}

/** The known words closest to one that is not known, at most three: for "did you mean". */
export function similar(word: string, known: readonly string[]): string[] {
  const wanted = fold(word);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  return known
    .map((candidate) => ({ candidate, distance: distance(wanted, fold(candidate), limit) }))
    .filter((entry) => entry.distance <= limit)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/**
 * Edits from one word to the other, two letters in the wrong order counting as one (optimal string alignment), or
 * more than `limit` where the lengths alone say so.
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const differs = Number(a[i - 1] !== b[j - 1]);
      const swapped = isSwapped(a, i, b, j) ? before[j - 2]! : row[j]!;
      next.push(1 + Math.min(row[j]!, next[j - 1]!, row[j - 1]! + differs - 1, swapped));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? limit + 1;
}

/** Whether the two letters before these places are the same two, the other way round. */
function isSwapped(a: string, i: number, b: string, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
}
