import type { Common } from '../common.ts';
import type { Context } from '../context.ts';
import { chosenFeeds, fetchFeed, type Subscription, subscribe, subscriptions } from '../feeds.ts';
import { type ImportChoices, keeper, type Tally } from '../importing.ts';

/** Imports what is new in the feeds named, or in all; one feed that fails never stops the rest. */
export async function fetchFeeds(
  names: readonly string[],
  options: Common & ImportChoices & { readonly allowPrivate?: boolean },
  context: Context,
): Promise<void> {
  const all = await subscriptions(context);
  const keep = await keeper(options, context);
  const tally: Tally = { written: 0, same: 0, failed: 0 };
  const fetched = new Map<string, Subscription>();
  for (const feed of chosenFeeds(all, names)) {
    const done = await context.trying(async () => {
      fetched.set(
        feed.url,
        await fetchFeed(feed, {
          keep,
          tally,
          context,
          allowPrivate: options.allowPrivate ?? false,
        }),
      );
    });
    if (!done) tally.failed += 1;
  }
  if (fetched.size > 0)
    await subscribe(
      all.map((feed) => fetched.get(feed.url) ?? feed),
      context,
    );
  context.say(context.locale.text('import-summary', { ...tally }));
}
