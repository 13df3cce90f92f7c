import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { tabLines } from '../lists/listing.ts';
import { articlesMeant } from '../reading/choosing.ts';
import { keepMarks, markings, markNamed } from '../state/marking.ts';
import { readingState } from '../state/reading-state.ts';

/** The options of `sijori mark`. */
interface MarkOptions extends Common {
  /** Where the reading goes on. */
  readonly at?: string;
  readonly dryRun?: boolean;
}

/** Marks articles as unread, reading, done or with a star. @throws ReaderError when none is meant. */
export async function mark(
  [what, ...words]: readonly string[],
  options: MarkOptions,
  context: Context,
): Promise<void> {
  const as = markNamed(what, options.at, context);
  const { config } = await prepared(options, context);
  const state = readingState(context);
  const where = { library: options.library, config, state };
  const articles = await articlesMeant(words, where, context);
  const marked = await markings(as, articles, { state, at: options.at }, context);
  if (!options.dryRun) return keepMarks(as, marked, state, context);
  const rows = marked.map(({ article: { meta, path } }) => ({ mark: as, title: meta.title, path }));
  await context.write(tabLines(rows));
}
