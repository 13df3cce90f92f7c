import { mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing. Throws what the file system says. Node's own way (`recursive`) never
 * ends where a folder cannot be made and says that it is not there, as in /proc.
 */
export function makeFolders(path: string, mode = 0o777): void {
  if (isFolder(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolders(above, mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another process may have been quicker.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/**
 * A path that leads where the system follows it, whoever takes `..` out of it: after a link to a folder, `..` is the folder
 * above the one that it leads to, and not that of the link. Other paths stay as they are.
 */
export function asFollowed(path: string): string {
  const [above] = /^(?:.*[/\\])?\.\.(?=$|[/\\])/.exec(path) ?? [];
  if (above === undefined) return path;
  const real = realFolder(above);
  if (real === undefined || real === realFolder(resolve(above))) return path;
  // What comes after it has no such steps; a slash at its end stays, which says that it is a folder.
  return join(real, path.slice(above.length));
}

/** A folder as the system follows it, without links; undefined where there is none. */
export function realFolder(path: string): string | undefined {
  try {
    // Node's own way takes `..` for the folder above a link.
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
