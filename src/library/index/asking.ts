import type { Meta } from '../../model/article.ts';
import { type Details, type ErrorCode, ReaderError } from '../../model/errors.ts';
import { byUse, type SortKey, type TagCount } from '../select.ts';
import { unpacked } from './document.ts';
import type { Database, Row, Value } from './driver.ts';
import { type KnownFile, knownFile } from './known-file.ts';
import { numbersOf } from './numbers.ts';

/** A condition on a row of `docs`, with the values of its question marks in order. */
export interface Condition {
  readonly where: string;
  readonly parameters: readonly Value[];
}

/** What is wanted of the index, and in what order. */
export interface Question extends Condition {
  readonly sort?: SortKey | undefined;
  readonly reverse?: boolean | undefined;
  readonly limit?: number | undefined;
}

/** An article of the index: its file as it was when it was read, and its place in the whole library. */
export interface Found {
  readonly id: number;
  readonly file: KnownFile;
  readonly meta: Meta;
  /** Its place in the whole library, the newest first, from 1: what `read` takes. */
  readonly number: number;
}

/** Everything. */
export const ALL: Condition = { where: '1', parameters: [] };

const ORDERS: Readonly<Record<SortKey, readonly [ascending: string, descending: string]>> = {
  date: ['date_key DESC, path', 'date_key, path DESC'],
  title: ['title_key, path', 'title_key DESC, path DESC'],
  author: ['author_key, path', 'author_key DESC, path DESC'],
  path: ['path', 'path DESC'],
};

const COLUMNS = 'id, path, mtime, size, ino, seen, meta, date_key';

/** The articles that fit, in order, each with its number. */
export function find(database: Database, question: Question): Found[] {
  return numbered(database, rowsInOrder(database, COLUMNS, question));
}

/** The ids of the articles that fit, in order. */
export function findIds(database: Database, question: Question): number[] {
  return rowsInOrder(database, 'id', question).map((row) => Number(row['id']));
}

function rowsInOrder(database: Database, columns: string, question: Question): Row[] {
  const { where, parameters, sort = 'date', reverse = false, limit } = question;
  const order = ORDERS[sort][reverse ? 1 : 0];
  const query = `SELECT ${columns} FROM docs WHERE ${where} ORDER BY ${order} LIMIT ?`;
  return database.prepare(query).all(...parameters, limit ?? -1);
}

/** The articles with these ids, in the order of the ids; those that are gone are left out. */
export function findById(database: Database, ids: readonly number[]): Found[] {
  const query = `SELECT ${COLUMNS} FROM docs WHERE id IN (SELECT value FROM json_each(?))`;
  const rows = database.prepare(query).all(JSON.stringify(ids));
  const found = new Map(numbered(database, rows).map((one) => [one.id, one]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** How many fit. */
export function count(database: Database, { where, parameters }: Condition): number {
  const row = database
    .prepare(`SELECT count(*) AS n FROM docs WHERE ${where}`)
    .first(...parameters);
  return Number(row?.['n']);
}

/** Whether there is no article at all. */
export function isEmpty(database: Database): boolean {
  return database.prepare('SELECT 1 FROM docs LIMIT 1').first() === undefined;
}

function numbered(database: Database, rows: readonly Row[]): Found[] {
  const numbers = numbersOf(database, rows);
  return rows.map((row) => ({
    id: Number(row['id']),
    file: knownFile(row),
    meta: unpacked(String(row['meta'])),
    number: numbers.get(Number(row['id'])) ?? 0,
  }));
}

/** The files that could not be read, as the errors that reading them gave. */
export function failures(database: Database): { path: string; error: ReaderError }[] {
  const rows = database.prepare('SELECT path, code, details FROM failures ORDER BY path').all();
  return rows.map((row) => {
    const details = JSON.parse(String(row['details'])) as Details;
    return {
      path: String(row['path']),
      error: new ReaderError(row['code'] as ErrorCode, details),
    };
  });
}

/** Tags that articles name themselves, the most used first, each in the spelling used most. */
export function tagCounts(database: Database): TagCount[] {
  return spelt(
    database,
    `SELECT label, coalesce(spelling, name) AS name, n
      FROM (${usesOf('doc_tags', 'tag', 'direct = 1')}) JOIN tags ON id = label`,
    `SELECT coalesce(spelling, name) AS spelling FROM doc_tags JOIN tags ON tags.id = tag
      JOIN docs ON docs.id = doc WHERE tag = ? AND direct = 1`,
  );
}

/** Authors, as {@link tagCounts} has tags. */
export function authorCounts(database: Database): TagCount[] {
  return spelt(
    database,
    `SELECT label, coalesce(spelling, name) AS name, n
      FROM (${usesOf('doc_authors', 'author', '1')}) JOIN authors ON id = label`,
    `SELECT coalesce(spelling, name) AS spelling FROM doc_authors JOIN authors ON authors.id = author
      JOIN docs ON docs.id = doc WHERE author = ?`,
  );
}

/** Series, as {@link tagCounts} has tags. */
export function seriesCounts(database: Database): TagCount[] {
  return spelt(
    database,
    `SELECT series_key AS label, series AS name, count(*) AS n FROM docs WHERE series_key IS NOT NULL GROUP BY 1, 2`,
    `SELECT series AS spelling FROM docs WHERE series_key = ?`,
  );
}

/** How often each name is used in each spelling. Grouping all by both would sort every row; few have a spelling of their own. */
function usesOf(table: string, label: string, where: string): string {
  return `SELECT ${label} AS label, NULL AS spelling, count(*) AS n FROM ${table}
      WHERE ${where} AND spelling IS NULL GROUP BY 1
    UNION ALL SELECT ${label}, spelling, count(*) FROM ${table}
      WHERE ${where} AND spelling IS NOT NULL GROUP BY 1, 2`;
}

/** Adds up the spellings of each name; of those used as often, that of the newest article wins. */
function spelt(database: Database, groups: string, inOrder: string): TagCount[] {
  const labels = new Map<Value, { name: string; n: number }[]>();
  for (const row of database.prepare(groups).all()) {
    const known = labels.get(row['label'] ?? null) ?? [];
    known.push({ name: String(row['name']), n: Number(row['n']) });
    labels.set(row['label'] ?? null, known);
  }
  const newest = `${inOrder} ORDER BY date_key DESC, path`;
  const counts = [...labels].map(([label, spellings]) => {
    const most = Math.max(...spellings.map(({ n }) => n));
    const best = spellings.filter(({ n }) => n === most).map(({ name }) => name);
    const first = () =>
      database
        .prepare(newest)
        .all(label)
        .find((row) => best.includes(String(row['spelling'])));
    const tag = best.length === 1 ? best[0] : String(first()?.['spelling'] ?? best[0]);
    return { tag: tag ?? '', count: spellings.reduce((sum, { n }) => sum + n, 0) };
  });
  return byUse(counts);
}
