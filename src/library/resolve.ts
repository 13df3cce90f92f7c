import { ReaderError } from '../model/errors.ts';
import { fold } from '../model/fold.ts';
import type { Entry } from './select.ts';

/** Most candidates that are named when a query fits several articles. */
const MOST_NAMED = 5;

/**
 * The article that a user's words mean, in a list in reading order: a number in the list, a slug or alias, a file
 * name, or words of the title. @throws ReaderError `no-match`, `no-number` or `ambiguous`.
 */
export function resolve<T extends Entry>(query: string, entries: readonly T[]): T {
  if (/^\d+$/.test(query)) return byNumber(query, entries);
  const wanted = fold(query);
  for (const fits of [isNamed, hasFile, hasTitle, hasWords]) {
    const found = entries.filter((entry) => fits(entry, wanted));
    if (found.length === 1) return found[0]!;
    if (found.length > 1) throw ambiguous(query, found);
  }
  throw new ReaderError('no-match', { query });
}

function byNumber<T extends Entry>(query: string, entries: readonly T[]): T {
  const entry = entries[Number(query) - 1];
  if (!entry) throw new ReaderError('no-match', { query, count: entries.length });
  return entry;
}

function isNamed({ meta }: Entry, wanted: string): boolean {
  return fold(meta.slug) === wanted || meta.aliases.some((alias) => fold(alias) === wanted);
}

function hasFile({ path }: Entry, wanted: string): boolean {
  const name = fold(path.split('/').at(-1) ?? '');
  return name === wanted || name.replace(/\.\w+$/, '') === wanted;
}

function hasTitle({ meta }: Entry, wanted: string): boolean {
  return fold(meta.title) === wanted;
}

/** Every word begins a word of the title or slug. */
function hasWords({ meta }: Entry, wanted: string): boolean {
  const words = fold(`${meta.title} ${meta.slug}`).split(/[^\p{L}\p{N}]+/u);
  const asked = wanted.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return asked.length > 0 && asked.every((word) => words.some((have) => have.startsWith(word)));
}

function ambiguous(query: string, found: readonly Entry[]): ReaderError {
  const named = found.slice(0, MOST_NAMED).map(({ meta }) => meta.slug);
  const candidates = named.join(', ') + (found.length > MOST_NAMED ? ', …' : '');
  return new ReaderError('ambiguous', { query, count: found.length, candidates });
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
function distance(a: string, b: string, limit: number): number {
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
