import { accessSync, constants, statSync } from 'node:fs';
import type { FileStat } from './document.ts';

/** The time of a folder, ms since 1970; undefined where there is none, null where that cannot be told. */
export function folderTime(path: string): number | null | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat?.isDirectory() ? stat.mtimeMs : undefined;
  } catch {
    return null;
  }
}

/** The time, size and number of a file; undefined where there is none, null where a folder above cannot be looked into. */
export function statOf(path: string): FileStat | null | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    return stat && { mtime: stat.mtimeMs, size: stat.size, ino: stat.ino };
  } catch {
    return null;
  }
}

/** Whether a file may be read. */
export function canRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
