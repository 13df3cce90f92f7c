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
  isEmpty,
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

/** A shelf of the articles of an index; `folder` is how the user names the library. */
export function indexShelf(keeper: Keeper, folder: string): Shelf {
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
  return {
    find: async (wanted) => (await verified(asked(wanted))).map(entryOf),
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
    unreadable: () => keeper.ask((database) => failures(database).map((one) => named(one, shown))),
    index: {
      ask: keeper.ask,
      entriesOf: async (ids) =>
        (await verified((database) => findById(database, ids))).map(entryOf),
    },
    close: keeper.close,
  };
}

/** The question that is meant, once the database is there to say what its condition is. */
function asked(wanted: Wanted) {
  return (database: Database) => find(database, { ...wanted, ...wanted.condition(database) });
}

function named({ path, error }: Unreadable, shown: (path: string) => string): Unreadable {
  const details = { ...error.details, path: shown(path) };
  return { path: shown(path), error: new ReaderError(error.code, details) };
}
