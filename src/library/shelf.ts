import type { ReaderError } from '../model/errors.ts';
import { ALL, type Condition } from './index/asking.ts';
import type { Database } from './index/driver.ts';
import { namesIn, resolve } from './resolve.ts';
import {
  countNames,
  countTags,
  type Entry,
  type SortKey,
  sorted,
  type TagCount,
} from './select.ts';

/** An entry with the number that `read` takes: its place in the whole library, the newest first. */
export type Numbered = Entry & { readonly number: number };

/** Which articles are wanted, said twice: for the index, and for articles that are all at hand. Both mean the same. */
export interface Filter {
  /** For the index, which may be asked meanwhile for what it depends on. */
  condition(database: Database): Condition;
  fits(entry: Entry): boolean;
}

/** A filter, and in what order how many of the articles are wanted. */
export interface Wanted extends Filter {
  readonly sort?: SortKey | undefined;
  readonly reverse?: boolean | undefined;
  readonly limit?: number | undefined;
}

/** A file of the library that cannot be read, and why. */
export interface Unreadable {
  readonly path: string;
  readonly error: ReaderError;
}

/** The articles of a library as they are asked for, whether from an index or from their files. */
export interface Shelf {
  /** The articles that fit, in order. */
  find(wanted: Wanted): Promise<Numbered[]>;
  /** The same, some at a time: of a large library no more is held than is asked for. */
  walk(wanted: Wanted): AsyncIterable<Numbered>;
  count(filter: Filter): Promise<number>;
  isEmpty(): Promise<boolean>;
  /** Names with how many articles have each, the most used first, then A to Z; in the spelling used most. */
  tags(): Promise<TagCount[]>;
  authors(): Promise<TagCount[]>;
  series(): Promise<TagCount[]>;
  /** The article that the user's words mean. @throws ReaderError `no-match`, `no-number` or `ambiguous`. */
  resolve(query: string): Promise<Numbered>;
  /** Whether each of the names is the slug of an article. */
  areSlugs(names: readonly string[]): Promise<boolean>;
  unreadable(): Promise<readonly Unreadable[]>;
  /** Asks the index itself, where there is one; its rows become entries by {@link Shelf.entriesOf}. */
  readonly index?: IndexShelf;
  close(): void;
}

/** What only an index can. */
interface IndexShelf {
  /** Runs questions on the index; they may be asked again, when the index had to be made anew meanwhile. */
  ask<Result>(work: (database: Database) => Result): Promise<Result>;
  /** The articles of rows of `docs`, in the order of their ids; what changed since is read again, what is gone is left out. */
  entriesOf(ids: readonly number[]): Promise<(Numbered & { readonly id: number })[]>;
}

/** Any article. */
export const ANY: Filter = { condition: () => ALL, fits: () => true };

/** A shelf of articles that are all at hand. */
export function shelfOf(entries: readonly Entry[], unreadable: readonly Unreadable[]): Shelf {
  const all = sorted(entries, 'date').map((entry, at) => ({ ...entry, number: at + 1 }));
  const found = ({ fits, sort = 'date', reverse, limit }: Wanted) =>
    sorted(all.filter(fits), sort, reverse).slice(0, limit);
  return {
    find: async (wanted) => found(wanted),
    walk: async function* (wanted) {
      yield* found(wanted);
    },
    isEmpty: async () => all.length === 0,
    count: async ({ fits }) => all.filter(fits).length,
    tags: async () => countTags(all),
    authors: async () => countNames(all, ({ authors }) => authors),
    series: async () => countNames(all, ({ series }) => (series === undefined ? [] : [series])),
    resolve: async (query) => resolve(query, namesIn(all)),
    areSlugs: async (names) => {
      const slugs = new Set(all.map(({ meta }) => meta.slug));
      return names.every((name) => slugs.has(name));
    },
    unreadable: async () => unreadable,
    close: () => {},
  };
}
