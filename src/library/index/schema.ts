import type { Database } from './driver.ts';

/** Changes with every change of the tables: an index of another version is made anew. */
export const SCHEMA_VERSION = 2;

/**
 * The tables, for SQLite 3.45. Paths are relative to the library, with slashes. `*_key` columns are folded text;
 * `date_key` is UTC text that sorts by the moment, '' without a date; `place` is a hash of the path, smaller to look up;
 * `slug_key` and `file_key` are null where folding changes nothing. docs/library.md says what each column means.
 */
const TABLES = `
CREATE TABLE meta(k TEXT PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE dirs(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, mtime REAL NOT NULL);
CREATE TABLE docs(
  id INTEGER PRIMARY KEY,
  dir INTEGER NOT NULL, path TEXT NOT NULL, place INTEGER NOT NULL,
  mtime REAL NOT NULL, size INTEGER NOT NULL, ino INTEGER NOT NULL, seen REAL NOT NULL, hash TEXT NOT NULL,
  uid TEXT NOT NULL,
  slug TEXT NOT NULL, slug_key TEXT, file_key TEXT,
  title TEXT NOT NULL, title_key TEXT NOT NULL,
  date_key TEXT NOT NULL, date_iso TEXT, date_origin TEXT, updated_iso TEXT,
  author_key TEXT NOT NULL, lang TEXT, series TEXT, series_key TEXT, source TEXT,
  draft INTEGER NOT NULL, words INTEGER NOT NULL, untagged INTEGER NOT NULL, error TEXT,
  meta TEXT NOT NULL);
CREATE TABLE failures(
  id INTEGER PRIMARY KEY, dir INTEGER NOT NULL, path TEXT NOT NULL UNIQUE,
  mtime REAL NOT NULL, size INTEGER NOT NULL, ino INTEGER NOT NULL, seen REAL NOT NULL,
  code TEXT NOT NULL, details TEXT NOT NULL);
CREATE TABLE aliases(key TEXT NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY(key, doc)) WITHOUT ROWID;
CREATE TABLE tags(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE);
CREATE TABLE doc_tags(tag INTEGER NOT NULL, doc INTEGER NOT NULL, direct INTEGER NOT NULL, spelling TEXT, PRIMARY KEY(tag, doc)) WITHOUT ROWID;
CREATE TABLE authors(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE);
CREATE TABLE doc_authors(author INTEGER NOT NULL, doc INTEGER NOT NULL, spelling TEXT, PRIMARY KEY(author, doc)) WITHOUT ROWID;
CREATE TABLE terms(term TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE stems(key TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY(key, term)) WITHOUT ROWID;
CREATE VIRTUAL TABLE fts USING fts5(title, subtitle_description, tags_authors, body,
  content='', contentless_delete=1, tokenize='ascii');
`;

/** Indexes that grow at their end while articles are added folder by folder. */
const INDEXES = `
CREATE INDEX docs_dir ON docs(dir);
CREATE INDEX docs_slug_key ON docs(slug_key) WHERE slug_key IS NOT NULL;
CREATE INDEX aliases_of ON aliases(doc);
CREATE INDEX tags_of ON doc_tags(doc);
CREATE INDEX authors_of ON doc_authors(doc);
CREATE INDEX docs_series ON docs(series_key) WHERE series_key IS NOT NULL;
CREATE INDEX docs_error ON docs(error) WHERE error IS NOT NULL;
`;

/** Indexes in another order than that of the files: for many articles they are made afterwards, which is quicker. */
const ORDERS: Readonly<Record<string, string>> = {
  docs_order: 'docs(date_key DESC, path, date_iso)',
  docs_hash: 'docs(hash)',
  docs_uid: 'docs(uid)',
  docs_place: 'docs(place)',
  docs_slug: 'docs(slug)',
  docs_title: 'docs(title_key, slug)',
};

/** Makes the tables and their indexes in an empty database. */
export function createSchema(database: Database): void {
  database.exec(TABLES);
  database.exec(INDEXES);
  createOrders(database);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
}

/** Makes the indexes that {@link dropOrders} took away. */
export function createOrders(database: Database): void {
  for (const [name, columns] of Object.entries(ORDERS))
    database.exec(`CREATE INDEX IF NOT EXISTS ${name} ON ${columns}`);
}

/** Takes away the indexes that are quicker made when all rows are there; without them all is found, more slowly. */
export function dropOrders(database: Database): void {
  for (const name of Object.keys(ORDERS)) database.exec(`DROP INDEX IF EXISTS ${name}`);
}
