import { existsSync, statSync } from 'node:fs';
import type { Shelf } from '../../library/shelf.ts';
import type { Article } from '../../model/article.ts';
import { ReaderError } from '../../model/errors.ts';
import { isWebAddress } from '../../model/targets.ts';
import { openArticle, openStream } from '../../reader.ts';
import type { Config } from '../config/config.ts';
import type { Context } from '../context.ts';
import { libraryFolder, openLibrary } from '../library/library.ts';

interface Options {
  readonly library?: string;
  readonly emoji?: boolean;
}

/**
 * The articles that the user's words name, one after the other: `-`, a path, or what the library knows by number,
 * slug, file name or words of a title; none named is the newest that is not read. A failure is reported and `undefined`, the rest goes on.
 */
export async function* articlesNamed(
  names: readonly string[],
  options: Options,
  config: Config,
  context: Context,
): AsyncGenerator<Article | undefined> {
  const shelf = shelfFor(options, config, context);
  if (names.length === 0) {
    const { nextUnread } = await import('../state/queue.ts');
    const folder = libraryFolder(options.library, config, context);
    const { path } = await nextUnread({ shelf: await shelf(), folder }, context);
    yield openArticle(path, { emoji: options.emoji ?? false });
    return;
  }
  for (const name of await asMeant(names, shelf)) {
    try {
      yield await opened(name, shelf, options, context);
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      context.fail(error);
      yield undefined;
    }
  }
}

/**
 * The files of the articles that the user's words name, as {@link articlesNamed} finds them; failures are reported, the
 * rest goes on.
 */
export async function filesNamed(
  names: readonly string[],
  options: Options,
  config: Config,
  context: Context,
): Promise<string[]> {
  const shelf = shelfFor(options, config, context);
  const files: string[] = [];
  for (const name of await asMeant(names, shelf))
    await context.trying(async () => {
      files.push(await fileOf(name, shelf));
    });
  return files;
}

/** Opens the library when it is first asked for: a path needs none. */
type Opening = () => Promise<Shelf>;

function shelfFor(options: Options, config: Config, context: Context): Opening {
  let shelf: Promise<Shelf> | undefined;
  return () => {
    shelf ??= openLibrary(libraryFolder(options.library, config, context), context);
    return shelf;
  };
}

/** The file that a name means. @throws ReaderError `not-found`, `is-folder`, or as `resolve`. */
async function fileOf(name: string, shelf: Opening): Promise<string> {
  const stat = statSync(name, { throwIfNoEntry: false });
  if (stat?.isDirectory()) throw new ReaderError('is-folder', { path: name });
  if (stat) return name;
  if (looksLikePath(name)) throw new ReaderError(missing(name), { path: name });
  return (await (await shelf()).resolve(name)).path;
}

/**
 * Words that are not names each, but fit an article together, are the words of one title: quotes around them are
 * not needed. So are words of which none fits.
 */
async function asMeant(names: readonly string[], shelf: Opening): Promise<readonly string[]> {
  if (names.length < 2 || names.some(isNoTitle)) return names;
  const phrase = names.join(' ');
  const library = await shelf();
  if (await library.areSlugs(names)) return names;
  if (await fits(phrase, library)) return [phrase];
  for (const name of names) if (await fits(name, library)) return names;
  return [phrase];
}

function isNoTitle(name: string): boolean {
  return name === '-' || /^\d+$/.test(name) || looksLikePath(name) || existsSync(name);
}

/** Whether a query fits one article or more. */
async function fits(query: string, shelf: Shelf): Promise<boolean> {
  try {
    await shelf.resolve(query);
    return true;
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    return error.code === 'ambiguous';
  }
}

async function opened(
  name: string,
  shelf: Opening,
  options: Options,
  context: Context,
): Promise<Article> {
  const parsing = { emoji: options.emoji ?? false };
  if (name === '-') return openStream(context.input, parsing);
  if (isWebAddress(name)) throw new ReaderError('is-address', { path: name });
  if (looksLikePath(name) || existsSync(name)) return openArticle(name, parsing);
  return openArticle((await (await shelf()).resolve(name)).path, parsing);
}

/** Why there is no file of a name. */
function missing(name: string): 'is-address' | 'not-found' {
  return isWebAddress(name) ? 'is-address' : 'not-found';
}

/** What can only be meant as a path: it is not looked up in the library, so that the error names it. */
function looksLikePath(name: string): boolean {
  return (
    isWebAddress(name) || /^(?:\.{0,2}\/|~)/.test(name) || /\.(?:md|markdown|txt)$/i.test(name)
  );
}
