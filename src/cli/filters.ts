import { similar } from '../library/resolve.ts';
import { countTags, type Selection, type SortKey, select, sorted } from '../library/select.ts';
import { ReaderError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import type { Numbered } from './library.ts';

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
export function chosen(entries: readonly Numbered[], options: Filters, locale: Locale): Numbered[] {
  const wanted: Selection = {
    tags: options.tag ?? [],
    authors: options.author ?? [],
    since: options.since,
    until: options.until,
  };
  const found = select(entries, wanted);
  if (found.length === 0) throw whyNothing(entries, wanted, locale);
  const order = sorted(found, options.sort ?? 'date', options.reverse);
  return options.limit === undefined ? order : order.slice(0, options.limit);
}

/** Nothing fits: the first tag or author that nobody has is the likely reason. */
function whyNothing(entries: readonly Numbered[], wanted: Selection, locale: Locale): ReaderError {
  const isUnknown = (one: Selection) => select(entries, one).length === 0;
  const tag = wanted.tags?.find((name) => isUnknown({ tags: [name] }));
  if (tag !== undefined) return unknownTag(tag, entries, locale);
  const author = wanted.authors?.find((name) => isUnknown({ authors: [name] }));
  if (author !== undefined) return new ReaderError('unknown-author', { author });
  return new ReaderError('nothing-found', { filters: filterNames(wanted) });
}

function unknownTag(tag: string, entries: readonly Numbered[], locale: Locale): ReaderError {
  const known = countTags(entries).map((entry) => entry.tag);
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
