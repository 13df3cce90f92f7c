import { join } from 'node:path';
import type { Feed } from '../import/feed.ts';
import { articleOf } from '../importer.ts';
import { ownText, readStates, writeStates } from '../library/feeds.ts';
import { writeWhole } from '../library/store.ts';
import { ReaderError } from '../model/errors.ts';
import { loadFile } from '../source/load.ts';
import type { Context } from './context.ts';
import type { Keep, Tally } from './importing.ts';

/** A feed that the user follows. */
export interface Subscription {
  readonly url: string;
  readonly title: string;
}

/** The user's feeds: an OPML file in the folder of the configuration, so that other readers can take it. */
export function feedsFile({ env }: Context): string {
  return join(
    env['XDG_CONFIG_HOME'] || join(env['HOME'] ?? '.', '.config'),
    'sijori',
    'feeds.opml',
  );
}

function statesFile({ env }: Context): string {
  return join(
    env['XDG_STATE_HOME'] || join(env['HOME'] ?? '.', '.local', 'state'),
    'sijori',
    'feeds.json',
  );
}

/** The feeds in the order in which they were added. */
export async function subscriptions(context: Context): Promise<Subscription[]> {
  const text = ownText(feedsFile(context));
  if (text === undefined) return [];
  const { readOpml } = await import('../import/opml.ts');
  return readOpml(text).map(({ url, title }) => ({ url, title: title || url }));
}

/** Writes the list of feeds whole. */
export async function subscribe(feeds: readonly Subscription[], context: Context): Promise<void> {
  const { writeOpml } = await import('../import/opml.ts');
  writeWhole(feedsFile(context), writeOpml(feeds), { overwrite: true });
}

/** The feeds that the user's words name: an address, a title, or its beginning; all where none is named. */
export function chosenFeeds(
  all: readonly Subscription[],
  names: readonly string[],
): Subscription[] {
  if (names.length === 0) return [...all];
  return names.map((name) => {
    const wanted = name.toLowerCase();
    const found =
      all.find(({ url }) => url === name) ??
      all.find(({ title }) => title.toLowerCase().startsWith(wanted));
    if (!found) throw new ReaderError('unknown-feed', { feed: name });
    return found;
  });
}

/** The feeds that addresses stand for, and those that OPML files list. */
export async function feedsIn(names: readonly string[]): Promise<Subscription[]> {
  const found: Subscription[] = [];
  for (const name of names) {
    if (/^https?:\/\//i.test(name)) found.push({ url: name, title: name });
    else for (const feed of await listIn(name)) found.push(feed);
  }
  return found;
}

async function listIn(path: string): Promise<Subscription[]> {
  const { text } = loadFile(path);
  const { readOpml } = await import('../import/opml.ts');
  return readOpml(text).map(({ url, title }) => ({ url, title: title || url }));
}

/** How a feed is fetched. */
export interface Fetching {
  readonly keep: Keep;
  readonly tally: Tally;
  readonly context: Context;
  readonly allowPrivate: boolean;
}

/**
 * Fetches one feed if it has changed since the last time, and keeps its articles; one bad entry never stops the
 * rest. Returns the feed with the title it gives itself.
 */
export async function fetchFeed(feed: Subscription, fetching: Fetching): Promise<Subscription> {
  const { context, allowPrivate } = fetching;
  const states = readStates(statesFile(context));
  const { createFetcher } = await import('../import/fetch.ts');
  const { fetched: _fetched, ...known } = states.get(feed.url) ?? {};
  const page = await createFetcher().fetchPage(feed.url, { allowPrivate, ...known });
  if ('notModified' in page) return feed;
  const { readFeed } = await import('../import/feed.ts');
  const { decodeHtml } = await import('../import/charset.ts');
  const found = readFeed(decodeHtml(page.bytes, page.contentType), page.url);
  const whole = await keepAll(found, feed, fetching);
  // A feed with an entry that could not be kept is asked for again.
  if (whole) states.set(feed.url, { etag: page.etag, lastModified: page.lastModified });
  writeStates(statesFile(context), states);
  return { url: feed.url, title: found.title || feed.title };
}

async function keepAll(found: Feed, { url }: Subscription, fetching: Fetching): Promise<boolean> {
  const { context, tally, keep } = fetching;
  let whole = true;
  for (const item of found.items) {
    const kept = await context.trying(async () => {
      await keep(await articleOf(item.draft, JSON.stringify(item.draft)), tally);
    });
    if (!kept) tally.failed += 1;
    whole &&= kept;
  }
  for (const { reason } of found.failures) {
    tally.failed += 1;
    context.fail(new ReaderError('bad-entry', { url, reason }));
  }
  return whole;
}
