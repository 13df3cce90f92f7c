import { writeWhole } from '../../library/store.ts';
import type { Context } from '../context.ts';
import { harmless } from '../harmless.ts';
import { asOpml, feedsIn, follow, subscriptions, tellAdded } from '../importing/feeds.ts';

/** Follows the feeds that OPML files list; a file that cannot be read never stops the rest. */
export async function importFeeds(paths: readonly string[], context: Context): Promise<void> {
  for (const path of paths)
    await context.trying(async () => {
      await tellAdded(await follow(await feedsIn(path, context), context), context);
    });
}

/** Writes the feeds as OPML; a file that is there is left alone. @throws ReaderError `exists` or `write`. */
export async function exportFeeds(
  { output = '-' }: { readonly output?: string },
  context: Context,
): Promise<void> {
  const text = await asOpml(await subscriptions(context), context);
  if (output === '-') await context.write(harmless(text, context));
  else writeWhole(output, text, { overwrite: false });
}
