import { similar } from '../library/resolve.ts';
import type { Selection, SortKey } from '../library/select.ts';
import { filterOf } from '../library/selection.ts';
import type { Numbered, Shelf } from '../library/shelf.ts';
import { ReaderError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';

/** The options that choose and order articles, the same wherever articles are listed. */
export interface Filters {
  readonly tag?: readonly string[];
  readonly author?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly sort?: SortKey;
  readonly reverse?: boolean;
  readonly limit?: number;
}

/** The entries that fit, in order. @throws ReaderError `unknown-tag`, `unknown-author` or `nothing-found`. */
export async function chosen(shelf: Shelf, options: Filters, locale: Locale): Promise<Numbered[]> {
  const wanted = selectionOf(options);
  const { sort, reverse, limit } = options;
  const filter = filterOf(wanted);
  const found = await shelf.find({ ...filter, sort, reverse, limit });
  const isNothing = found.length === 0 && (limit !== 0 || (await shelf.count(filter)) === 0);
  if (isNothing) throw await whyNothing(shelf, wanted, locale);
  return found;
}

/** How many fit, of at most the limit. @throws ReaderError as {@link chosen}. */
export async function countChosen(shelf: Shelf, options: Filters, locale: Locale): Promise<number> {
  const wanted = selectionOf(options);
  const count = await shelf.count(filterOf(wanted));
  if (count === 0) throw await whyNothing(shelf, wanted, locale);
  return Math.min(count, options.limit ?? count);
}

function selectionOf({ tag = [], author = [], since, until }: Filters): Selection {
  return { tags: tag, authors: author, since, until };
}

/** Nothing fits: the first tag or author that nobody has is the likely reason. */
async function whyNothing(shelf: Shelf, wanted: Selection, locale: Locale): Promise<ReaderError> {
  const isUnknown = async (one: Selection) => (await shelf.count(filterOf(one))) === 0;
  for (const tag of wanted.tags ?? [])
    if (await isUnknown({ tags: [tag] })) return unknownTag(tag, shelf, locale);
  for (const author of wanted.authors ?? [])
    if (await isUnknown({ authors: [author] }))
      return new ReaderError('unknown-author', { author });
  return new ReaderError('nothing-found', { filters: filterNames(wanted) });
}

async function unknownTag(tag: string, shelf: Shelf, locale: Locale): Promise<ReaderError> {
  const known = (await shelf.tags()).map((entry) => entry.tag);
  const words = similar(tag, known).join(', ');
  const suggestion = words === '' ? '' : locale.text('did-you-mean', { words });
  return new ReaderError('unknown-tag', { tag, suggestion });
}

function filterNames({ tags = [], authors = [], since, until }: Selection): string {
  const names = [
    ...tags.map((tag) => `--tag ${tag}`),
    ...authors.map((author) => `--author ${author}`),
    ...(since === undefined ? [] : [`--since ${since}`]),
    ...(until === undefined ? [] : [`--until ${until}`]),
  ];
  return names.join(' ');
}
