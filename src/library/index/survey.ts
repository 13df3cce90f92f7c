import { ReaderError } from '../../model/errors.ts';
import type { FileStat } from './document.ts';
import type { Database } from './driver.ts';
import { folderOf, type KnownFile, knownFile, knownFolder } from './known-file.ts';
import { canRead, folderTime, statOf } from './stat.ts';

/** What is in a folder, by names. */
interface Listing {
  readonly folders: readonly string[];
  readonly articles: readonly string[];
}

/** How the files of a library are looked at. */
export interface Files {
  /** The library as a path that can be opened. */
  readonly root: string;
  /** The articles and folders in a folder. @throws ReaderError when it cannot be read. */
  list(folder: string): Listing;
  /** Now, ms since 1970. */
  now(): number;
}

/** What has changed in the files since they were indexed. */
export interface Changes {
  /** Files that are not in the index. */
  readonly added: string[];
  /** Files whose time, size or number is another, or that changed in the moment when they were read. */
  readonly altered: KnownFile[];
  readonly gone: KnownFile[];
  /** Folders that were looked through, with their time. */
  readonly folders: Map<string, number>;
  readonly goneFolders: string[];
  /** Folders that cannot be looked into, and why. */
  readonly closed: { readonly path: string; readonly error: ReaderError }[];
  /** Whether some files of changed folders were not looked at, to keep the command quick. */
  rest: boolean;
}

/**
 * How closely files are looked at: in folders whose time is another, all of them, or all of them and what is in them.
 */
export type Depth = 'folders' | 'all' | 'contents';

/** Files of changed folders that are looked at before a command answers. */
const QUICK = 2000;
/** A change within so many ms of the look at a file may have the same time: clocks of file systems are coarse. */
const RACY = 2000;
const DEEPEST = 32;

/**
 * What has changed. The time of a folder tells of files that came and went, and of files that were replaced; not of
 * files that were written into.
 */
export function changesOf(database: Database, files: Files, depth: Depth): Changes {
  const changes = noChanges();
  const known = new Map(
    database
      .prepare('SELECT path, mtime, id FROM dirs')
      .all()
      .map((row) => [String(row['path']), { mtime: Number(row['mtime']), id: Number(row['id']) }]),
  );
  const look = {
    database,
    files,
    depth,
    changes,
    known,
    left: depth === 'folders' ? QUICK : Infinity,
  };
  for (const [path, { mtime }] of known) {
    const now = folderTime(at(files.root, path));
    if (now === undefined) vanish(look, path);
    else if (depth !== 'folders' || now !== mtime) lookThrough(look, path, now);
  }
  if (!known.has('')) lookThrough(look, '', folderTime(files.root));
  lookAgain(look);
  return changes;
}

interface Look {
  readonly database: Database;
  readonly files: Files;
  readonly depth: Depth;
  readonly changes: Changes;
  readonly known: ReadonlyMap<string, { readonly mtime: number; readonly id: number }>;
  /** Files that may still be looked at. */
  left: number;
}

function vanish({ database, known, changes }: Look, path: string): void {
  changes.gone.push(...knownFolder(database, known.get(path)?.id).rest());
  changes.goneFolders.push(path);
}

function lookThrough(look: Look, path: string, time: number | null | undefined): void {
  const { files, changes, known } = look;
  if (changes.folders.has(path)) return;
  // What changes after this look has another time, unless the clock is coarse.
  const mtime = time ?? 0;
  const isRacy = mtime > files.now() - RACY;
  const listing = listed(look, path);
  if (!listing) return;
  const { folders, articles } = listing;
  changes.folders.set(path, isRacy ? -1 : mtime);
  compare(look, path, articles);
  for (const name of folders) {
    const below = inside(path, name);
    const isNew = !known.has(below) && below.split('/').length <= DEEPEST;
    if (isNew) lookThrough(look, below, folderTime(at(files.root, below)));
  }
}

