import { createHash } from 'node:crypto';
import { COLUMNS, type Document, type Failure, type FileFacts, type Label } from './document.ts';
import type { Database } from './driver.ts';
import { forgetMilestones } from './numbers.ts';

/** Writes articles into the index; all within the caller's transaction. */
export interface Writer {
  /** Starts a transaction's worth of writing and taking out: others may have written since the last one. */
  start(): void;
  /** Puts an article in, in place of what its path or the id given held. */
  put(document: Document, id?: number): void;
  /** Puts an article in whose path the index does not know. */
  add(document: Document): void;
  putFailure(failure: Failure): void;
  /** Ends a transaction's worth of writing, before it is committed. */
  finish(): void;
  /** Takes an article out. */
  remove(id: number): void;
  /** Notes that a file was looked at and is the same. */
  touch(id: number, file: Omit<FileFacts, 'path' | 'hash'>): void;
  /** The id of a folder, which is made known when it is not. */
  folder(path: string): number;
  /** Forgets what it keeps in mind of rows, after a transaction that was rolled back. */
  forget(): void;
}

const FILE_COLUMNS = ['id', 'dir', 'path', 'place', 'mtime', 'size', 'ino', 'seen', 'hash'];
const INSERT_DOC = `INSERT INTO docs(${[...FILE_COLUMNS, ...COLUMNS].join(', ')}) VALUES(${[...FILE_COLUMNS, ...COLUMNS].map(() => '?').join(', ')})`;
const INSERT_TEXT =
  'INSERT INTO fts(rowid, title, subtitle_description, tags_authors, body) VALUES(?, ?, ?, ?, ?)';

/** A writer; `keysOf` gives the stem keys of a word. */
export function writerOf(database: Database, keysOf: (word: string) => readonly string[]): Writer {
  const known: Known = {
    folders: idsOf(database, 'dirs', 'path', 'path'),
    tags: idsOf(database, 'tags', 'key', 'name'),
    authors: idsOf(database, 'authors', 'key', 'name'),
    words: wordsOf(database, keysOf),
  };
  const folder = (path: string) => folderId(database, known, path);
  let last: number | undefined;
  const next = () => {
    last = (last ?? lastId(database)) + 1;
    return last;
  };
  return {
    start: () => {
      last = undefined;
      forgetMilestones(database);
    },
    finish: () => known.words.write(),
    add: (document) => add(database, known, document, next()),
    put: (document, id) => {
      const old = rowAt(database, document.file.path);
      removeFailure(database, document.file.path);
      for (const one of new Set([id, old])) if (one !== undefined) removeDoc(database, one);
      add(database, known, document, id ?? old ?? next());
    },
    putFailure: (failure) => {
      const old = rowAt(database, failure.file.path);
      if (old !== undefined) removeDoc(database, old);
      addFailure(database, folder(folderOf(failure.file.path)), failure);
    },
    remove: (id) => removeDoc(database, id),
    touch: (id, { mtime, size, ino, seen }) =>
      database
        .prepare('UPDATE docs SET mtime = ?, size = ?, ino = ?, seen = ? WHERE id = ?')
        .run(mtime, size, ino, seen, id),
    folder,
    forget: () => {
      for (const one of Object.values(known)) one.forget();
    },
  };
}

/** What a writer keeps in mind of the rows that are there. */
interface Known {
  readonly folders: Ids;
  readonly tags: Ids;
  readonly authors: Ids;
  readonly words: Words;
}

function folderId(database: Database, { folders }: Known, path: string): number {
  const add = (id: number) =>
    database.prepare('INSERT INTO dirs(id, path, mtime) VALUES(?, ?, -1)').run(id, path);
  return folders.of(path, add).id;
}

function add(database: Database, known: Known, document: Document, id: number): void {
  const { path, mtime, size, ino, seen, hash } = document.file;
  const dir = folderId(database, known, folderOf(path));
  const file = [id, dir, path, placeOf(path), mtime, size, ino, seen, hash];
  database.prepare(INSERT_DOC).run(...file, ...document.columns);
  database.prepare(INSERT_TEXT).run(id, ...document.texts);
  for (const tag of document.tags)
    database
      .prepare('INSERT INTO doc_tags(tag, spelling, doc, direct) VALUES(?, ?, ?, ?)')
      .run(...labelled(database, known.tags, tag), id, Number(tag.direct));
  for (const author of document.authors)
    database
      .prepare('INSERT INTO doc_authors(author, spelling, doc) VALUES(?, ?, ?)')
      .run(...labelled(database, known.authors, author), id);
  for (const alias of document.aliases)
    database.prepare('INSERT OR IGNORE INTO aliases(key, doc) VALUES(?, ?)').run(alias, id);
  known.words.add(document.words);
}

