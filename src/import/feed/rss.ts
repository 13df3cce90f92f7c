import type { AnyFeed, RdfFeed, RssFeed } from 'feedsmith';
import { isWebAddress } from '../../model/targets.ts';
import {
  distinct,
  type Enclosure,
  type FeedContents,
  type FeedEntry,
  reachable,
  rebased,
  webAddress,
} from './entry.ts';
import { isSummary, meantHtml, titleText } from './text.ts';

type Channel = Extract<AnyFeed, { format: 'rss' | 'rdf' }>['feed'];
type Item = Partial<RssFeed.Item<string>> & Partial<RdfFeed.Item<string>>;

/** What RSS 0.9x, 1.0 (RDF) and 2.0 say. */
export function rssContents(feed: Channel, address: string): FeedContents {
  const siteUrl = webAddress(feed.link ?? feed.atom?.links?.find(isPage)?.href, address);
  const base = rebased(siteUrl ?? address, feed.xml?.base);
  const lang = 'language' in feed ? feed.language : feed.dc?.languages?.[0];
  const entries = ((feed.items ?? []) as readonly Item[]).map((item) => entryOf(item, base, lang));
  const author = 'itunes' in feed ? distinct([feed.itunes?.author]) : [];
  // A podcast says once whose it is.
  const told = entries.map((entry) =>
    entry.authors.length > 0 ? entry : { ...entry, authors: author },
  );
  return { title: titleText(feed.title ?? ''), siteUrl, entries: told };
}

function entryOf(item: Item, channelBase: string, lang: string | undefined): FeedEntry {
  const url = urlOf(item);
  const stated = item.xml?.base;
  const base = stated
    ? rebased(channelBase, stated)
    : (webAddress(url, channelBase) ?? channelBase);
  const { content, summary } = textsOf(item);
  return {
    id: item.guid?.value ?? item.rdf?.about ?? item.atom?.id,
    url: webAddress(url, rebased(channelBase, stated)),
    base,
    title: titleText(item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value ?? ''),
    content,
    summary,
    published: item.pubDate ?? item.dc?.dates?.[0] ?? dateOf(item),
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0],
    authors: authorsOf(item),
    tags: tagsOf(item),
    lang: item.dc?.languages?.[0] ?? item.xml?.lang ?? lang,
    image: webAddress(imageOf(item), base),
    enclosures: enclosuresOf(item, base),
  };
}

function dateOf({ dcterms, atom }: Item): string | undefined {
  return dcterms?.issued?.[0] ?? dcterms?.created?.[0] ?? atom?.published ?? atom?.updated;
}

/** Its link; else an identifier that is said, or may be taken, to be one. */
function urlOf({ link, guid, atom, rdf }: Item): string | undefined {
  if (link) return link;
  const page = atom?.links?.find(isPage)?.href;
  if (page) return page;
  const named = guid && guid.isPermaLink !== false ? guid.value : undefined;
  return [named, rdf?.about].find((text) => isWebAddress(text ?? ''));
}

function isPage({ rel }: { readonly rel?: string | undefined }): boolean {
  return rel === undefined || rel === 'alternate';
}

/** The whole text is in `content:encoded`, in an Atom content, or in the description itself. */
function textsOf({ content, description, atom, itunes }: Item): {
  content?: string | undefined;
  summary?: string | undefined;
} {
  const whole = content?.encoded ?? atom?.content?.value;
  const short = description ?? atom?.summary?.value ?? itunes?.summary;
  const summary = short === undefined ? undefined : meantHtml(short);
  if (whole?.trim()) return { content: meantHtml(whole), summary };
  return summary === undefined || isSummary(summary) ? { summary } : { content: summary };
}

function authorsOf({ authors, dc, dcterms, atom, itunes }: Item): string[] {
  const creators = distinct([...(dc?.creators ?? []), ...(dcterms?.creators ?? [])]);
  if (creators.length > 0) return creators;
  const named = distinct([
    ...(authors ?? []).map(({ name, email }) => name ?? email),
    ...(atom?.authors ?? []).map(({ name }) => name),
  ]);
  return named.length > 0 ? named : distinct([itunes?.author]);
}

function tagsOf({ categories, dc, itunes, media }: Item): string[] {
  return distinct([
    ...(categories ?? []).map(({ name }) => name),
    ...(dc?.subjects ?? []),
    ...(itunes?.keywords ?? []),
    ...(media?.keywords ?? []),
  ]).map(titleText);
}

function mediaOf({ media }: Item) {
  return [
    ...(media?.contents ?? []),
    ...(media?.groups ?? []).flatMap(({ contents }) => contents ?? []),
  ];
}

function isPicture({ type, medium }: { type?: string; medium?: string }): boolean {
  return medium === 'image' || /^image\//.test(type ?? '');
}

function imageOf(item: Item): string | undefined {
  const enclosed = item.enclosures?.find(({ type }) => /^image\//.test(type ?? ''))?.url;
  const shown = mediaOf(item).find(isPicture)?.url;
  return enclosed ?? shown ?? item.media?.thumbnails?.[0]?.url ?? item.itunes?.image;
}

function enclosuresOf(item: Item, base: string): Enclosure[] {
  const own = (item.enclosures ?? []).map(({ url, type, length }) => ({ url, type, size: length }));
  const media = mediaOf(item)
    .filter((one) => !isPicture(one) && /^(?:audio|video)\b/.test(one.type ?? one.medium ?? ''))
    .map(({ url, type, fileSize, title }) => ({ url, type, size: fileSize, title: title?.value }));
  return reachable([...own, ...media], base);
}