/** What is in a folder; undefined where that cannot be told. @throws ReaderError for the library itself. */
function listed(look: Look, path: string): Listing | undefined {
  try {
    return look.files.list(at(look.files.root, path));
  } catch (error) {
    if (path === '' || !(error instanceof ReaderError)) throw error;
    if (error.code !== 'not-found') shut(look, path, error);
    return undefined;
  }
}

/** A folder that cannot be looked into: what was in it is gone until it can be, which no time need tell. */
function shut({ database, known, changes }: Look, path: string, error: ReaderError): void {
  changes.closed.push({ path, error });
  const folder = known.get(path);
  const files = knownFolder(database, folder?.id).rest();
  if (folder?.mtime === -1 && files.length === 0) return;
  for (const one of [path, folderOf(path)]) changes.folders.set(one, -1);
  changes.gone.push(...files);
}

/** Files that could not be opened, and can be now: of that, no time of theirs tells. */
function lookAgain({ database, files, changes }: Look): void {
  const query = `SELECT NULL AS id, path, mtime, size, ino, seen FROM failures WHERE code = 'unreadable' LIMIT ?`;
  const rows = database.prepare(query).all(QUICK).map(knownFile);
  const seen = new Set([...changes.altered, ...changes.gone].map(({ path }) => path));
  for (const row of rows)
    if (!seen.has(row.path) && canRead(at(files.root, row.path))) changes.altered.push(row);
}

/** Where something of the library is: `join` would look at every letter of paths that are clean. */
function at(root: string, path: string): string {
  return path === '' ? root : `${root}/${path}`;
}

function inside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The files of a folder and the rows of it. */
function compare(look: Look, folder: string, articles: readonly string[]): void {
  const { database, known, changes } = look;
  const rows = knownFolder(database, known.get(folder)?.id);
  for (const name of articles) {
    const file = inside(folder, name);
    const row = rows.take(file);
    if (row) lookAt(look, row, folder);
    else changes.added.push(file);
  }
  changes.gone.push(...rows.rest());
}

function lookAt(look: Look, row: KnownFile, folder: string): void {
  const { files, changes, depth } = look;
  if (look.left <= 0) {
    changes.rest = true;
    // Looked through again by the next command.
    changes.folders.set(folder, -1);
    return;
  }
  look.left -= 1;
  const stat = statOf(at(files.root, row.path));
  if (stat === undefined) changes.gone.push(row);
  else if (
    stat === null ||
    depth === 'contents' ||
    differs(stat, row) ||
    (depth === 'all' && isRacy(row))
  )
    changes.altered.push(row);
}

function differs(a: FileStat, b: FileStat): boolean {
  return !isSameTime(a.mtime, b.mtime) || a.size !== b.size || a.ino !== b.ino;
}

/** Whether two times, in ms, are the same microsecond, as times are handed over. */
export function isSameTime(a: number, b: number): boolean {
  return Math.round(a * 1000) === Math.round(b * 1000);
}

/** Whether a file may have changed after it was read and still have the time that it had then. */
function isRacy({ mtime, seen }: Pick<KnownFile, 'mtime' | 'seen'>): boolean {
  return mtime > seen - RACY;
}

/** Those of the files that are no longer what the index says: the rows that are about to be shown. */
export function staleOf(files: Files, rows: readonly KnownFile[]): Changes {
  const changes = noChanges();
  for (const row of rows) {
    const stat = statOf(at(files.root, row.path));
    if (stat === undefined) changes.gone.push(row);
    else if (stat === null) changes.folders.set(folderOf(row.path), -1);
    else if (differs(stat, row) || isRacy(row)) changes.altered.push(row);
  }
  return changes;
}

function noChanges(): Changes {
  return {
    added: [],
    altered: [],
    gone: [],
    folders: new Map(),
    goneFolders: [],
    closed: [],
    rest: false,
  };
}

/** Whether there is nothing to write. */
export function isNothing({ added, altered, gone, folders, goneFolders }: Changes): boolean {
  const lists = [added, altered, gone, goneFolders];
  return lists.every((list) => list.length === 0) && folders.size === 0;
}
