import { authorLabels, columnsOf, tagLabels } from '../../src/library/index/document.ts';
import { type Database, findDriver, type Opener } from '../../src/library/index/driver.ts';
import { createSchema } from '../../src/library/index/schema.ts';
import { writerOf } from '../../src/library/index/writing.ts';
import { COMMON, type Tables } from '../../src/library/query/sql.ts';
import { keysOf, tokensOf } from '../../src/library/text/terms.ts';
import type { Sample } from './small-library.ts';

/** A library in the tables of the index, in memory. */
export interface Indexed {
  readonly articles: readonly Sample[];
  readonly database: Database;
  readonly tables: Tables;
}

const open = (await findDriver()) as Opener;
const opened: Database[] = [];

/** Closes the databases of all libraries. */
export function closeAll(): void {
  for (const database of opened.splice(0)) database.close();
}

/** A library in tables of its own; `isLarge` lets nothing in it seem rare. */
export function indexed(articles: readonly Sample[], isLarge: boolean): Indexed {
  const database = open(':memory:');
  opened.push(database);
  createSchema(database);
  const writer = writerOf(database, keysOf);
  writer.start();
  const uids = articles.map(({ path, meta, words, broken, parts }) => {
    const file = { path, mtime: 0, size: 0, ino: 0, seen: 0, hash: '' };
    const columns = columnsOf(path, meta, {
      words,
      error: broken ? 'front-matter-syntax' : undefined,
    });
    // Two articles of one title and date are one to the reading state; here each is its own.
    const own = [path, ...columns.slice(1)];
    const texts = parts.map((text) => tokensOf(text).join(' '));
    const labels = { tags: tagLabels(meta.tags), authors: authorLabels(meta.authors) };
    writer.put({
      file,
      columns: own,
      ...labels,
      aliases: [],
      texts,
      words: parts.flatMap((text) => tokensOf(text)),
    });
    return path;
  });
  writer.finish();
  const listed = (kind: 'reading' | 'done' | 'starred') =>
    uids.filter((_, at) => articles[at]?.[kind]);
  // Of a large library nothing is rare: then other ways are taken.
  const rows: Tables['rows'] = (text, ...values) =>
    isLarge && text.startsWith('SELECT count(*) AS n FROM (')
      ? [{ n: COMMON }]
      : database.prepare(text).all(...values);
  return { articles, database, tables: { rows, states: listed } };
}
