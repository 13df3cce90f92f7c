import type { Feed } from '../../import/feed/feed.ts';
import type { Fetcher } from '../../import/web/fetch.ts';
import { articleOf } from '../../importer.ts';
import { type FeedState, readStates, writeStates } from '../../library/feeds.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';
import { stateFile } from '../library/library.ts';
import { entitle, type Subscription } from './feeds.ts';
import type { Work } from './import-each.ts';

/** Feeds that are asked for at the same time; of one host only one ever is. */
const AT_ONCE = 4;

/** A feed as its server answered, undefined where it has not changed, and what to remember of it. */
interface Answer {
  readonly feed: Feed | undefined;
  readonly state: FeedState;
}

/** How feeds are asked for. */
interface Asking {
  readonly allowPrivate: boolean;
  /** Now, ISO 8601. */
  readonly now: string;
}

/**
 * Feeds as things to import: a few are asked for ahead. What a server said is remembered when all articles were kept;
 * else it is asked for the whole feed again.
 */
export function feedWorks(
  feeds: readonly Subscription[],
  asking: Asking,
  context: Context,
): Work[] {
  const file = stateFile('feeds.json', context);
  const states = readStates(file);
  const fetcher = lazily(async () => {
    const { createFetcher } = await import('../../import/web/fetch.ts');
    return createFetcher({ userAgent: `sijori/${version}` });
  });
  const take = ahead(
    feeds.map(
      ({ url }) =>
        async () =>
          ask(url, states.get(url), { fetcher: await fetcher(), ...asking }),
    ),
  );
  return feeds.map((subscription, at) => {
    const { url } = subscription;
    let answer: Answer | undefined;
    return {
      name: url,
      work: async () => {
        answer = await take(at);
        return answer.feed && made(answer.feed);
      },
      kept: async (whole) => {
        if (!answer) return;
        const { feed, state } = answer;
        await entitle(subscription, feed?.title ?? '', context);
        writeStates(file, new Map([[url, whole ? state : { fetched: state.fetched }]]));
      },
    };
  });
}

/** Begins works a few ahead of the one that is waited for; nothing that fails meanwhile ends the program. */
function ahead<T>(works: readonly (() => Promise<T>)[]): (at: number) => Promise<T> {
  const begun: Promise<T>[] = [];
  return (at) => {
    while (begun.length < Math.min(works.length, at + AT_ONCE)) {
      const work = works[begun.length]?.();
      work?.catch(() => {});
      if (work) begun.push(work);
    }
    return begun[at] ?? Promise.reject(new RangeError(`no feed ${at}`));
  };
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function ask(
  url: string,
  known: FeedState | undefined,
  { fetcher, allowPrivate, now }: Asking & { readonly fetcher: Fetcher },
): Promise<Answer> {
  const { etag, lastModified } = known ?? {};
  const page = await fetcher.fetchPage(url, { allowPrivate, etag, lastModified });
  if ('notModified' in page) return { feed: undefined, state: { ...known, fetched: now } };
  const { readFeed } = await import('../../import/feed/feed.ts');
  const { feedText } = await import('../../import/feed/bytes.ts');
  const feed = await readFeed(feedText(page.bytes, page.contentType), page.url);
  return { feed, state: { etag: page.etag, lastModified: page.lastModified, fetched: now } };
}

/** The entries of a feed as articles; one without an address is known again by its name in the feed. */
async function made({ items, failures, notices }: Feed) {
  const articles = items.map(({ id, draft }) => articleOf(draft, JSON.stringify(draft), id));
  const reasons = failures.map(({ reason }) => reason);
  return { articles: await Promise.all(articles), failures: reasons, notices };
}
