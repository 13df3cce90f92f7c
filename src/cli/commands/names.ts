import type { Shelf } from '../../library/shelf.ts';
import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { openLibrary } from '../library/library.ts';
import { counted, type ListFormat } from '../lists/listing.ts';

/** The options of `sijori tags`, `authors` and `series`. */
export interface NamesOptions extends Common, ListFormat {
  readonly count?: boolean;
}

/** Lists the tags, authors or series of the library with how many articles have each, the most used first. */
export async function names(
  kind: 'tag' | 'author' | 'series',
  options: NamesOptions,
  context: Context,
): Promise<void> {
  const { folder } = await prepared(options, context);
  const shelf = await openLibrary(folder, context);
  const counts = await ASKED[kind](shelf);
  if (options.count) return context.write(`${counts.length}\n`);
  await context.write(counted(counts, kind, options, context));
}

const ASKED = {
  tag: (shelf: Shelf) => shelf.tags(),
  author: (shelf: Shelf) => shelf.authors(),
  series: (shelf: Shelf) => shelf.series(),
};
