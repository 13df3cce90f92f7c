import { ReaderError } from '../../model/errors.ts';
import { resolve } from '../resolve.ts';
import type { Shelf, Unreadable, Wanted } from '../shelf.ts';
import {
  authorCounts,
  count,
  type Found,
  failures,
  find,
  findById,
  findIds,
  isEmpty,
  type Question,
  seriesCounts,
  tagCounts,
} from './asking.ts';
import type { Database } from './driver.ts';
import type { Keeper } from './keeper.ts';
import { namesOfIndex } from './naming.ts';

/** Rows whose files are looked at before they are shown; of more, the next sweep tells. */
const MOST_VERIFIED = 1000;
/** Times that an answer is asked for anew because what it names has changed meanwhile. */
const MOST_ROUNDS = 3;

/** A shelf of the articles of an index; `folder` is how the user names the library, `closed` is what cannot be looked into. */
export function indexShelf(
  keeper: Keeper,
  folder: string,
  closed: readonly Unreadable[] = [],
): Shelf {
  const root = folder.replace(/\/+$/, '');
  const shown = (path: string) => `${root}/${path}`;
  const entryOf = ({ id, file, meta, number }: Found) => ({
    id,
    path: shown(file.path),
    meta,
    number,
  });
  const verified = async (ask: (database: Database) => Found[]): Promise<Found[]> => {
    let found = await keeper.ask(ask);
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const rows = found.slice(0, MOST_VERIFIED).map(({ file }) => file);
      if (!(await keeper.verify(rows))) break;
      found = await keeper.ask(ask);
    }
    return found;
  };
  const entriesOf = async (ids: readonly number[]) =>
    (await verified((database) => findById(database, ids))).map(entryOf);
  return {
    find: async (wanted) => (await verified(asked(wanted, find))).map(entryOf),
    walk: (wanted) => walked(wanted, { verified, entryOf, entriesOf, ask: keeper.ask }),
    count: (filter) => keeper.ask((database) => count(database, filter.condition(database))),
    isEmpty: () => keeper.ask(isEmpty),
    tags: () => keeper.ask(tagCounts),
    authors: () => keeper.ask(authorCounts),
    series: () => keeper.ask(seriesCounts),
    resolve: async (query) => {
      let found: Found | undefined;
      const ask = (database: Database) => {
        const names = namesOfIndex(database, (one) => ({ ...entryOf(one), found: one }));
        found = resolve(query, names).found;
        return found ? [found] : [];
      };
      const [one] = await verified(ask);
      if (!one) throw new ReaderError('no-match', { query });
      return entryOf(one);
    },
    areSlugs: (names) =>
      keeper.ask((database) =>
        names.every((slug) => database.prepare('SELECT 1 FROM docs WHERE slug = ?').first(slug)),
      ),
    unreadable: () => keeper.ask((database) => namedAll([...closed, ...failures(database)], shown)),
    index: { ask: keeper.ask, entriesOf },
    close: keeper.close,
  };
}

/** The question that is meant, once the database is there to say what its condition is. */
function asked<Answer>(
  wanted: Wanted,
  answer: (database: Database, question: Question) => Answer,
): (database: Database) => Answer {
  return (database) => answer(database, { ...wanted, ...wanted.condition(database) });
}

/** Rows that are read at a time. */
const SOME = 256;

/**
 * Articles in order, some at a time: the first ones as they are found, of all others only the ids, for which a change of
 * the index meanwhile is no matter. What is gone when its turn comes is left out.
 */
async function* walked<Entry extends { readonly id: number }>(
  wanted: Wanted,
  shelf: {
    verified(ask: (database: Database) => Found[]): Promise<Found[]>;
    ask<Answer>(work: (database: Database) => Answer): Promise<Answer>;
    entryOf(found: Found): Entry;
    entriesOf(ids: readonly number[]): Promise<Entry[]>;
  },
): AsyncGenerator<Entry> {
  const limit = Math.min(SOME, wanted.limit ?? SOME);
  const first = (await shelf.verified(asked({ ...wanted, limit }, find))).map(shelf.entryOf);
  yield* first;
  if (first.length < SOME) return;
  const known = new Set(first.map(({ id }) => id));
  const ids = (await shelf.ask(asked(wanted, findIds))).filter((id) => !known.has(id));
  for (let at = 0; at < ids.length; at += SOME)
    yield* await shelf.entriesOf(ids.slice(at, at + SOME));
}

function namedAll(all: readonly Unreadable[], shown: (path: string) => string): Unreadable[] {
  return all.map(({ path, error }) => {
    const details = { ...error.details, path: shown(path) };
    return { path: shown(path), error: new ReaderError(error.code, details) };
  });
}