/** The id of a name, and how this article spells it where that is not as the first one did. */
function labelled(
  database: Database,
  labels: Ids,
  { name, key }: Label,
): [id: number, spelling: string | null] {
  const known = labels.of(key, (id) =>
    database
      .prepare(`INSERT INTO ${labels.table}(id, name, key) VALUES(?, ?, ?)`)
      .run(id, name, key),
  );
  return [known.id, known.name === name ? null : name];
}

function addFailure(database: Database, dir: number, failure: Failure): void {
  const { path, mtime, size, ino, seen } = failure.file;
  const details = JSON.stringify(failure.details);
  database
    .prepare(
      'INSERT OR REPLACE INTO failures(dir, path, mtime, size, ino, seen, code, details) VALUES(?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(dir, path, mtime, size, ino, seen, failure.code, details);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A number of 48 bits that stands for a path in an index. */
function placeOf(path: string): number {
  return createHash('sha1').update(path).digest().readUIntBE(0, 6);
}

function rowAt(database: Database, path: string): number | undefined {
  const query = 'SELECT id FROM docs WHERE place = ? AND path = ?';
  const row = database.prepare(query).first(placeOf(path), path);
  return row && Number(row['id']);
}

function removeFailure(database: Database, path: string): void {
  database.prepare('DELETE FROM failures WHERE path = ?').run(path);
}

function lastId(database: Database): number {
  const query = 'SELECT coalesce(max(id), 0) AS id FROM docs';
  return Number(database.prepare(query).first()?.['id']);
}

function removeDoc(database: Database, id: number): void {
  database.prepare('DELETE FROM fts WHERE rowid = ?').run(id);
  for (const table of ['doc_tags', 'doc_authors', 'aliases'])
    database.prepare(`DELETE FROM ${table} WHERE doc = ?`).run(id);
  database.prepare('DELETE FROM docs WHERE id = ?').run(id);
}

/** Rows by key of a table of names, those asked for kept in mind. */
interface Ids {
  readonly table: 'dirs' | 'tags' | 'authors';
  of(key: string, add: (id: number) => void): { readonly id: number; readonly name: string };
  forget(): void;
}

function idsOf(database: Database, table: Ids['table'], key: string, name: string): Ids {
  const known = new Map<string, { id: number; name: string }>();
  const ask = (wanted: string) => {
    const query = `SELECT id, ${name} AS name FROM ${table} WHERE ${key} = ?`;
    const row = database.prepare(query).first(wanted);
    return row && { id: Number(row['id']), name: String(row['name']) };
  };
  return {
    table,
    forget: () => known.clear(),
    of: (wanted, add) => {
      const seen = known.get(wanted) ?? ask(wanted);
      if (!seen) {
        const next = `SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`;
        add(Number(database.prepare(next).first()?.['id']));
      }
      const found = seen ?? ask(wanted) ?? { id: 0, name: '' };
      known.set(wanted, found);
      return found;
    },
  };
}

/** Words that wait for the end of their transaction. */
interface Words {
  add(words: readonly string[]): void;
  /** Writes them with their stem keys, as far as the library did not know them. */
  write(): void;
  forget(): void;
}

/** A call of the database costs more than a row: words and keys are handed over as JSON, many at once. */
const NEW_WORDS = `SELECT value AS term FROM json_each(?) WHERE value NOT IN (SELECT term FROM terms)`;
const ADD_WORDS = 'INSERT OR IGNORE INTO terms(term) SELECT value FROM json_each(?)';
const ADD_KEYS = `INSERT OR IGNORE INTO stems(key, term)
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)`;
const MANY_WORDS = 5000;

function wordsOf(database: Database, keysOf: (word: string) => readonly string[]): Words {
  let waiting: string[] = [];
  const addKeys = (some: readonly string[]) => {
    const known = database.prepare(NEW_WORDS).all(JSON.stringify(some));
    const words = known.map((row) => String(row['term'])).sort();
    if (words.length === 0) return;
    database.prepare(ADD_WORDS).run(JSON.stringify(words));
    const pairs = words.flatMap((word) => keysOf(word).map((key) => [key, word]));
    database.prepare(ADD_KEYS).run(JSON.stringify(pairs.sort(byKey)));
  };
  return {
    forget: () => {
      waiting = [];
    },
    add: (words) => {
      waiting.push(...words);
    },
    write: () => {
      for (let at = 0; at < waiting.length; at += MANY_WORDS)
        addKeys(waiting.slice(at, at + MANY_WORDS));
      waiting = [];
    },
  };
}

function byKey([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
