import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { openLibrary } from '../library/library.ts';
import { chosen, countChosen, type Filters } from '../lists/filters.ts';
import { type ArticleFormat, listing } from '../lists/listing.ts';
import { queryFrom } from '../query/querying.ts';

/** The options of `sijori list`. */
export interface ListOptions extends Common, Filters, ArticleFormat {
  readonly count?: boolean;
  readonly explain?: boolean;
}

/** Lists the articles that fit, counts them, or says what the query means. @throws ReaderError when none does. */
export async function list(
  words: readonly string[],
  options: ListOptions,
  context: Context,
): Promise<void> {
  const { config, folder } = await prepared(options, context);
  const query = queryFrom(words, options, config);
  if (options.explain) {
    const { explained } = await import('../query/explaining.ts');
    return context.write(explained(query, context.locale));
  }
  const asked = { shelf: await openLibrary(folder, context), folder, query };
  if (options.count) return context.write(`${await countChosen(asked, options, context)}\n`);
  await context.write(listing(await chosen(asked, options, context), options, context));
}
