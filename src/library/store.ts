import {
  closeSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ReaderError } from '../model/errors.ts';
import { makeFolders } from './folders.ts';
import { uniqueName } from './unique.ts';

/** How the names of unfinished files begin: hidden ones, which no reader of folders looks at. */
const OURS = '.sijori-';
/** Milliseconds after which an unfinished file is nobody's: no write takes so long. */
const ABANDONED = 3_600_000;

/** Removes the unfinished files that a killed program left in a folder; `now` is in ms since 1970. */
export function sweepUnfinished(folder: string, now: number): void {
  try {
    for (const name of readdirSync(folder)) {
      if (!name.startsWith(OURS) || !name.endsWith('.tmp')) continue;
      const path = join(folder, name);
      if (now - statSync(path).mtimeMs > ABANDONED) rmSync(path, { force: true });
    }
  } catch {
    // No folder, or none to be tidied: what is there hurts nobody.
  }
}

/**
 * Writes a file in UTF-8 so that after a crash it is the old one or the new one, never half of it; missing folders are
 * made. With `overwrite` the permissions stay, and of a link it is the target that is written; without, nothing that
 * is there is touched. @throws ReaderError `exists` or `write`.
 */
export function writeWhole(path: string, text: string, options: { overwrite: boolean }): void {
  makeFolder(dirname(path));
  writing(path, () => (options.overwrite ? replace(path, text) : add(path, text)));
}

/**
 * Copies a file whole, as {@link writeWhole} writes; a file that is there already and is the same is left alone.
 * @throws ReaderError `exists` when another one is there, `unreadable` or `write`.
 */
export function copyWhole(from: string, path: string, options: { overwrite: boolean }): void {
  const bytes = bytesOf(from);
  const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
  if (isThere && bytesOf(path).equals(bytes)) return;
  if (isThere && !options.overwrite) throw new ReaderError('exists', { path });
  makeFolder(dirname(path));
  writing(path, () => (isThere ? replace(path, bytes) : add(path, bytes)));
}

/** What became of a file that was to hold a text. */
export type Placed = 'written' | 'replaced' | 'same';

/**
 * Writes a file as {@link writeWhole} does, for folders that others may have put something into: one that holds the same
 * text is left alone, another is replaced only with `overwrite`, and of a link it is the link that is replaced, wherever it
 * leads. @throws ReaderError `taken`, `exists`, `not-a-file` or `write`.
 */
export function placeWhole(path: string, text: string, options: { overwrite: boolean }): Placed {
  const there = statOf(path);
  if (!there) {
    writeWhole(path, text, { overwrite: false });
    return 'written';
  }
  if (there.isFile() && holds(path, there.size, Buffer.from(text))) return 'same';
  if (!there.isFile() && !there.isSymbolicLink()) throw new ReaderError('not-a-file', { path });
  if (!options.overwrite) throw new ReaderError('taken', { path });
  writing(path, () => put(path, text, there.isFile() ? there.mode : undefined));
  return 'replaced';
}

/** What lies at a path, a link being itself. @throws ReaderError `write` where that cannot be told. */
function statOf(path: string): Stats | undefined {
  let there: Stats | undefined;
  writing(path, () => {
    there = lstatSync(path, { throwIfNoEntry: false });
  });
  return there;
}

/** Whether a file holds these bytes; one that cannot be read does not. */
function holds(path: string, size: number, bytes: Buffer): boolean {
  try {
    return size === bytes.length && readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new ReaderError('unreadable', { path, reason }, { cause });
  }
}

/** Does a write; what goes wrong becomes an error that names the file. */
function writing(path: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (reason === 'EEXIST') throw new ReaderError('exists', { path }, { cause });
    throw new ReaderError('write', { path, reason }, { cause });
  }
}

function replace(path: string, text: string | Uint8Array): void {
  const old = statSync(path, { throwIfNoEntry: false });
  // As the system follows it: Node's own way takes `..` for the folder above a link, where another file may be.
  put(old ? realpathSync.native(path) : path, text, old?.mode);
}

/** Puts a file in the place of what is there. */
function put(path: string, text: string | Uint8Array, mode?: number): void {
  beside(path, (temporary) => {
    writeSynced(temporary, text, mode);
    renameSync(temporary, path);
  });
}

function add(path: string, text: string | Uint8Array): void {
  beside(path, (temporary) => {
    writeSynced(temporary, text);
    addOnly(temporary, path);
  });
}

/** Works with a file of its own in the same folder, which is gone afterwards. */
function beside(path: string, work: (temporary: string) => void): void {
  const temporary = join(dirname(path), `${OURS}${uniqueName()}.tmp`);
  try {
    work(temporary);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * Makes a folder and those it is in, where they are missing. A file that stands where a folder is needed is not the file
 * that is there already. @throws ReaderError `write`.
 */
export function makeFolder(path: string): void {
  try {
    makeFolders(path);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
    const reason = code === 'EEXIST' ? 'ENOTDIR' : code;
    throw new ReaderError('write', { path, reason }, { cause });
  }
}

function writeSynced(path: string, text: string | Uint8Array, mode?: number): void {
  const file = openSync(path, 'wx');
  try {
    if (mode !== undefined) fchmodSync(file, mode & 0o7777);
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/**
 * A second name for a file cannot replace another. Where a file system has no second names, the name is taken by an
 * empty file first, which then is replaced: a copy could end half way.
 */
function addOnly(temporary: string, target: string): void {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    replaceEmpty(openSync(target, 'wx'), temporary, target);
  }
}

function replaceEmpty(empty: number, temporary: string, target: string): void {
  try {
    closeSync(empty);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  }
}
