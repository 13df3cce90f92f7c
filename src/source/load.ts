import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { ReaderError } from '../model/errors.ts';
import { decode } from './decode.ts';

/** Largest article that is read, in bytes. */
const LARGEST = 32 * 1024 * 1024;

/** A file's text before any parsing. */
export interface Source {
  /** The path as it was given, or `-` for standard input. */
  readonly path: string;
  /** Line ends are newlines; no byte order mark. */
  readonly text: string;
  /** Last modification, ms since 1970; undefined for standard input. */
  readonly modified?: number;
  /** The encoding, when it is not UTF-8. */
  readonly encoding?: string;
}

/** A file before it is known what text it is. */
export interface Bytes {
  readonly bytes: Uint8Array;
  /** Last modification, ms since 1970. */
  readonly modified: number;
  /** The number that the file system has for it. */
  readonly inode: number;
}

/** Reads one regular file as text. @throws ReaderError as {@link loadBytes}, and `binary`. */
export function loadFile(path: string): Source {
  const { bytes, modified } = loadBytes(path);
  return { path, modified, ...decode(bytes, path) };
}

/**
 * Reads one regular file, without waiting: one article is read at a time, and a thread would cost more than it.
 * @throws ReaderError `not-found`, `is-folder`, `not-a-file`, `unreadable` or `too-large`.
 */
export function loadBytes(path: string): Bytes {
  const file = opened(path);
  try {
    const stat = fstatSync(file);
    if (stat.isDirectory()) throw new ReaderError('is-folder', { path });
    if (!stat.isFile()) throw new ReaderError('not-a-file', { path });
    if (stat.size > LARGEST) throw tooLarge(path);
    return { bytes: bytesIn(file, stat.size), modified: stat.mtimeMs, inode: stat.ino };
  } catch (error) {
    throw error instanceof ReaderError ? error : unreadable(path, error);
  } finally {
    closeSync(file);
  }
}

/** What small files are read into, one after the other: to get memory for each takes longer than to read it. */
const BLOCK = 65_536;
const LARGEST_SHARED = 16_384;
let block = new Uint8Array(0);
let taken = 0;

/** Memory of that size, of which nothing is known. */
function room(size: number): Buffer {
  if (size > LARGEST_SHARED) return Buffer.allocUnsafe(size);
  if (taken + size > block.length) {
    block = Buffer.allocUnsafeSlow(BLOCK);
    taken = 0;
  }
  const bytes = Buffer.from(block.buffer, taken, size);
  // Whoever reads several bytes at once finds the first of them where he may.
  taken += (size + 7) & ~7;
  return bytes;
}

/** What an open file of a stated size holds; files that the system makes up state none. */
function bytesIn(file: number, size: number): Uint8Array {
  if (size === 0) return readFileSync(file);
  const bytes = room(size);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read) {
    read = readSync(file, bytes, length, size - length, null);
  }
  return length === size ? bytes : bytes.subarray(0, length);
}

/** Whether there is a regular file of that path. */
export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

/** Reads a stream to its end as text. @throws ReaderError `too-large` or `binary`. */
export async function loadStream(stream: AsyncIterable<Uint8Array>): Promise<Source> {
  return { path: '-', ...decode(await loadStreamBytes(stream), '-') };
}

/** Reads a stream to its end, as standard input is. @throws ReaderError `too-large`. */
export async function loadStreamBytes(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > LARGEST) throw tooLarge('-');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Non-blocking, so that a pipe nobody writes to does not hang the reader. */
const READING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function opened(path: string): number {
  try {
    return openSync(path, READING);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function tooLarge(path: string): ReaderError {
  return new ReaderError('too-large', { path, limit: `${LARGEST / 1024 / 1024} MiB` });
}

function unreadable(path: string, cause: unknown): ReaderError {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new ReaderError('not-found', { path }, { cause });
  if (code === 'EISDIR') return new ReaderError('is-folder', { path }, { cause });
  if (code === 'ENXIO') return new ReaderError('not-a-file', { path }, { cause });
  return new ReaderError('unreadable', { path, reason: code || String(cause) }, { cause });
}
