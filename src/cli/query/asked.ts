import { type Common, prepared } from '../common.ts';
import type { Config } from '../config/config.ts';
import type { Context } from '../context.ts';
import { openLibrary } from '../library/library.ts';
import type { Asked, Filters } from '../lists/filters.ts';
import { queryFrom } from './querying.ts';

/** The options of commands that ask the library. */
export interface AskingOptions extends Common, Filters {
  readonly explain?: boolean;
}

/**
 * The library and what is asked of it, with the configuration; undefined where the query was only to be explained, which
 * is then done. @throws ReaderError as the query, the configuration and the library.
 */
export async function askedOf(
  words: readonly string[],
  options: AskingOptions,
  context: Context,
): Promise<(Asked & { readonly config: Config }) | undefined> {
  const { config, folder } = await prepared(options, context);
  const query = queryFrom(words, options, config);
  if (options.explain) {
    const { explained } = await import('./explaining.ts');
    await context.write(explained(query, context.locale));
    return undefined;
  }
  return { shelf: await openLibrary(folder, context), folder, query, config };
}
