import { type Dirent, readdirSync } from 'node:fs';
import { ReaderError } from '../model/errors.ts';

const ARTICLE = /\.(?:md|markdown|mdown|mkd)$/i;
/** Folders that hold no articles of the user's. */
const SKIPPED = new Set(['node_modules', '.git']);
/** Deepest folder that is looked into; a guard, for symbolic links are not followed. */
const DEEPEST = 32;

/** What is directly in a folder, by names in a stable order. */
export interface Listing {
  readonly folders: readonly string[];
  readonly articles: readonly string[];
}

/**
 * The folders and articles in a folder; hidden ones, other files and links are left out.
 * @throws ReaderError `not-found` or `unreadable`.
 */
export function listFolder(folder: string): Listing {
  const entries = listed(folder)
    .filter(({ name }) => !name.startsWith('.') && !SKIPPED.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    folders: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    articles: entries
      .filter((entry) => entry.isFile() && ARTICLE.test(entry.name))
      .map(({ name }) => name),
  };
}

/**
 * The articles under a folder, as paths that begin with the folder, in a stable order; hidden files and folders
 * are left out. @throws ReaderError `not-found` or `unreadable`.
 */
export function findArticles(folder: string): string[] {
  return findFiles(folder, ARTICLE);
}

/** As {@link findArticles}, for files whose names fit a pattern. */
export function findFiles(folder: string, pattern: RegExp, depth = 0): string[] {
  const root = folder.replace(/\/+$/, '');
  return listed(folder)
    .filter(({ name }) => !name.startsWith('.') && !SKIPPED.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${root}/${entry.name}`;
      if (entry.isDirectory()) return depth < DEEPEST ? findFiles(path, pattern, depth + 1) : [];
      return entry.isFile() && pattern.test(entry.name) ? [path] : [];
    });
}

function listed(folder: string): Dirent[] {
  try {
    return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true });
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new ReaderError('not-found', { path: folder }, { cause });
    throw new ReaderError('unreadable', { path: folder, reason: code ?? '' }, { cause });
  }
}

/** The names of all that lies in a folder, hidden or not. @throws ReaderError `not-found` or `unreadable`. */
export function namesIn(folder: string): string[] {
  return listed(folder).map(({ name }) => name);
}
