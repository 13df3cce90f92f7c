import { type Dirent, promises as fs } from 'node:fs';
import { ReaderError } from '../model/errors.ts';

const ARTICLE = /\.(?:md|markdown|mdown|mkd)$/i;
/** Folders that hold no articles of the user's. */
const SKIPPED = new Set(['node_modules', '.git']);
/** Deepest folder that is looked into; a guard, for symbolic links are not followed. */
const DEEPEST = 32;

/**
 * The articles under a folder, as paths that begin with the folder, in a stable order; hidden files and folders
 * are left out. @throws ReaderError `not-found` or `unreadable`.
 */
export async function findArticles(folder: string, depth = 0): Promise<string[]> {
  const entries = await listed(folder);
  const found: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    const path = `${folder.replace(/\/+$/, '')}/${entry.name}`;
    if (entry.isDirectory() && depth < DEEPEST && !SKIPPED.has(entry.name)) {
      found.push(...(await findArticles(path, depth + 1)));
    } else if (entry.isFile() && ARTICLE.test(entry.name)) found.push(path);
  }
  return found;
}

async function listed(folder: string): Promise<Dirent[]> {
  try {
    return await fs.readdir(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new ReaderError('not-found', { path: folder }, { cause });
    throw new ReaderError('unreadable', { path: folder, reason: code ?? '' }, { cause });
  }
}
