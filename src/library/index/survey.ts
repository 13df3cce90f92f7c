import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileStat } from './document.ts';
import type { Database, Row } from './driver.ts';

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

/** A row of the index and the file that it stands for. */
export interface KnownFile extends FileStat {
  /** Undefined for a file that could not be read. */
  readonly id: number | undefined;
  readonly path: string;
  readonly seen: number;
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
    const now = folderTime(files, path);
    if (now === undefined) vanish(look, path);
    else if (depth !== 'folders' || now !== mtime) lookThrough(look, path, now);
  }
  if (!known.has('')) lookThrough(look, '', folderTime(files, '') ?? 0);
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

/** The time of a folder; undefined where there is none. */
function folderTime({ root }: Files, path: string): number | undefined {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  return stat?.isDirectory() ? stat.mtimeMs : undefined;
}

/** The time, size and number of a file; undefined where there is none. */
export function statOf(path: string): FileStat | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat && { mtime: stat.mtimeMs, size: stat.size, ino: stat.ino };
}

function vanish({ database, known, changes }: Look, path: string): void {
  changes.gone.push(...filesIn(database, known.get(path)?.id));
  changes.goneFolders.push(path);
}

function lookThrough(look: Look, path: string, mtime: number): void {
  const { files, changes, known } = look;
  if (changes.folders.has(path)) return;
  // What changes after this look has another time, unless the clock is coarse.
  const isRacy = mtime > files.now() - RACY;
  const { folders, articles } = files.list(join(files.root, path));
  changes.folders.set(path, isRacy ? -1 : mtime);
  compare(look, path, articles);
  for (const name of folders) {
    const below = inside(path, name);
    const isNew = !known.has(below) && below.split('/').length <= DEEPEST;
    if (isNew) lookThrough(look, below, folderTime(files, below) ?? 0);
  }
}

function inside(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** The files of a folder and the rows of it. */
function compare(look: Look, folder: string, articles: readonly string[]): void {
  const { database, known, changes } = look;
  const rows = new Map(filesIn(database, known.get(folder)?.id).map((row) => [row.path, row]));
  for (const name of articles) {
    const file = inside(folder, name);
    const row = rows.get(file);
    rows.delete(file);
    if (row) lookAt(look, row, folder);
    else changes.added.push(file);
  }
  changes.gone.push(...rows.values());
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
  const stat = statOf(join(files.root, row.path));
  if (!stat) changes.gone.push(row);
  else if (depth === 'contents' || differs(stat, row) || (depth === 'all' && isRacy(row)))
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
    const stat = statOf(join(files.root, row.path));
    if (!stat) changes.gone.push(row);
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
    rest: false,
  };
}

/** Whether there is nothing to write. */
export function isNothing({ added, altered, gone, folders, goneFolders }: Changes): boolean {
  const lists = [added, altered, gone, goneFolders];
  return lists.every((list) => list.length === 0) && folders.size === 0;
}

/** Rows cost a call of the driver for every value: a folder is handed over as one JSON text. */
const FILES = `SELECT json_group_array(json_array(id, path, time, size, ino, time_seen)) AS files FROM
  (SELECT id, path, CAST(round(mtime * 1000) AS INTEGER) AS time, size, ino, CAST(seen AS INTEGER) AS time_seen
    FROM docs WHERE dir = ?1
  UNION ALL SELECT NULL, path, CAST(round(mtime * 1000) AS INTEGER), size, ino, CAST(seen AS INTEGER)
    FROM failures WHERE dir = ?1)`;

type FileRow = readonly [
  id: number | null,
  path: string,
  time: number,
  size: number,
  ino: number,
  seen: number,
];

function filesIn(database: Database, dir: number | undefined): KnownFile[] {
  if (dir === undefined) return [];
  const text = String(database.prepare(FILES).first(dir)?.['files']);
  return (JSON.parse(text) as FileRow[]).map(([id, path, time, size, ino, seen]) => ({
    id: id ?? undefined,
    path,
    mtime: time / 1000,
    size,
    ino,
    seen,
  }));
}

/** A row of `docs` with id, path, mtime, size, ino and seen. */
export function knownFile(row: Row): KnownFile {
  return {
    id: row['id'] === null ? undefined : Number(row['id']),
    path: String(row['path']),
    mtime: Number(row['mtime']),
    size: Number(row['size']),
    ino: Number(row['ino']),
    seen: Number(row['seen']),
  };
}
