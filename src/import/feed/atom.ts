import type { AtomFeed } from 'feedsmith';
import {
  distinct,
  type Enclosure,
  type FeedContents,
  type FeedEntry,
  reachable,
  rebased,
  webAddress,
} from './entry.ts';
import { htmlOfText, meantHtml, titleText, wordsOf } from './text.ts';

type Entry = Partial<AtomFeed.Entry<string>>;
type Text = AtomFeed.Text | AtomFeed.Content | undefined;

/** What Atom 1.0, and 0.3 as far as it is the same, says. */
export function atomContents(feed: AtomFeed.Feed<string>, address: string): FeedContents {
  const base = rebased(address, feed.xml?.base);
  const entries = (feed.entries ?? []).map((entry) => entryOf(entry, feed, base));
  const siteUrl = webAddress(feed.links?.find(isPage)?.href, base);
  return { title: plainOf(feed.title), siteUrl, entries };
}

function entryOf(entry: Entry, feed: AtomFeed.Feed<string>, feedBase: string): FeedEntry {
  const base = rebased(feedBase, entry.xml?.base);
  const text = entry.content ?? entry.summary;
  const authors = entry.authors ?? entry.source?.authors ?? feed.authors;
  return {
    id: entry.id,
    url: webAddress(entry.links?.find(isPage)?.href, base),
    base: rebased(base, text?.xml?.base),
    title: plainOf(entry.title),
    content: htmlOf(entry.content),
    summary: htmlOf(entry.summary) ?? mediaText(entry),
    published: entry.published ?? entry.updated,
    updated: entry.published === undefined ? undefined : entry.updated,
    authors: distinct((authors ?? []).map(({ name, email }) => name ?? email)),
    tags: distinct((entry.categories ?? []).map(({ label, term }) => label ?? term)),
    lang: entry.content?.xml?.lang ?? entry.xml?.lang ?? feed.xml?.lang,
    image: webAddress(imageOf(entry), base),
    enclosures: enclosuresOf(entry, base),
  };
}

function isPage({ rel, type }: { readonly rel?: string | undefined; type?: string }): boolean {
  return (rel === undefined || rel === 'alternate') && !/\b(?:atom|rss|json)\b/.test(type ?? '');
}

/** Titles say what they are; those that do not are text. */
function plainOf(text: Text): string {
  const value = text?.value ?? '';
  if (/html/.test(text?.type ?? '')) return wordsOf(value);
  return text?.type === undefined ? titleText(value) : value.replace(/\s+/g, ' ').trim();
}

/** The text as HTML; undefined where it is a picture or something else that is no text. */
function htmlOf(text: Text): string | undefined {
  const type = (text?.type ?? 'text').toLowerCase();
  const value = text?.value;
  if (!value?.trim()) return undefined;
  if (/^(?:html|text\/html)\b/.test(type)) return meantHtml(value);
  if (/xhtml|xml$/.test(type)) return value.replace(/(<\/?)(?:xhtml|html|xh|h):/gi, '$1');
  return /^text\b/.test(type) ? htmlOfText(value) : undefined;
}

/** What a film's feed says of it. */
function mediaText({ media }: Entry): string | undefined {
  const text = [media, ...(media?.groups ?? [])].find((one) => one?.description)?.description;
  return text?.value ? htmlOfText(text.value) : undefined;
}

function imageOf({ media, links }: Entry): string | undefined {
  const groups = (media?.groups ?? []).flatMap(({ thumbnails }) => thumbnails ?? []);
  const enclosed = links?.find(
    ({ rel, type }) => rel === 'enclosure' && /^image\//.test(type ?? ''),
  );
  return enclosed?.href ?? media?.thumbnails?.[0]?.url ?? groups[0]?.url;
}

/** Enclosures, and content that is kept elsewhere. */
function enclosuresOf({ links, content }: Entry, base: string): Enclosure[] {
  const enclosed = (links ?? [])
    .filter(({ rel }) => rel === 'enclosure')
    .map(({ href, type, title, length }) => ({ url: href, type, title, size: length }));
  const elsewhere = content?.src ? [{ url: content.src, type: content.type }] : [];
  return reachable([...enclosed, ...elsewhere], base);
}
