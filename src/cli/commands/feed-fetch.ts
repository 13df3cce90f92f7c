import { now } from '../clock.ts';
import type { Common } from '../common.ts';
import type { Context } from '../context.ts';
import { feedWorks } from '../importing/feed-fetching.ts';
import { chosenFeeds, subscriptions } from '../importing/feeds.ts';
import { importEach } from '../importing/import-each.ts';
import type { ImportChoices } from '../importing/importing.ts';

/** The options of `sijori feed fetch`. */
interface FetchOptions extends Common, ImportChoices {
  readonly allowPrivate?: boolean;
}

/** Keeps what is new in the feeds named, or in all; one that fails never stops the rest. @throws ReaderError. */
export async function fetchFeeds(
  names: readonly string[],
  options: FetchOptions,
  context: Context,
): Promise<void> {
  const feeds = chosenFeeds(await subscriptions(context), names);
  const asking = { allowPrivate: options.allowPrivate ?? false, now: now() };
  // An entry stays in its feed for long: one that the user removed is not brought back.
  const choices = { ...options, once: !options.force };
  await importEach(feedWorks(feeds, asking, context), choices, context);
}
