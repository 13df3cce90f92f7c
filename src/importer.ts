import type { Meta } from './model/article.ts';
import type { Draft, Kind } from './model/draft.ts';
import { ReaderError } from './model/errors.ts';
import { decode } from './source/decode.ts';

/** Something to import, as it arrived. */
export interface Arrival {
  /** A path, an address or `-`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string | undefined;
}

/** An article ready to be written: the whole text of its file, and what it is known by. */
export interface Imported {
  readonly title: string;
  /** `2023-09-14-the-slug.md`. */
  readonly fileName: string;
  readonly text: string;
  /** `sha256:…` of what it was made from: the same source gives the same hash. */
  readonly hash: string;
  /** The address it was published at, when it says so. */
  readonly url?: string | undefined;
  readonly draft: Draft;
}

/** Longest name of a file without its date and ending, in characters. */
const LONGEST_NAME = 100;

/**
 * Makes articles of a source; a feed or a book gives several. Never changes a word of a body.
 * @throws ReaderError `binary`, `empty` or `not-importable`.
 */
export async function importSource(arrival: Arrival, asked?: Kind): Promise<Imported[]> {
  const kind = asked ?? (await kindOf(arrival));
  const drafts = await READERS[kind](arrival);
  if (drafts.length === 0) throw new ReaderError('empty', { path: arrival.name });
  const [only] = drafts;
  if (drafts.length === 1 && only) return [await articleOf(only, arrival.bytes)];
  return Promise.all(drafts.map((draft) => articleOf(draft, JSON.stringify(draft))));
}

type Reader = (arrival: Arrival) => Promise<readonly Draft[]>;

const READERS: Readonly<Record<Kind, Reader>> = {
  raw: async (arrival) => [(await import('./import/raw.ts')).readRaw(textOf(arrival))],
  markdown: async (arrival) => [
    (await import('./import/markdown.ts')).readMarkdown(await parsed(arrival)),
  ],
  html: async ({ bytes, contentType, name }) => {
    const { decodeHtml, readPage } = await import('./import/html.ts');
    return [readPage(decodeHtml(bytes, contentType), isAddress(name) ? { url: name } : {})];
  },
  feed: async (arrival) => {
    const { readFeed } = await import('./import/feed.ts');
    return readFeed(textOf(arrival), isAddress(arrival.name) ? arrival.name : '').items.map(
      (item) => item.draft,
    );
  },
  epub: async ({ bytes }) => (await import('./import/epub.ts')).readEpub(bytes),
};

function textOf({ bytes, name }: Arrival): string {
  return decode(bytes, name).text;
}

async function parsed(arrival: Arrival) {
  const { parseHead } = await import('./parse/parse.ts');
  return parseHead({ path: arrival.name, text: textOf(arrival) });
}

/** What a source is, by what it says of itself, by its name, and by what it looks like. */
async function kindOf(arrival: Arrival): Promise<Kind> {
  const told = byType(arrival.contentType) ?? byName(arrival.name);
  if (told) return told;
  if (arrival.bytes[0] === 0x50 && arrival.bytes[1] === 0x4b) return 'epub';
  const start = textOf(arrival).slice(0, 2000).trimStart();
  return byLook(start) ?? ((await looksRaw(arrival)) ? 'raw' : 'markdown');
}

function byType(type: string | undefined): Kind | undefined {
  if (!type) return undefined;
  if (/epub\+zip/.test(type)) return 'epub';
  if (/rss|atom|feed\+json/.test(type)) return 'feed';
  if (/html/.test(type)) return 'html';
  return /markdown/.test(type) ? 'markdown' : undefined;
}

function byName(name: string): Kind | undefined {
  if (/\.x?html?$/i.test(name)) return 'html';
  if (/\.(?:rss|atom)$/i.test(name)) return 'feed';
  if (/\.epub$/i.test(name)) return 'epub';
  return /\.(?:md|markdown|mdown|mkd)$/i.test(name) ? 'markdown' : undefined;
}

function byLook(start: string): Kind | undefined {
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)\b/i.test(start))
    return 'feed';
  if (/^\{[\s\S]*"version"\s*:\s*"https?:\/\/jsonfeed\.org/.test(start)) return 'feed';
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b/i.test(start)) return 'html';
  return /^(?:---|\+\+\+)\s*\n/.test(start) ? 'markdown' : undefined;
}

/** How sure the importer of raw text has to be that a text is no Markdown. */
const SURE = 0.5;

async function looksRaw(arrival: Arrival): Promise<boolean> {
  if (/\.(?:txt|text)$/i.test(arrival.name)) return true;
  const { looksRaw: likelihood } = await import('./import/raw.ts');
  return likelihood(textOf(arrival)) >= SURE;
}

function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/**
 * A draft as the article it becomes; `source` is what it was made from, and the same source always gives the same
 * article.
 */
export async function articleOf(draft: Draft, source: Uint8Array | string): Promise<Imported> {
  const { createHash } = await import('node:crypto');
  const { slugify } = await import('./parse/meta-names.ts');
  const { bodyMarkdown } = await import('./emit/markdown.ts');
  const { frontMatter } = await import('./emit/markdown-head.ts');
  const hash = `sha256:${createHash('sha256').update(source).digest('hex')}`;
  const slug = draft.meta.slug ?? (slugify(draft.meta.title) || 'artikel');
  const meta = completed(draft, slug, hash);
  const body = typeof draft.body === 'string' ? draft.body : bodyMarkdown(draft.body);
  const day = meta.date && meta.date.origin !== 'file' ? `${meta.date.iso.slice(0, 10)}-` : '';
  return {
    title: meta.title,
    fileName: `${day}${shortened(slug)}.md`,
    text: `${frontMatter(meta)}\n${body.endsWith('\n') ? body : `${body}\n`}`,
    hash,
    url: meta.source?.url,
    draft,
  };
}

function completed({ meta, extra = {} }: Draft, slug: string, hash: string): Meta {
  return {
    authors: [],
    editors: [],
    tags: [],
    categories: [],
    draft: false,
    related: [],
    aliases: [],
    titleFromBody: false,
    ...meta,
    slug,
    extra: { ...extra, import_hash: hash },
  };
}

/** A slug cut at a dash. */
function shortened(slug: string): string {
  if (slug.length <= LONGEST_NAME) return slug;
  const cut = slug.slice(0, LONGEST_NAME);
  return cut.slice(0, Math.max(cut.lastIndexOf('-'), LONGEST_NAME / 2));
}
