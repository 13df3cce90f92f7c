import { ownText } from '../../library/feeds.ts';
import { printable } from '../../model/printable.ts';
import type { Context } from '../context.ts';
import { chosenFeeds, feedsFile, feedsIn, subscribe, subscriptions } from '../feeds.ts';
import { type ListFormat, rowsAs } from '../listing.ts';

/** Follows feeds: addresses, or OPML files with many. */
export async function addFeeds(names: readonly string[], context: Context): Promise<void> {
  const all = await subscriptions(context);
  const known = new Set(all.map(({ url }) => url));
  const added = (await feedsIn(names)).filter(({ url }) => !known.has(url));
  await subscribe([...all, ...added], context);
  for (const { url } of added) await context.write(`${printable(url)}\n`);
}

/** Lists the feeds, as lines, JSON or OPML. */
export async function listFeeds(
  options: ListFormat & { readonly opml?: boolean },
  context: Context,
): Promise<void> {
  if (options.opml) return context.write(ownText(feedsFile(context)) ?? '');
  const rows = (await subscriptions(context)).map(({ title, url }) => ({ title, url }));
  await context.write(rowsAs(rows, options));
}

/** No longer follows feeds; their articles stay. */
export async function removeFeeds(names: readonly string[], context: Context): Promise<void> {
  const all = await subscriptions(context);
  const gone = new Set(chosenFeeds(all, names).map(({ url }) => url));
  const kept = all.filter(({ url }) => !gone.has(url));
  await subscribe(kept, context);
}
