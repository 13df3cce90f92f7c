import type { Database } from './driver.ts';

/** Changes with every change of the tables: an index of another version is made anew. */
export const SCHEMA_VERSION = 1;

/**
 * The tables, for SQLite 3.45. Paths are relative to the library, with slashes. `*_key` columns are folded text;
 * `date_key` is UTC text that sorts by the moment, '' without a date. docs/library.md says what each column means.
 */
const TABLES = `
CREATE TABLE meta(k TEXT PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE dirs(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, mtime REAL NOT NULL);
CREATE TABLE docs(
  id INTEGER PRIMARY KEY,
  dir INTEGER NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL,
  mtime REAL NOT NULL, size INTEGER NOT NULL, ino INTEGER NOT NULL, seen REAL NOT NULL, hash TEXT NOT NULL,
  uid TEXT NOT NULL,
  slug TEXT NOT NULL, title TEXT NOT NULL, title_key TEXT NOT NULL,
  date_key TEXT NOT NULL, date_iso TEXT, date_origin TEXT, updated_iso TEXT,
  lang TEXT, series TEXT, series_key TEXT, source TEXT,
  draft INTEGER NOT NULL, words INTEGER NOT NULL, untagged INTEGER NOT NULL, error TEXT,
  meta TEXT NOT NULL);
CREATE TABLE failures(
  dir INTEGER NOT NULL, name TEXT NOT NULL, path TEXT NOT NULL,
  mtime REAL NOT NULL, size INTEGER NOT NULL, ino INTEGER NOT NULL, seen REAL NOT NULL,
  code TEXT NOT NULL, details TEXT NOT NULL, PRIMARY KEY(dir, name)) WITHOUT ROWID;
CREATE TABLE names(key TEXT NOT NULL, kind INTEGER NOT NULL, doc INTEGER NOT NULL, PRIMARY KEY(key, kind, doc)) WITHOUT ROWID;
CREATE TABLE titles(doc INTEGER PRIMARY KEY, words TEXT NOT NULL);
CREATE TABLE tags(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE);
CREATE TABLE doc_tags(tag INTEGER NOT NULL, doc INTEGER NOT NULL, direct INTEGER NOT NULL, spelling TEXT, PRIMARY KEY(tag, doc)) WITHOUT ROWID;
CREATE TABLE authors(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE);
CREATE TABLE doc_authors(author INTEGER NOT NULL, doc INTEGER NOT NULL, spelling TEXT, PRIMARY KEY(author, doc)) WITHOUT ROWID;
CREATE TABLE terms(term TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE stems(key TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY(key, term)) WITHOUT ROWID;
CREATE VIRTUAL TABLE fts USING fts5(title, subtitle_description, tags_authors, body,
  content='', contentless_delete=1, tokenize='ascii');
`;

const INDEXES = `
CREATE UNIQUE INDEX docs_file ON docs(dir, name);
CREATE INDEX docs_order ON docs(date_key DESC, path);
CREATE INDEX docs_hash ON docs(hash);
CREATE INDEX docs_uid ON docs(uid);
CREATE INDEX docs_series ON docs(series_key) WHERE series_key IS NOT NULL;
CREATE INDEX docs_error ON docs(error) WHERE error IS NOT NULL;
CREATE INDEX tags_of ON doc_tags(doc);
CREATE INDEX authors_of ON doc_authors(doc);
CREATE INDEX names_of ON names(doc);
`;

/** Makes the tables in an empty database. */
export function createSchema(database: Database): void {
  database.exec(TABLES);
  database.exec(INDEXES);
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
}
