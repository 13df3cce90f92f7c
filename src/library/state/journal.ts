import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ReaderError } from '../../model/errors.ts';
import { makeFolders } from '../folders.ts';
import { writeWhole } from '../store.ts';
import { type Change, HEADER, lineOf, readLine, VERSION } from './change.ts';
import { locked, type Owner } from './lock.ts';

/** A journal as it was read. */
export interface Journal {
  readonly changes: readonly Change[];
  /** Lines that hold something, those that cannot be read too. */
  readonly lines: number;
}

/**
 * All changes of a journal, in the order in which they were written; none where there is no file. A line that was not
 * written to its end is left out, the rest is there. @throws ReaderError `state-newer` or `unreadable`.
 */
export function readJournal(file: string): Journal {
  const lines = textOf(file)
    .split('\n')
    .filter((line) => line !== '');
  const changes: Change[] = [];
  for (const line of lines) {
    const read = readLine(line);
    if (read === undefined) continue;
    if (!('version' in read)) changes.push(read);
    else if (read.version > VERSION)
      throw new ReaderError('state-newer', { path: file, version: read.version });
  }
  return { changes, lines: lines.length };
}

/**
 * Writes changes to the end of a journal: when this returns, a crash of the program or the machine does not lose them.
 * A file of its own is for nobody else to read. @throws ReaderError `write` or `state-busy`; then nothing is written.
 */
export function append(file: string, changes: readonly Change[], owner: Owner): void {
  if (changes.length === 0) return;
  writing(file, () => makeFolders(dirname(file), 0o700));
  locked(lockOf(file), owner, () => writing(file, () => appendHeld(file, changes)));
}

/** Replaces a journal by the changes that `shorter` makes of it, whole or not at all. */
export function compact(
  file: string,
  shorter: (changes: readonly Change[]) => readonly Change[],
  owner: Owner,
): void {
  locked(lockOf(file), owner, () => {
    const lines = shorter(readJournal(file).changes).map(lineOf);
    writeWhole(file, `${[HEADER, ...lines].join('\n')}\n`, { overwrite: true });
  });
}

function lockOf(file: string): string {
  return `${file}.lock`;
}

function appendHeld(file: string, changes: readonly Change[]): void {
  const descriptor = openSync(file, 'a+', 0o600);
  try {
    const { size } = fstatSync(descriptor);
    const lead = size === 0 ? `${HEADER}\n` : endsWhole(descriptor, size) ? '' : '\n';
    const bytes = Buffer.from(`${lead}${changes.map(lineOf).join('\n')}\n`);
    try {
      if (writeSync(descriptor, bytes) < bytes.length) throw full();
    } catch (error) {
      ftruncateSync(descriptor, size);
      throw error;
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Whether the last line has its end; what a killed writer began gets one, so that it spoils nothing else. */
function endsWhole(descriptor: number, size: number): boolean {
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  return last[0] === 0x0a;
}

/** A disk takes less than it is given only when it has no room for more. */
function full(): Error {
  return Object.assign(new Error('no space'), { code: 'ENOSPC' });
}

function writing(path: string, work: () => unknown): void {
  try {
    work();
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    throw new ReaderError('write', { path, reason }, { cause });
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return '';
    throw new ReaderError('unreadable', { path: file, reason }, { cause });
  }
}
