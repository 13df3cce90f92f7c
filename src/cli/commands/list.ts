import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { chosen, countChosen, type Filters } from '../filters.ts';
import { openLibrary } from '../library.ts';
import { type ArticleFormat, listing } from '../listing.ts';

/** The options of `sijori list`. */
export interface ListOptions extends Common, Filters, ArticleFormat {
  readonly count?: boolean;
}

/** Lists the articles that fit, or counts them. @throws ReaderError when none does. */
export async function list(options: ListOptions, context: Context): Promise<void> {
  const { folder } = await prepared(options, context);
  const shelf = await openLibrary(folder, context);
  if (options.count) return context.write(`${await countChosen(shelf, options, context.locale)}\n`);
  const found = await chosen(shelf, options, context.locale);
  await context.write(listing(found, options, context));
}
