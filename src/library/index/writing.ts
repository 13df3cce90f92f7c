import { digest } from '../../model/digest.ts';
import { COLUMNS, type Document, type Entry, type Failure, type FileFacts } from './document.ts';
import type { Database } from './driver.ts';
import { folderOf } from './known-file.ts';
import { type Ids, idsOf, type Labels, labelsOf } from './names.ts';
import { type NewWords, newWords } from './new-words.ts';
import { forgetMilestones } from './numbers.ts';
import { type Totals, totalsOf } from './words/totals.ts';

/** Writes articles into the index; all within the caller's transaction. */
export interface Writer {
  /** Starts a transaction's worth of writing and taking out: others may have written since the last one. */
  start(): void;
  /** Puts an article in, in place of what its path or the id given held. */
  put(document: Document, id?: number): void;
  /** Puts an article in whose path the index does not know. */
  add(document: Document): void;
  /** Puts one in at a number that no row has, or tells why it could not be read; its words come as a segment. */
  fill(one: Entry | Failure, id: number): void;
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
    folders: idsOf(database, 'dirs', { key: 'path', name: 'path' }),
    tags: labelsOf(database, 'tags'),
    authors: labelsOf(database, 'authors'),
    words: newWords(database, keysOf),
    totals: totalsOf(database),
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
      known.totals.start();
    },
    finish: () => {
      for (const one of [known.tags, known.authors, known.words, known.totals]) one.write();
    },
    add: (document) => add(database, known, document, next()),
    fill: (one, id) => {
      if ('columns' in one) addEntry(database, known, one, id);
      else addFailure(database, folder(folderOf(one.file.path)), one);
    },
    put: (document, id) => {
      const old = rowAt(database, document.file.path);
      removeFailure(database, document.file.path);
      for (const one of new Set([id, old])) if (one !== undefined) removeDoc(database, known, one);
      add(database, known, document, id ?? old ?? next());
    },
    putFailure: (failure) => {
      const old = rowAt(database, failure.file.path);
      if (old !== undefined) removeDoc(database, known, old);
      addFailure(database, folder(folderOf(failure.file.path)), failure);
    },
    remove: (id) => removeDoc(database, known, id),
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
  readonly tags: Labels;
  readonly authors: Labels;
  readonly words: NewWords;
  readonly totals: Totals;
}

function folderId(database: Database, { folders }: Known, path: string): number {
  const add = (id: number) =>
    database.prepare('INSERT INTO dirs(id, path, mtime) VALUES(?, ?, -1)').run(id, path);
  return folders.of(path, add).id;
}

function add(database: Database, known: Known, document: Document, id: number): void {
  addEntry(database, known, document, id);
  known.totals.added();
  database.prepare(INSERT_TEXT).run(id, ...document.texts);
}

function addEntry(database: Database, known: Known, entry: Entry, id: number): void {
  const { path, mtime, size, ino, seen, hash } = entry.file;
  const dir = folderId(database, known, folderOf(path));
  const file = [id, dir, path, placeOf(path), mtime, size, ino, seen, hash];
  database.prepare(INSERT_DOC).run(...file, ...entry.columns);
  known.tags.add(id, entry.tags);
  known.authors.add(id, entry.authors);
  for (const alias of entry.aliases)
    database.prepare('INSERT OR IGNORE INTO aliases(key, doc) VALUES(?, ?)').run(alias, id);
  known.words.add(entry.words);
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

/** A number of 48 bits that stands for a path in an index. */
function placeOf(path: string): number {
  return Number.parseInt(digest('sha1', path, 'hex').slice(0, 12), 16);
}

function rowAt(database: Database, path: string): number | undefined {
  const query = 'SELECT id FROM docs WHERE place = ? AND path = ?';
  const row = database.prepare(query).first(placeOf(path), path);
  return row && Number(row['id']);
}

function removeFailure(database: Database, path: string): void {
  database.prepare('DELETE FROM failures WHERE path = ?').run(path);
}

/** The highest number of a row; 0 without one. */
export function lastId(database: Database): number {
  const query = 'SELECT coalesce(max(id), 0) AS id FROM docs';
  return Number(database.prepare(query).first()?.['id']);
}

function removeDoc(database: Database, { totals }: Known, id: number): void {
  totals.removing(id);
  database.prepare('DELETE FROM fts WHERE rowid = ?').run(id);
  for (const table of ['doc_tags', 'doc_authors', 'aliases'])
    database.prepare(`DELETE FROM ${table} WHERE doc = ?`).run(id);
  database.prepare('DELETE FROM docs WHERE id = ?').run(id);
}
