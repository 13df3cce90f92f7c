import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { makeFolders } from '../folders.ts';
import { type Database, isBusy, isDamaged, type Opener } from './driver.ts';
import { createSchema, SCHEMA_VERSION } from './schema.ts';

/** ms that a reader or a short write waits for another process. */
const PATIENCE = 2000;

/** Where the index of a library is kept: a folder of its own under the cache, named after the library's real path. */
export function indexFolder(cache: string, library: string): string {
  return join(cache, 'sijori', 'index', folderName(library));
}

/** Longest name of a folder that every file system takes, in bytes; some take 255. */
const LONGEST_NAME = 200;

/** A path as the name of one folder: a percent sign and two digits for each byte that is no letter, digit or the like. */
function folderName(path: string): string {
  const bytes = Buffer.from(path).toString('latin1');
  const name = bytes.replace(
    /[^\w.~-]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return name.length <= LONGEST_NAME ? name : createHash('sha1').update(path).digest('hex');
}

/** The file of an index in its folder. */
export function indexFile(folder: string): string {
  return join(folder, `index-v${SCHEMA_VERSION}.db`);
}

/** An index that was opened, and whether what was there had to be set aside. */
export interface Opened {
  readonly database: Database;
  /** Where the damaged or foreign file was moved to. */
  readonly aside?: string;
}

/**
 * Opens the index in a folder, or makes an empty one, which only the user can read. A file that is damaged or none of
 * ours is set aside first. Throws what the file system or the driver throws when it cannot be made.
 */
export function openIndex(open: Opener, folder: string): Opened {
  makeFolders(folder, 0o700);
  const file = indexFile(folder);
  if (!existsSync(file)) removeOthers(folder, basename(file));
  const database = attempt(open, file);
  if (database) return { database };
  const aside = setAside(file);
  const again = attempt(open, file);
  if (!again) throw new Error(`cannot be opened: ${file}`);
  return { database: again, aside };
}

/** Removes indexes of other versions, which nobody would open again: they are as large as the library. */
function removeOthers(folder: string, name: string): void {
  for (const other of readdirSync(folder))
    if (/^index-v\d+\.db/.test(other) && !other.startsWith(name))
      rmSync(join(folder, other), { force: true });
}

/** Moves an index out of the way; it is made anew by who opens the next one. */
export function setAside(file: string): string {
  const aside = `${file}.damaged`;
  rmSync(aside, { force: true });
  try {
    renameSync(file, aside);
  } catch {
    // Another process was quicker.
  }
  for (const end of ['-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
  return aside;
}

/** Removes an index: it is made anew by who opens the next one. */
export function removeIndex(folder: string): void {
  for (const end of ['', '-wal', '-shm', '.damaged'])
    rmSync(`${indexFile(folder)}${end}`, { force: true });
}

/** The database with our tables in it; undefined where the file is damaged or none of ours. */
function attempt(open: Opener, file: string): Database | undefined {
  let database: Database | undefined;
  try {
    database = open(file);
    prepare(database);
    if (isOurs(database)) return database;
  } catch (error) {
    if (!isDamaged(error)) {
      database?.close();
      throw error;
    }
  }
  database?.close();
  return undefined;
}

function prepare(database: Database): void {
  database.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
  if (versionOf(database) === 0) database.exec('PRAGMA journal_mode = WAL');
  database.exec(
    'PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY',
  );
}

/** Whether the tables are ours; an empty database is given them. */
function isOurs(database: Database): boolean {
  if (versionOf(database) === SCHEMA_VERSION) return true;
  database.exec('BEGIN IMMEDIATE');
  try {
    const isEmpty = !database.prepare('SELECT 1 FROM sqlite_schema').first();
    if (isEmpty) createSchema(database);
    database.exec('COMMIT');
    return isEmpty || versionOf(database) === SCHEMA_VERSION;
  } catch (error) {
    takeBack(database);
    throw error;
  }
}

function versionOf(database: Database): number {
  return Number(database.prepare('PRAGMA user_version').first()?.['user_version']);
}

/**
 * Does work that changes the index, whole or not at all. False where another process holds it for more than so many ms;
 * nothing was done then.
 */
export function writing(database: Database, work: () => void, patience = PATIENCE): boolean {
  if (!begin(database, patience)) return false;
  try {
    work();
    database.exec('COMMIT');
    return true;
  } catch (error) {
    takeBack(database);
    throw error;
  }
}

/** Does work that changes the index and takes it back. False where another process holds it: nothing was done then. */
export function rolledBack(database: Database, work: () => void): boolean {
  if (!begin(database, PATIENCE)) return false;
  try {
    work();
  } finally {
    takeBack(database);
  }
  return true;
}

/** Ends what was begun without a trace. SQLite has done so by itself where the disk is full or broken. */
export function takeBack(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch (error) {
    if (!/no transaction is active/.test(String(error))) throw error;
  }
}

/** Begins to write, unless another process does for more than so many ms. */
function begin(database: Database, patience: number): boolean {
  try {
    if (patience !== PATIENCE) database.exec(`PRAGMA busy_timeout = ${patience}`);
    database.exec('BEGIN IMMEDIATE');
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  } finally {
    if (patience !== PATIENCE) database.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
  }
}

/** What the index remembers of itself. */
export function remembered(database: Database, key: string): string | undefined {
  const value = database.prepare('SELECT v FROM meta WHERE k = ?').first(key)?.['v'];
  return value === undefined || value === null ? undefined : String(value);
}

/** Notes something about the index, within a transaction of the caller's. */
export function remember(database: Database, key: string, value: string | number): void {
  database.prepare('INSERT OR REPLACE INTO meta(k, v) VALUES(?, ?)').run(key, value);
}

/** Held while one process indexes: the operating system lets go of it when the process ends in whatever way. */
export interface Lock {
  release(): void;
}

/** The lock of who indexes a library; undefined where another process has it for more than so many ms. */
export function takeLock(open: Opener, folder: string, patience: number): Lock | undefined {
  const database = open(join(folder, 'indexing.db'));
  try {
    database.exec(`PRAGMA busy_timeout = ${patience}; BEGIN EXCLUSIVE`);
    const release = () => {
      // A driver may close only when it collects its garbage.
      database.exec('ROLLBACK');
      database.close();
    };
    return { release };
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}
