import { join } from 'node:path';
import type { Outline } from '../../import/feed/opml.ts';
import { loadArrival, loadArriving } from '../../importer.ts';
import { ownText, writeStates } from '../../library/feeds.ts';
import { writeWhole } from '../../library/store.ts';
import { ReaderError } from '../../model/errors.ts';
import { fold } from '../../model/fold.ts';
import { printable } from '../../model/printable.ts';
import { isWebAddress } from '../../model/targets.ts';
import type { Context } from '../context.ts';
import { stateFile } from '../library/library.ts';

/** A feed that the user follows, with its number in the list. */
export type Subscription = Outline;

/** The user's feeds: an OPML file in the folder of the configuration, so that other readers can take it. */
function feedsFile({ env }: Pick<Context, 'env'>): string {
  const folder = env['XDG_CONFIG_HOME'] || join(env['HOME'] ?? '.', '.config');
  return join(folder, 'sijori', 'feeds.opml');
}

/** The feeds in the order in which they were added. @throws ReaderError `unreadable` or `not-opml`. */
export async function subscriptions(context: Context): Promise<Subscription[]> {
  const path = feedsFile(context);
  const text = ownText(path);
  if (text === undefined) return [];
  const { readOpml } = await import('../../import/feed/opml.ts');
  return readOpml(text, path);
}

/** Feeds as OPML. */
export async function asOpml(feeds: readonly Subscription[], { locale }: Context): Promise<string> {
  const { writeOpml } = await import('../../import/feed/opml.ts');
  return writeOpml(feeds, locale.text('feeds-title'));
}

/** Writes the list of feeds whole. @throws ReaderError `write`. */
async function saveFeeds(feeds: readonly Subscription[], context: Context): Promise<void> {
  writeWhole(feedsFile(context), await asOpml(feeds, context), { overwrite: true });
}

/**
 * The feeds that the user's words name, each once: a number in the list, an address, a title or its beginning; all
 * where none is named. @throws ReaderError `unknown-feed`, or `no-feeds` where none is followed.
 */
export function chosenFeeds(
  all: readonly Subscription[],
  names: readonly string[],
): Subscription[] {
  if (all.length === 0) throw new ReaderError('no-feeds');
  if (names.length === 0) return [...all];
  return [...new Set(names.map((name) => named(name, all)))];
}

function named(name: string, all: readonly Subscription[]): Subscription {
  const wanted = fold(name);
  const found =
    (/^\d+$/.test(name) ? all[Number(name) - 1] : undefined) ??
    all.find(({ url }) => url === name || url === `${name}/`) ??
    all.find(({ title }) => fold(title) === wanted) ??
    all.find(({ title }) => wanted !== '' && fold(title).startsWith(wanted));
  if (!found) throw new ReaderError('unknown-feed', { feed: name });
  return found;
}

/** A feed of an address that the user gave. @throws ReaderError `address` or `address-user`. */
export function feedAt(address: string): Subscription {
  const url = isWebAddress(address) && URL.canParse(address) ? new URL(address) : undefined;
  if (!url) throw new ReaderError('address', { url: address });
  if (url.username !== '' || url.password !== '')
    throw new ReaderError('address-user', { url: `${url.protocol}//${url.host}` });
  return { url: url.href, title: '', folders: [] };
}

/** The feeds that an OPML file lists, `-` for standard input. @throws ReaderError `not-opml`, or as for files. */
export async function feedsIn(path: string, context: Context): Promise<Subscription[]> {
  const { bytes } = path === '-' ? await loadArriving(context.input) : loadArrival(path);
  const { feedText } = await import('../../import/feed/bytes.ts');
  const { readOpml } = await import('../../import/feed/opml.ts');
  return readOpml(feedText(bytes), path);
}

/** Follows feeds that are not followed yet; those that are new, in their order. @throws ReaderError `write`. */
export async function follow(
  feeds: readonly Subscription[],
  context: Context,
): Promise<Subscription[]> {
  const all = await subscriptions(context);
  const known = new Map(all.map((feed) => [feed.url, feed]));
  const added = feeds.filter((feed) => {
    const isNew = !known.has(feed.url);
    known.set(feed.url, feed);
    return isNew;
  });
  if (added.length > 0) await saveFeeds([...all, ...added], context);
  return added;
}

/** Follows feeds no longer; those that the words named. @throws ReaderError `unknown-feed`, `no-feeds` or `write`. */
export async function forget(
  names: readonly string[],
  context: Context,
): Promise<readonly Subscription[]> {
  const all = await subscriptions(context);
  const gone = new Set(chosenFeeds(all, names));
  await saveFeeds(
    all.filter((feed) => !gone.has(feed)),
    context,
  );
  writeStates(
    stateFile('feeds.json', context),
    new Map([...gone].map(({ url }) => [url, undefined])),
  );
  return [...gone];
}

/** Gives a feed without a title the one that it gives itself. @throws ReaderError `write`. */
export async function entitle(feed: Subscription, title: string, context: Context): Promise<void> {
  if (feed.title !== '' || title === '') return;
  const all = await subscriptions(context);
  await saveFeeds(
    all.map((one) => (one.url === feed.url ? { ...one, title } : one)),
    context,
  );
}

/** Says which feeds are followed now that were not before. */
export async function tellAdded(added: readonly Subscription[], context: Context): Promise<void> {
  for (const { url } of added) await context.write(`${printable(url)}\n`);
  context.say(context.locale.text('feeds-added', { count: added.length }));
}
