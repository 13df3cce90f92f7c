import type { Shelf } from '../../library/shelf.ts';
import type { Config } from '../config/config.ts';
import { settings } from '../config/configuring.ts';
import type { Context } from '../context.ts';
import { openLibrary } from '../library/library.ts';
import type { Names } from './candidates.ts';

/** The names of a library and of a configuration. */
export function knownNames(config: Config, folder: string, context: Context): Names {
  let opened: Promise<Shelf> | undefined;
  const shelf = () => {
    opened ??= openLibrary(folder, context);
    return opened;
  };
  const named = async (kind: 'tags' | 'authors' | 'series') =>
    (await (await shelf())[kind]()).map(({ tag }) => tag);
  return {
    tags: () => named('tags'),
    authors: () => named('authors'),
    series: () => named('series'),
    slugs: async (start) => slugsOf(await shelf(), start),
    saved: async () => Object.keys(config.queries),
    settings: async () => (await settings({ library: folder }, context)).map(({ key }) => key),
  };
}

/** Most slugs that are looked up. */
const SOME = 200;

async function slugsOf(shelf: Shelf, start: string): Promise<string[]> {
  const begun = start.toLowerCase();
  const found = await shelf.find({
    condition: () => ({
      where: 'substr(docs.slug, 1, ?) = ?',
      parameters: [[...begun].length, begun],
    }),
    fits: ({ meta }) => meta.slug.startsWith(begun),
    limit: SOME,
  });
  return found.map(({ meta }) => meta.slug);
}
