import { existsSync } from 'node:fs';
import { and, type Query } from '../../library/query/syntax.ts';
import type { Filter, Numbered, Shelf } from '../../library/shelf.ts';
import type { Reading } from '../../library/state/reading.ts';
import { lastOpened } from '../../library/state/resuming.ts';
import type { ReadingState } from '../../library/state/state.ts';
import type { Article, Meta } from '../../model/article.ts';
import { ReaderError } from '../../model/errors.ts';
import { openArticle } from '../../reader.ts';
import type { Config } from '../config/config.ts';
import type { Context } from '../context.ts';
import { libraryFolder, openLibrary } from '../library/library.ts';
import { chosen } from '../lists/filters.ts';
import { queryFrom } from '../query/querying.ts';
import { keptOf } from '../state/reading-state.ts';

/** An article that the user's words mean. */
export interface Meant {
  readonly path: string;
  readonly meta: Meta;
  readonly words?: number | undefined;
}

/** Where articles are looked for. */
export interface Where {
  readonly library: string | undefined;
  readonly config: Config;
  readonly state: ReadingState;
}

/**
 * The file of an article that the reading state knows: where it was last seen, else wherever in the library it is now.
 * @throws ReaderError `not-found`.
 */
export async function articleAgain(
  { uid, path }: Reading,
  where: Where,
  context: Context,
): Promise<Article> {
  const there = path !== undefined && existsSync(path) ? await openArticle(path) : undefined;
  if (there && keptOf(there, context).uid === uid) return there;
  const isIt = (one: Pick<Article, 'meta' | 'path'>) =>
    keptOf({ path: one.path, meta: one.meta }, context).uid === uid;
  const wanted = { condition: () => ({ where: 'uid = ?', parameters: [uid] }), fits: isIt };
  const [moved] = await (await shelfOf(where, context)).find(wanted);
  if (moved) return openArticle(moved.path);
  if (there) return there;
  throw new ReaderError('not-found', { path: path ?? uid });
}

/** The article that is being read. @throws ReaderError `nothing-begun`. */
export function lastUnfinished(state: ReadingState): Reading {
  const last = lastOpened(state.readings(), { unfinished: true });
  if (!last) throw new ReaderError('nothing-begun');
  return last;
}

/** The article that was opened last. @throws ReaderError `nothing-opened`. */
async function articleLastOpened(where: Where, context: Context): Promise<Article> {
  const last = lastOpened(where.state.readings(), { unfinished: false });
  if (!last) throw new ReaderError('nothing-opened');
  return articleAgain(last, where, context);
}

/**
 * The articles that words mean: none the one that was opened last, else the one article that they name as for `read`, else all that fit them as a query.
 * @throws ReaderError `nothing-found` or `nothing-opened`.
 */
export async function articlesMeant(
  words: readonly string[],
  where: Where,
  context: Context,
): Promise<Meant[]> {
  if (words.length === 0) return [await articleLastOpened(where, context)];
  if (words.every((word) => existsSync(word))) {
    return Promise.all(words.map((word) => openArticle(word)));
  }
  const shelf = await shelfOf(where, context);
  const named = await nameOf(words.join(' '), shelf);
  return named ? [named] : articlesFitting(queryFrom(words, {}, where.config), where, context);
}

/** The articles of the library that fit a query, the newest first. @throws ReaderError as `chosen`. */
async function articlesFitting(query: Query, where: Where, context: Context): Promise<Numbered[]> {
  const folder = libraryFolder(where.library, where.config, context);
  return chosen({ shelf: await openLibrary(folder, context), folder, query }, {}, context);
}

/** What is not read and not begun. */
export const UNREAD: Query = { kind: 'is', state: 'unread', at: { start: 0, end: 0 } };

/** The articles of a library that fit a query and are unread, the newest first. @throws ReaderError `nothing-unread`, and as `chosen`. */
export async function unreadFitting(
  query: Query,
  {
    shelf,
    folder,
    limit,
  }: { readonly shelf: Shelf; readonly folder: string; readonly limit?: number },
  context: Context,
): Promise<Numbered[]> {
  const few = limit === undefined ? {} : { limit };
  try {
    return await chosen({ shelf, folder, query: and([query, UNREAD]) }, few, context);
  } catch (error) {
    if (!(error instanceof ReaderError) || error.code !== 'nothing-found') throw error;
    throw new ReaderError('nothing-unread', {}, { cause: error });
  }
}

/** The articles of the library that a filter finds, the newest first. */
export async function articlesThat(
  filter: Filter,
  where: Where,
  context: Context,
): Promise<Numbered[]> {
  return (await shelfOf(where, context)).find(filter);
}

function shelfOf({ library, config }: Where, context: Context): Promise<Shelf> {
  return openLibrary(libraryFolder(library, config, context), context);
}

async function nameOf(name: string, shelf: Shelf): Promise<Numbered | undefined> {
  if (name.includes(':')) return undefined;
  try {
    return await shelf.resolve(name);
  } catch (error) {
    if (error instanceof ReaderError) return undefined;
    throw error;
  }
}
