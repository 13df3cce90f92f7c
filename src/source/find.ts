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

/** Takes a folder within that cannot be looked into; the rest is found without it. */
type Closed = (error: ReaderError) => void;

/**
 * The articles under a folder, as paths that begin with the folder, in a stable order; hidden files and folders
 * are left out. @throws ReaderError `not-found` or `unreadable` of the folder itself.
 */
export function findArticles(folder: string, closed: Closed): string[] {
  return findFiles(folder, ARTICLE, closed);
}

/** As {@link findArticles}, for files whose names fit a pattern. */
export function findFiles(folder: string, pattern: RegExp, closed: Closed): string[] {
  return filesIn(folder, listed(folder), { pattern, closed, depth: 0 });
}

interface Search {
  readonly pattern: RegExp;
  readonly closed: Closed;
  readonly depth: number;
}

function filesIn(folder: string, entries: readonly Dirent[], search: Search): string[] {
  const { pattern, closed, depth } = search;
  const root = folder.replace(/\/+$/, '');
  return entries
    .filter(({ name }) => !name.startsWith('.') && !SKIPPED.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${root}/${entry.name}`;
      if (!entry.isDirectory()) return entry.isFile() && pattern.test(entry.name) ? [path] : [];
      const below = depth < DEEPEST ? listedBelow(path, closed) : [];
      return filesIn(path, below, { ...search, depth: depth + 1 });
    });
}

function listedBelow(folder: string, closed: Closed): Dirent[] {
  try {
    return listed(folder);
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    closed(error);
    return [];
  }
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
