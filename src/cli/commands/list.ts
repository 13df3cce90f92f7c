import type { Context } from '../context.ts';
import { chosen, countChosen } from '../lists/filters.ts';
import { type ArticleFormat, listing } from '../lists/listing.ts';
import { type AskingOptions, askedOf } from '../query/asked.ts';

/** The options of `sijori list`. */
export interface ListOptions extends AskingOptions, ArticleFormat {
  readonly count?: boolean;
}

/** Lists the articles that fit, counts them, or says what the query means. @throws ReaderError when none does. */
export async function list(
  words: readonly string[],
  options: ListOptions,
  context: Context,
): Promise<void> {
  const asked = await askedOf(words, options, context);
  if (!asked) return;
  if (options.count) return context.write(`${await countChosen(asked, options, context)}\n`);
  await context.write(listing(await chosen(asked, options, context), options, context));
}
