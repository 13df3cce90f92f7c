import { readlinkSync, symlinkSync, unlinkSync } from 'node:fs';
import { ReaderError } from '../../model/errors.ts';
import { uniqueName } from '../unique.ts';

/** A process as others can tell whether it still runs; made in `cli`, where processes are known. */
export interface Owner {
  /** Names this process among all of all machines: no slash in it. */
  readonly name: string;
  /** Whether the process of that name still runs, as far as can be told from here. */
  runs(name: string): boolean;
}

/** Milliseconds between two looks at a lock that another process holds, and how often it is looked at. */
const PAUSE = 4;
const MOST_LOOKS = 5000;

/**
 * Does work while no other process does any under the same lock. The lock is a symbolic link that names its owner: it is
 * made whole or not at all, and one whose owner was killed is taken over. @throws ReaderError `state-busy` after twenty
 * seconds, and what the work throws.
 */
export function locked<Result>(path: string, owner: Owner, work: () => Result): Result {
  const token = `${owner.name}/${uniqueName()}`;
  take(path, token, owner);
  try {
    return work();
  } finally {
    release(path, token);
  }
}

function take(path: string, token: string, owner: Owner): void {
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    if (made(path, token)) return;
    const held = ownerOf(path);
    if (held === undefined) continue;
    if (owner.runs(nameIn(held))) pause();
    else bury(path, held, owner);
  }
  throw new ReaderError('state-busy', { path, owner: nameIn(ownerOf(path) ?? '') });
}

/**
 * Removes the lock of a dead owner. Only one process at a time may bury one lock, and nobody else removes it: so it is
 * the same lock when it is removed as when it was looked at.
 */
function bury(path: string, held: string, owner: Owner): void {
  locked(`${path}-${held.slice(held.lastIndexOf('/') + 1)}`, owner, () => release(path, held));
}

function release(path: string, token: string): void {
  if (ownerOf(path) === token) unlinkSync(path);
}

function made(path: string, token: string): boolean {
  try {
    symlinkSync(token, path);
    return true;
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (reason === 'EEXIST') return false;
    throw new ReaderError('write', { path, reason }, { cause });
  }
}

function ownerOf(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    // Something else stands there; it is nobody's lock and only the user can remove it.
    return '';
  }
}

function nameIn(token: string): string {
  return token.slice(0, Math.max(0, token.lastIndexOf('/')));
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
