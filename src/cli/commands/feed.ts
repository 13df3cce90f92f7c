import { printable } from '../../model/printable.ts';
import type { Context } from '../context.ts';
import { feedRows } from '../importing/feed-list.ts';
import { feedAt, follow, forget, subscriptions, tellAdded } from '../importing/feeds.ts';
import type { ListFormat } from '../lists/listing.ts';

/** Follows feeds by their addresses. @throws ReaderError `address` or `write`. */
export async function addFeeds(names: readonly string[], context: Context): Promise<void> {
  await tellAdded(await follow(names.map(feedAt), context), context);
}

/** Lists the feeds: on a terminal a table, else lines of tabs, or JSON. @throws ReaderError. */
export async function listFeeds(options: ListFormat, context: Context): Promise<void> {
  await context.write(feedRows(await subscriptions(context), options, context));
}

/** No longer follows feeds; their articles stay. @throws ReaderError `unknown-feed`, `no-feeds` or `write`. */
export async function removeFeeds(names: readonly string[], context: Context): Promise<void> {
  for (const { url } of await forget(names, context)) await context.write(`${printable(url)}\n`);
}
