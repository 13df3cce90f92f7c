import type { QueryFlags } from '../../library/query/flags.ts';
import { queryText } from '../../library/query/query-text.ts';
import type { Query } from '../../library/query/syntax.ts';
import { similar } from '../../library/resolve.ts';
import type { SortKey } from '../../library/select.ts';
import type { Numbered, Shelf } from '../../library/shelf.ts';
import { ReaderError } from '../../model/errors.ts';
import { fold } from '../../model/fold.ts';
import type { Context } from '../context.ts';
import { filterFor } from '../query/querying.ts';

/** The options that choose and order articles, the same wherever articles are listed. */
export interface Filters extends QueryFlags {
  readonly sort?: SortKey;
  readonly reverse?: boolean;
  readonly limit?: number;
}

/** A library and what is asked of it. */
export interface Asked {
  readonly shelf: Shelf;
  /** The folder of the library. */
  readonly folder: string;
  readonly query: Query;
}

/** The entries that fit, in order. @throws ReaderError `unknown-tag`, `unknown-author` or `nothing-found`. */
export async function chosen(
  asked: Asked,
  { sort, reverse, limit }: Filters,
  context: Context,
): Promise<Numbered[]> {
  const filter = filterFor(asked.query, asked.folder, context);
  const found = await asked.shelf.find({ ...filter, sort, reverse, limit });
  const isNothing = found.length === 0 && (limit !== 0 || (await asked.shelf.count(filter)) === 0);
  if (isNothing) throw await whyNothing(asked, context);
  return found;
}

/** The same one after the other, of which no more are held than are asked for. @throws ReaderError as {@link chosen}. */
export async function* eachChosen(
  asked: Asked,
  { sort, reverse, limit }: Filters,
  context: Context,
): AsyncGenerator<Numbered> {
  const filter = filterFor(asked.query, asked.folder, context);
  let isNothing = true;
  for await (const entry of asked.shelf.walk({ ...filter, sort, reverse, limit })) {
    isNothing = false;
    yield entry;
  }
  if (isNothing && (limit !== 0 || (await asked.shelf.count(filter)) === 0))
    throw await whyNothing(asked, context);
}

/** How many fit, of at most the limit. @throws ReaderError as {@link chosen}. */
export async function countChosen(
  asked: Asked,
  { limit }: Filters,
  context: Context,
): Promise<number> {
  const count = await asked.shelf.count(filterFor(asked.query, asked.folder, context));
  if (count === 0) throw await whyNothing(asked, context);
  return Math.min(count, limit ?? count);
}

/** Nothing fits: the first tag or author that nobody has is the likely reason. */
export async function whyNothing(
  { shelf, folder, query }: Asked,
  context: Context,
): Promise<ReaderError> {
  for (const part of query.kind === 'and' ? query.of : [query]) {
    const name = namesOf(part);
    if (name === undefined) continue;
    if ((await shelf.count(filterFor(part, folder, context))) > 0) continue;
    if (name.field === 'tag') return unknownTag(name.text, shelf, context);
    return new ReaderError('unknown-author', { author: name.text });
  }
  return new ReaderError('nothing-found', { filters: queryText(query) });
}

/** The tag or author that a part of a query asks for, or several of which any would do. */
function namesOf(query: Query): { field: string; text: string } | undefined {
  if (query.kind === 'field' && query.fit !== 'has' && /^(?:tag|author)$/.test(query.field))
    return { field: query.field, text: query.written };
  if (query.kind !== 'or') return undefined;
  const names = query.of.map(namesOf);
  const [first] = names;
  if (!first || names.some((name) => name?.field !== first.field)) return undefined;
  return { field: first.field, text: names.map((name) => name?.text).join(',') };
}

/** Tags below one that are named where nobody has it itself. */
const MOST_BELOW = 3;

async function unknownTag(tag: string, shelf: Shelf, { locale }: Context): Promise<ReaderError> {
  const known = (await shelf.tags()).map((entry) => entry.tag);
  // `tag:=asia` finds no `asia/china`, which is the likely thing to be meant.
  const below = known.filter((one) => fold(one).startsWith(`${fold(tag)}/`)).slice(0, MOST_BELOW);
  const words = [...below, ...similar(tag, known)].join(', ');
  const suggestion = words === '' ? '' : locale.text('did-you-mean', { words });
  return new ReaderError('unknown-tag', { tag, suggestion });
}
