import type { Context } from '../context.ts';
import { countChosen } from '../lists/filters.ts';
import type { ListFormat } from '../lists/listing.ts';
import { type AskingOptions, askedOf } from '../query/asked.ts';
import { rememberSearch } from '../search/last-search.ts';
import { roomOf } from '../search/lines.ts';
import { searchText } from '../search/output.ts';
import { sayMore, searched } from '../search/searching.ts';

/** The options of `sijori search`. */
type SearchOptions = AskingOptions & ListFormat & { readonly count?: boolean };

/** How many are shown where no number is asked for. */
const USUAL = 20;

/** Shows the articles that fit a query best, each with its passage. @throws ReaderError when none does. */
export async function search(
  words: readonly string[],
  options: SearchOptions,
  context: Context,
): Promise<void> {
  const asked = await askedOf(words, options, context);
  if (!asked) return;
  if (options.count) return context.write(`${await countChosen(asked, options, context)}\n`);
  const { folder, config } = asked;
  const limit = options.limit ?? USUAL;
  const found = await searched(asked, limit, roomOf(context), context);
  const { hits } = found;
  await context.write(await searchText(found, { ...options, config }, context));
  if (!context.terminal.isTerminal) return;
  rememberSearch({ words, folder, hits }, context);
  if (hits.length === limit) await sayMore(asked, limit, context);
}
