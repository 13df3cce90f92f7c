import type { JsonFeed } from 'feedsmith';
import {
  distinct,
  type Enclosure,
  type FeedContents,
  type FeedEntry,
  reachable,
  rebased,
  webAddress,
} from './entry.ts';
import { htmlOfText } from './text.ts';

type Item = Partial<JsonFeed.Item<string>>;

/** What a JSON Feed says. */
export function jsonContents(feed: JsonFeed.Feed<string>, address: string): FeedContents {
  const siteUrl = webAddress(feed.home_page_url, address);
  const entries = (feed.items ?? []).map((item) => entryOf(item, feed, siteUrl ?? address));
  return { title: (feed.title ?? '').trim(), siteUrl, entries };
}

function entryOf(item: Item, feed: JsonFeed.Feed<string>, base: string): FeedEntry {
  const url = webAddress(item.url ?? item.external_url, base);
  const content = item.content_html ?? textOf(item.content_text);
  return {
    id: item.id,
    url,
    base: rebased(base, url),
    title: (item.title ?? '').replace(/\s+/g, ' ').trim(),
    content: content?.trim() ? content : undefined,
    summary: textOf(item.summary),
    published: item.date_published,
    updated: item.date_modified,
    authors: distinct((item.authors ?? feed.authors ?? []).map(({ name }) => name)),
    tags: distinct(item.tags ?? []),
    lang: item.language ?? feed.language,
    image: webAddress(item.image ?? item.banner_image, base),
    enclosures: enclosuresOf(item, base),
  };
}

function textOf(text: string | undefined): string | undefined {
  return text?.trim() ? htmlOfText(text) : undefined;
}

function enclosuresOf({ attachments }: Item, base: string): Enclosure[] {
  const all = (attachments ?? []).map(({ url, mime_type, title, size_in_bytes }) => ({
    url,
    type: mime_type,
    title,
    size: size_in_bytes,
  }));
  return reachable(all, base);
}
