import type { AnyFeed } from 'feedsmith';
import { type Notice, ReaderError } from '../../model/errors.ts';
import { isWebAddress } from '../../model/targets.ts';
import { atomContents } from './atom.ts';
import { itemOf } from './draft.ts';
import type { FeedContents, FeedEntry, FeedItem } from './entry.ts';
import { jsonContents } from './json.ts';
import { feedOfPage } from './link.ts';
import { rssContents } from './rss.ts';
import { mendXml } from './xml-mend.ts';

/** A feed that was read. */
export interface Feed {
  readonly title: string;
  readonly siteUrl?: string | undefined;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
  /** Entries that could not be read, and why: a code, or what a program said. */
  readonly failures: readonly { readonly reason: string }[];
  readonly notices: readonly Notice[];
}

/** Longest feed, in UTF-16 units. */
const LONGEST = 10 * 1024 * 1024;
/** Most entries that are read of one feed. */
const MOST = 1000;
const ENTRIES = { names: new Set(['item', 'entry']), most: MOST };

/**
 * Reads RSS 0.9x, 1.0 (RDF) and 2.0, Atom, and JSON Feed; `address` is where it came from: an
 * address of the web, from which relative ones start, or a path. XML that is not
 * well-formed is read as far as it goes, entities that a feed defines are never expanded, and an entry that cannot be
 * read never stops the rest. @throws ReaderError `too-large` or `not-feed`.
 */
export async function readFeed(text: string, address: string): Promise<Feed> {
  if (text.length > LONGEST) throw new ReaderError('too-large', { path: address, limit: '10 MiB' });
  const { contents, empty, notices } = await parsed(text, address);
  const items = new Map<string, FeedItem>();
  const failures = Array.from({ length: empty }, () => ({ reason: 'entry-empty' }));
  let lost = 0;
  for (const entry of contents.entries) {
    const made = await tried(entry, contents);
    if ('reason' in made) failures.push(made);
    else if (!keepOnce(made, items)) lost += 1;
  }
  const { title, siteUrl } = contents;
  const said = [...notices, ...notice('feed-repeated', lost, { count: lost })];
  return { title, siteUrl, items: [...items.values()], failures, notices: said };
}

/**
 * The first of entries with the same name and address; feeds that name all of them alike are told apart by address.
 * False where that leaves out what is said nowhere else.
 */
function keepOnce(item: FeedItem, items: Map<string, FeedItem>): boolean {
  const { id, url } = item;
  const known = items.get(id);
  if (!known) items.set(id, item);
  else if (url === undefined || url === known.url) return isSame(item, known);
  else if (items.has(url)) return isSame(item, items.get(url));
  else items.set(url, { ...item, id: url });
  return true;
}

function isSame(one: FeedItem, other: FeedItem | undefined): boolean {
  const words = ({ draft }: FeedItem) => JSON.stringify([draft.meta.title, draft.body]);
  return other !== undefined && words(one) === words(other);
}

async function tried(entry: FeedEntry, feed: FeedContents): Promise<FeedItem | { reason: string }> {
  try {
    return (await itemOf(entry, feed)) ?? { reason: 'entry-empty' };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

/** A feed taken apart, before its entries become articles. */
interface Parsed {
  readonly contents: FeedContents;
  /** Entries that said nothing at all. */
  readonly empty: number;
  readonly notices: readonly Notice[];
}

async function parsed(text: string, address: string): Promise<Parsed> {
  if (/^\s*(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text))
    throw pageAt(text, address);
  const isJson = /^\s*\{/.test(text);
  const found = isJson ? readJson(text, address) : readXml(text, address);
  const feed = await feedIn(found.source, address);
  const contents = contentsOf(feed, isWebAddress(address) ? address : '');
  const empty = Math.max(0, found.count - contents.entries.length);
  return { contents, empty, notices: found.notices };
}

/** A page that was taken for a feed: it may say where its feed is. */
function pageAt(html: string, address: string): ReaderError {
  const feed = feedOfPage(html, address);
  return feed === undefined
    ? new ReaderError('not-feed', { path: address })
    : new ReaderError('not-feed-page', { url: address, feed });
}

async function feedIn(source: unknown, address: string): Promise<AnyFeed> {
  const { parseFeed } = await import('feedsmith');
  try {
    return parseFeed(source);
  } catch (cause) {
    throw new ReaderError('not-feed', { path: address }, { cause });
  }
}

function contentsOf(parsed: AnyFeed, address: string): FeedContents {
  switch (parsed.format) {
    case 'atom':
      return atomContents(parsed.feed, address);
    case 'json':
      return jsonContents(parsed.feed, address);
    default:
      return rssContents(parsed.feed, address);
  }
}

/** What feedsmith is given, how many entries that holds, and what is to be said of it. */
interface Prepared {
  readonly source: unknown;
  readonly count: number;
  readonly notices: readonly Notice[];
}

function readXml(text: string, address: string): Prepared {
  const { text: source, faults, count, dropped } = mendXml(text, address, ENTRIES);
  const broken = faults.has('ampersand') || faults.has('unclosed');
  const notices: Notice[] = broken ? [{ code: 'feed-mended', details: {} }] : [];
  return { source, count, notices: [...notices, ...cutNotice(dropped)] };
}

function readJson(text: string, address: string): Prepared {
  const value = jsonOf(text, address) as { readonly items?: unknown };
  const all: readonly unknown[] = Array.isArray(value.items) ? value.items : [];
  const items = all.slice(0, MOST);
  return {
    source: { ...value, items },
    count: items.length,
    notices: cutNotice(all.length - items.length),
  };
}

function jsonOf(text: string, address: string): object {
  try {
    return JSON.parse(text) as object;
  } catch (cause) {
    throw new ReaderError('not-feed', { path: address }, { cause });
  }
}

function cutNotice(dropped: number): Notice[] {
  return notice('feed-cut', dropped, { most: MOST, count: MOST + dropped });
}

/** What is said of so many entries, if there are any. */
function notice(code: Notice['code'], count: number, details: Notice['details']): Notice[] {
  return count > 0 ? [{ code, details }] : [];
}
