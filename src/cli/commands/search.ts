import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { openLibrary } from '../library/library.ts';
import type { Filters } from '../lists/filters.ts';
import type { ListFormat } from '../lists/listing.ts';
import { queryFrom } from '../query/querying.ts';
import { rememberSearch } from '../search/last-search.ts';
import { roomOf } from '../search/lines.ts';
import { searchText } from '../search/output.ts';
import { sayMore, searched } from '../search/searching.ts';

/** The options of `sijori search`. */
interface SearchOptions extends Common, Filters, ListFormat {
  readonly explain?: boolean;
}

/** How many are shown where no number is asked for. */
const USUAL = 20;

/** Shows the articles that fit a query best, each with its passage. @throws ReaderError when none does. */
export async function search(
  words: readonly string[],
  options: SearchOptions,
  context: Context,
): Promise<void> {
  const { config, folder } = await prepared(options, context);
  const query = queryFrom(words, options, config);
  if (options.explain) {
    const { explained } = await import('../query/explaining.ts');
    return context.write(explained(query, context.locale));
  }
  const asked = { shelf: await openLibrary(folder, context), folder, query };
  const limit = options.limit ?? USUAL;
  const hits = await searched(asked, limit, roomOf(context), context);
  await context.write(await searchText(hits, query, { ...options, config }, context));
  if (!context.terminal.isTerminal) return;
  rememberSearch({ words, folder, hits }, context);
  if (hits.length === limit) await sayMore(asked, limit, context);
}
