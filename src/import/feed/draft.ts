import { createHash } from 'node:crypto';
import type { ArticleDate, Meta } from '../../model/article.ts';
import type { Draft } from '../../model/draft.ts';
import { percentDecoded } from '../../model/targets.ts';
import { parseDate } from '../../parse/dates.ts';
import { readLanguage } from '../../parse/meta-names.ts';
import type { Enclosure, FeedContents, FeedEntry, FeedItem } from './entry.ts';
import { escapeHtml, wordsOf } from './text.ts';

/** Words of a title that is made of an entry's first ones. */
const TITLE_WORDS = 10;
/** Longest summary that is kept beside the whole text, in characters. */
const LONGEST_SUMMARY = 500;

/** The article that an entry becomes; undefined when it has neither title nor text nor address. */
export async function itemOf(entry: FeedEntry, feed: FeedContents): Promise<FeedItem | undefined> {
  const html = entry.content ?? entry.summary ?? '';
  const words = wordsOf(html);
  const title = entry.title || firstWords(words) || nameOf(entry.url ?? entry.enclosures[0]?.url);
  if (title === '') return undefined;
  const id = entry.id?.trim() || entry.url || keyOf(title, entry);
  const { fragmentToMarkdown } = await import('../html/fragment.ts');
  const body = await fragmentToMarkdown(html + linksOf(entry, html), { base: entry.base });
  const draft: Draft = {
    meta: { title, ...metaOf(entry, feed, words), ...pictureOf(entry, html) },
    extra: extraOf(entry, id),
    body,
    lines: [],
    doubts: doubtsOf(entry),
  };
  return { id, url: entry.url, draft };
}

function doubtsOf(entry: FeedEntry): Draft['doubts'] {
  const { published = '' } = entry;
  const isUnread = published.trim() !== '' && dateOf(published) === undefined;
  return [
    ...(isShort(entry) ? [{ key: 'doubt-summary', details: {} }] : []),
    ...(isUnread ? [{ key: 'doubt-date', details: { value: published.slice(0, 80) } }] : []),
  ];
}

/** Whether the feed has no more of it than a summary. */
function isShort({ content, summary }: FeedEntry): boolean {
  return content === undefined && summary !== undefined;
}

function firstWords(text: string): string {
  const words = text.split(' ');
  const start = words.slice(0, TITLE_WORDS).join(' ').slice(0, 100);
  return words.length > TITLE_WORDS ? `${start}…` : start;
}

/** The last step of an address, in letters. */
function nameOf(url: string | undefined): string {
  const step = (url ?? '')
    .replace(/[?#].*$/, '')
    .split('/')
    .findLast((part) => part !== '');
  return percentDecoded(step ?? '');
}

/** What an entry is known by that has neither identifier nor address: its words. */
function keyOf(title: string, { published, content, summary }: FeedEntry): string {
  const told = [title, published, published === undefined ? (content ?? summary) : ''].join('\n');
  return `sha256:${createHash('sha256').update(told).digest('hex').slice(0, 32)}`;
}

function metaOf(entry: FeedEntry, feed: FeedContents, words: string): Partial<Meta> {
  const description = descriptionOf(entry, words);
  const date = dateOf(entry.published);
  const updated = dateOf(entry.updated);
  const lang = entry.lang === undefined ? undefined : readLanguage(entry.lang);
  const source = {
    ...(feed.title && { name: feed.title }),
    ...(entry.url && { url: entry.url }),
  };
  return {
    ...(description && { description }),
    ...(date && { date }),
    ...(updated && updated.iso !== date?.iso && { updated }),
    authors: entry.authors,
    tags: entry.tags,
    ...(lang && { lang }),
    ...(Object.keys(source).length > 0 && { source }),
  };
}

/** A summary beside the whole text, unless that begins with it. */
function descriptionOf({ content, summary }: FeedEntry, words: string): string | undefined {
  if (content === undefined || summary === undefined || content === summary) return undefined;
  const text = wordsOf(summary);
  const start = text.replace(/\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/, '');
  return text.length > LONGEST_SUMMARY || words.startsWith(start) ? undefined : text;
}

function dateOf(text: string | undefined): ArticleDate | undefined {
  const parsed = text === undefined ? undefined : parseDate(inFull(text.trim()));
  return parsed && { iso: parsed.iso, origin: 'head' };
}

/** RFC 822's year of two digits as RFC 2822 reads it, and its `UT`. */
function inFull(date: string): string {
  return date
    .replace(/^((?:[a-z]{3},? )?\d{1,2} [a-z]{3}) (\d{2})(?= )/i, (_, day: string, year: string) =>
      Number(year) < 50 ? `${day} 20${year}` : `${day} 19${year}`,
    )
    .replace(/ UT$/, ' UTC');
}

/** The lead picture, when the text itself shows none. */
function pictureOf({ image }: FeedEntry, html: string): Pick<Meta, 'image'> {
  return image === undefined || /<img\b/i.test(html) ? {} : { image: { src: image } };
}

/** Front matter beyond sijori's own: the feed's name for the entry, and that the feed has no more than a summary. */
function extraOf(entry: FeedEntry, id: string): Readonly<Record<string, unknown>> {
  return {
    ...(id !== entry.url && { feed_id: id }),
    ...(isShort(entry) && { summary_only: true }),
  };
}

/** Sound, films and other files as links at the end; what the text links to already is not repeated. */
function linksOf({ enclosures }: FeedEntry, html: string): string {
  const links = enclosures
    .filter(({ type }) => !/^image\//.test(type ?? ''))
    .filter(({ url }) => !html.includes(url) && !html.includes(escapeHtml(url)));
  return [...new Map(links.map((link) => [link.url, link])).values()].map(linkOf).join('');
}

function linkOf({ url, type, title, size }: Enclosure): string {
  const megabytes = size ? `${(size / 1_000_000).toFixed(1)} MB` : '';
  const about = [type, megabytes].filter(Boolean).join(', ');
  const name = title?.trim() || nameOf(url) || url;
  const more = about === '' ? '' : ` (${escapeHtml(about)})`;
  return `\n<p><a href="${escapeHtml(url)}">${escapeHtml(name)}</a>${more}</p>`;
}
