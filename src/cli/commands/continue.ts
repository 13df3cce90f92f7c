import { prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { articlesNamed } from '../reading/articles.ts';
import { articleAgain, lastUnfinished } from '../reading/choosing.ts';
import { type ReadOptions, readAll } from '../reading/reading.ts';
import { keptOf, readingState } from '../state/reading-state.ts';

/** Shows the article that is being read, or those named, from the place where the reading goes on. @throws ReaderError `nothing-begun`. */
export async function goOn(
  names: readonly string[],
  options: ReadOptions,
  context: Context,
): Promise<void> {
  const { config } = await prepared(options, context);
  const state = readingState(context);
  const where = { library: options.library, config, state };
  const articles =
    names.length > 0
      ? articlesNamed(names, options, config, context)
      : [articleAgain(lastUnfinished(state), where, context)];
  for await (const article of articles) {
    if (!article) continue;
    const { uid, path } = keptOf(article, context);
    const place = options.at === undefined ? state.of(uid, path)?.place : undefined;
    await readAll(only(article), { ...options, place }, config, context);
  }
}

async function* only<Item>(item: Item): AsyncGenerator<Item> {
  yield item;
}
