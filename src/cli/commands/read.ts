import { prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { articlesNamed } from '../reading/articles.ts';
import { type ReadOptions, readAll } from '../reading/reading.ts';

/** Shows the articles named, or the newest that is not read; what cannot be read is reported and the rest is shown. */
export async function read(
  names: readonly string[],
  options: ReadOptions,
  context: Context,
): Promise<void> {
  const { config, folder } = await prepared(options, context);
  const find = options.find ?? (await wordsOfSearch(names, folder, context));
  const articles = articlesNamed(names, options, config, context);
  await readAll(articles, { ...options, find }, config, context);
}

/** A number means an article as `search` has just shown it: then its words are what it is opened for. */
async function wordsOfSearch(
  names: readonly string[],
  folder: string,
  context: Context,
): Promise<string | undefined> {
  const [name = ''] = names;
  if (!context.terminal.isTerminal || names.length !== 1 || !/^\d+$/.test(name)) return undefined;
  return (await import('../search/last-search.ts')).lastSearchOf(Number(name), folder, context);
}
