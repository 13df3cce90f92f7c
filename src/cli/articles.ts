import { existsSync, statSync } from 'node:fs';
import { resolve } from '../library/resolve.ts';
import type { Article } from '../model/article.ts';
import { ReaderError } from '../model/errors.ts';
import { openArticle, openStream } from '../reader.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { libraryFolder, type Numbered, openLibrary } from './library.ts';

interface Options {
  readonly library?: string;
  readonly emoji?: boolean;
}

/**
 * The articles that the user's words name, one after the other: `-`, a path, or what the library knows by number,
 * slug, file name or words of a title; none named is the newest that is not read. Failures are reported, the rest goes on.
 */
export async function* articlesNamed(
  names: readonly string[],
  options: Options,
  config: Config,
  context: Context,
): AsyncGenerator<Article> {
  let library: Numbered[] | undefined;
  const entries = () => {
    library ??= openLibrary(libraryFolder(options.library, config, context), context);
    return library;
  };
  for (const name of names.length > 0 ? asMeant(names, entries) : [undefined]) {
    try {
      yield await opened(name, entries, options, context);
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      context.fail(error);
    }
  }
}

/**
 * The files of the articles that the user's words name, as {@link articlesNamed} finds them; failures are reported, the
 * rest goes on.
 */
export function filesNamed(
  names: readonly string[],
  options: Options,
  config: Config,
  context: Context,
): string[] {
  let library: Numbered[] | undefined;
  const entries = () => {
    library ??= openLibrary(libraryFolder(options.library, config, context), context);
    return library;
  };
  return asMeant(names, entries).flatMap((name) => {
    try {
      return [fileOf(name, entries)];
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      context.fail(error);
      return [];
    }
  });
}

/** The file that a name means. @throws ReaderError `not-found`, `is-folder`, or as `resolve`. */
function fileOf(name: string, entries: () => Numbered[]): string {
  const stat = statSync(name, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw new ReaderError('is-folder', { path: name });
  if (stat) return name;
  if (looksLikePath(name)) throw new ReaderError('not-found', { path: name });
  return resolve(name, entries()).path;
}

/**
 * Words that are not names each, but fit an article together, are the words of one title: quotes around them are
 * not needed. So are words of which none fits.
 */
function asMeant(names: readonly string[], entries: () => Numbered[]): readonly string[] {
  if (names.length < 2 || names.some(isNoTitle)) return names;
  const phrase = names.join(' ');
  const slugs = new Set(entries().map(({ meta }) => meta.slug));
  if (names.every((name) => slugs.has(name))) return names;
  return fits(phrase, entries()) || !names.some((name) => fits(name, entries())) ? [phrase] : names;
}

function isNoTitle(name: string): boolean {
  return name === '-' || /^\d+$/.test(name) || looksLikePath(name) || existsSync(name);
}

/** Whether a query fits one article or more. */
function fits(query: string, entries: readonly Numbered[]): boolean {
  try {
    resolve(query, entries);
    return true;
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    return error.code === 'ambiguous';
  }
}

async function opened(
  name: string | undefined,
  entries: () => Numbered[],
  options: Options,
  context: Context,
): Promise<Article> {
  const parsing = { emoji: options.emoji ?? false };
  if (name === '-') return openStream(context.input, parsing);
  if (name === undefined) {
    const { nextUnread } = await import('./queue.ts');
    return openArticle(nextUnread(entries(), context).path, parsing);
  }
  if (looksLikePath(name) || existsSync(name)) return openArticle(name, parsing);
  return openArticle(resolve(name, entries()).path, parsing);
}

/** What can only be meant as a path: it is not looked up in the library, so that the error names it. */
function looksLikePath(name: string): boolean {
  return /^(?:\.{0,2}\/|~)/.test(name) || /\.(?:md|markdown|txt)$/i.test(name);
}
