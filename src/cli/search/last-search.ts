import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeWhole } from '../../library/store.ts';
import { ReaderError } from '../../model/errors.ts';
import { milliseconds } from '../clock.ts';
import type { Context } from '../context.ts';
import { stateFolder } from '../state/reading-state.ts';
import type { Hit } from './searching.ts';

/** How long a search is what the user has before their eyes, in milliseconds. */
const RECENT = 30 * 60_000;

interface Search {
  readonly words: string;
  /** The absolute path of the library. */
  readonly folder: string;
  readonly numbers: readonly number[];
  /** When it was shown, ms since 1970. */
  readonly at: number;
}

function fileIn(context: Context): string {
  return join(stateFolder(context), 'last-search.json');
}

/** Keeps what was searched and shown, for `read NUMBER`; where it cannot be kept nothing is lost. */
export function rememberSearch(
  shown: { words: readonly string[]; folder: string; hits: readonly Hit[] },
  context: Context,
): void {
  const search: Search = {
    words: shown.words.join(' '),
    folder: resolve(context.cwd, shown.folder),
    numbers: shown.hits.map(({ entry }) => entry.number),
    at: milliseconds(),
  };
  try {
    writeWhole(fileIn(context), `${JSON.stringify(search)}\n`, { overwrite: true });
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
  }
}

/** The words of the last search, where it has shown this number a short while ago. */
export function lastSearchOf(number: number, folder: string, context: Context): string | undefined {
  const search = lastSearch(context);
  if (!search?.numbers.includes(number) || search.words === '') return undefined;
  const isHere = search.folder === resolve(context.cwd, folder);
  return isHere && milliseconds() - search.at < RECENT ? search.words : undefined;
}

function lastSearch(context: Context): Search | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(fileIn(context), 'utf8'));
    return isSearch(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

function isSearch(value: unknown): value is Search {
  const { words, folder, numbers, at } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isWhole = typeof words === 'string' && typeof folder === 'string';
  return isWhole && Array.isArray(numbers) && typeof at === 'number';
}
