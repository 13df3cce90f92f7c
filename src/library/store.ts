import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { ReaderError } from '../model/errors.ts';

/**
 * Writes a file whole or not at all: what is there stays until the new text is safely on the disk beside it.
 * @throws ReaderError `exists` when it is there and `overwrite` is false; `write` when the disk refuses.
 */
export function writeWhole(
  path: string,
  text: string,
  { overwrite }: { overwrite: boolean },
): void {
  const slash = path.lastIndexOf('/');
  const folder = slash < 0 ? '.' : path.slice(0, slash) || '/';
  const draft = `${folder}/.${path.slice(slash + 1).slice(0, 80)}.${Math.random().toString(36).slice(2)}.tmp`;
  try {
    mkdirSync(folder, { recursive: true });
    writeDraft(draft, text);
    if (overwrite) renameSync(draft, path);
    else linkSync(draft, path);
    sync(folder);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code === 'EEXIST') throw new ReaderError('exists', { path }, { cause });
    throw new ReaderError('unwritable', { path, reason: code }, { cause });
  } finally {
    remove(draft);
  }
}

function writeDraft(path: string, text: string): void {
  const file = openSync(path, 'wx', 0o644);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the folder's entry itself survive a crash; some systems cannot, which is no failure. */
function sync(folder: string): void {
  try {
    const entry = openSync(folder, 'r');
    try {
      fsyncSync(entry);
    } finally {
      closeSync(entry);
    }
  } catch {
    // Windows has no such thing.
  }
}

/** After a rename there is nothing left to remove. */
function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It is gone already.
  }
}
