import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { kindBySigns } from './import/detect.ts';
import { type Reason, sortOut, type Tool, toolOf } from './import/tools/folder.ts';
import { baseName, shortened } from './library/create.ts';
import { wrongWeekday } from './library/weekday.ts';
import type { Meta } from './model/article.ts';
import type { Draft, Kind } from './model/draft.ts';
import { type Notice, ReaderError } from './model/errors.ts';
import { isWebAddress } from './model/targets.ts';
import { UNSAID } from './model/unsaid.ts';
import { parseDate } from './parse/dates.ts';
import { guessLanguage } from './parse/language.ts';
import { slugify, stem, titleFromPath } from './parse/meta-names.ts';
import { decode, isGarbled } from './source/decode.ts';
import { findFiles, namesIn } from './source/find.ts';
import { isFile, loadBytes, loadStreamBytes } from './source/load.ts';

/** Something to import, as it arrived. */
export interface Arrival {
  /** A path, an address or `-`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The server's word for what it is. */
  readonly contentType?: string | undefined;
}

/** An article ready to be written: the whole text of its file, and what it is known by. */
export interface Imported {
  readonly title: string;
  /** `2023-09-14-the-slug.md`, or `the-slug.md` where no date is known. */
  readonly fileName: string;
  readonly text: string;
  /** SHA-256 of what it was made from, in hexadecimal: the same source gives the same hash. */
  readonly hash: string;
  /** What it is known by wherever it comes from: its address, or what its feed calls it. */
  readonly id?: string | undefined;
  /** The name of the file it was read from, without its folder; undefined for what was no file. */
  readonly from?: string | undefined;
  readonly draft: Draft;
}

/** What came of a source: its articles, and why entries of it could not be read. */
export interface Import {
  readonly kind: Kind;
  readonly articles: readonly Imported[];
  readonly failures: readonly string[];
  /** What is to be said of the source as a whole. */
  readonly notices?: readonly Notice[] | undefined;
}

/** What a reader of one kind finds. */
interface Found {
  readonly drafts: readonly Draft[];
  readonly failures?: readonly string[];
  readonly notices?: readonly Notice[];
}

/**
 * Makes articles of a source; a feed or a book gives several. Never changes a word of a body.
 * @throws ReaderError `binary`, `empty`, or what the reader of its kind throws.
 */
export async function importSource(arrival: Arrival, asked?: Kind): Promise<Import> {
  if (arrival.bytes.length === 0) throw new ReaderError('empty', { path: arrival.name });
  const kind = asked ?? (await kindOf(arrival));
  const { drafts, failures = [], notices } = await READERS[kind](arrival);
  if (drafts.length === 0 && failures.length === 0)
    throw new ReaderError('empty', { path: arrival.name });
  const isOne = kind !== 'feed' && kind !== 'ghost' && drafts.length === 1;
  const made = await Promise.all(
    drafts.map((draft) =>
      isOne
        ? articleOf(withOrigin(draft, kind, arrival), arrival.bytes)
        : articleOf(draft, JSON.stringify(draft), nameInFeed(draft)),
    ),
  );
  const from = fileOf(arrival);
  const articles = from === undefined ? made : made.map((one) => ({ ...one, from }));
  return { kind, articles, failures, notices };
}

function fileOf({ name }: Arrival): string | undefined {
  return name === '-' || isWebAddress(name) ? undefined : basename(name);
}

/** What a feed calls an entry that has no address. */
function nameInFeed({ extra }: Draft): string | undefined {
  const name = extra?.['feed_id'] ?? extra?.['ghost_id'];
  return typeof name === 'string' ? name : undefined;
}

const READERS: Readonly<Record<Kind, (arrival: Arrival) => Promise<Found>>> = {
  raw: async (arrival) => {
    const { readRaw } = await import('./import/raw/raw.ts');
    return { drafts: [readRaw(textOf(arrival), RAW_TOOLS)] };
  },
  markdown: async (arrival) => {
    const { readMarkdown } = await import('./import/tools/markdown.ts');
    const { withPictures } = await import('./import/tools/pictures.ts');
    const { name: path } = arrival;
    const draft = readMarkdown({ path, text: textOf(arrival) });
    const isFar = isWebAddress(path) || path === '-';
    return { drafts: [isFar ? draft : await withPictures(draft, path, isFile)] };
  },
  html: async ({ bytes, contentType, name }) => {
    const { readPage } = await import('./import/html/html.ts');
    const { decodeHtml } = await import('./import/html/charset.ts');
    const url = isWebAddress(name) ? name : undefined;
    const page = decodeHtml(bytes, contentType);
    if (isGarbled(page)) throw new ReaderError('binary', { path: name });
    return { drafts: [await readPage(page, { url, name })] };
  },
  epub: async ({ bytes, name }) => {
    const { readEpub } = await import('./import/epub/epub.ts');
    const failures: string[] = [];
    const drafts = await readEpub(bytes, name, () => failures.push('chapter-missing'));
    return { drafts, failures };
  },
  ghost: async (arrival) => {
    const { readGhost } = await import('./import/tools/ghost.ts');
    return { drafts: await readGhost(textOf(arrival), arrival.name) };
  },
  feed: async ({ bytes, contentType, name }) => {
    const { readFeed } = await import('./import/feed/feed.ts');
    const { feedText } = await import('./import/feed/bytes.ts');
    const { items, failures, notices } = await readFeed(feedText(bytes, contentType), name);
    return {
      notices,
      drafts: items.map(({ draft }) => draft),
      failures: failures.map(({ reason }) => reason),
    };
  },
};

/** What the importer of raw text knows of dates. */
const RAW_TOOLS = { readDate: parseDate, wrongWeekday };

/** Files that can be imported. */
const IMPORTABLE = /\.(?:md|markdown|mdown|mkd|txt|text|html?|xhtml|xml|rss|atom|json|epub)$/i;

/** What of a folder can be imported, and what its kind of folder has besides articles. */
export interface FolderContents {
  readonly files: readonly string[];
  /** The program that the folder is of. */
  readonly tool: Tool | undefined;
  readonly left: readonly { readonly path: string; readonly reason: Reason }[];
}

/**
 * The articles of a folder, folders in it too; those of them that cannot be read are told.
 * @throws ReaderError `not-found` or `unreadable`.
 */
export function filesToImport(
  folder: string,
  closed: (error: ReaderError) => void,
): FolderContents {
  const root = folder.replace(/\/+$/, '');
  const tool = toolOf(namesIn(folder));
  const paths = findFiles(folder, IMPORTABLE, closed).map((path) => path.slice(root.length + 1));
  const { articles, left } = sortOut(paths, tool);
  return { files: articles.map((path) => `${root}/${path}`), tool, left };
}

/** A file as it arrives. @throws ReaderError when it cannot be read or is too large. */
export function loadArrival(name: string): Arrival {
  return { name, bytes: loadBytes(name).bytes };
}

/** Standard input as it arrives. @throws ReaderError `too-large`. */
export async function loadArriving(stream: AsyncIterable<Uint8Array>): Promise<Arrival> {
  return { name: '-', bytes: await loadStreamBytes(stream) };
}

/** How sure it has to be that a text is raw news. */
const SURE = 0.5;

async function kindOf(arrival: Arrival): Promise<Kind> {
  const told = kindBySigns(arrival);
  if (told) return told;
  if (/\.(?:txt|text)$/i.test(arrival.name)) return 'raw';
  // Data of any kind is not an article.
  if (/\.(?:json|xml)$/i.test(arrival.name))
    throw new ReaderError('no-kind', { path: arrival.name });
  const { looksRaw } = await import('./import/raw/looks.ts');
  return looksRaw(textOf(arrival), RAW_TOOLS) >= SURE ? 'raw' : 'markdown';
}

/** @throws ReaderError `binary`, for PDF too, or `empty` where there is nothing but space. */
function textOf({ bytes, name }: Arrival): string {
  const { text } = decode(bytes, name);
  if (text.startsWith('%PDF-')) throw new ReaderError('binary', { path: name });
  if (!/\S/.test(text)) throw new ReaderError('empty', { path: name });
  return text;
}

/** What a source's name tells of its article: its address; the name of a text that has none of its own. */
function withOrigin(draft: Draft, kind: Kind, { name }: Arrival): Draft {
  const { meta } = draft;
  if (isWebAddress(name)) {
    return meta.source?.url === undefined
      ? { ...draft, meta: { ...meta, source: { ...meta.source, url: name } } }
      : draft;
  }
  if (name === '-') return draft;
  const title = meta.title === '' ? titleFromPath(name) : meta.title;
  const alias = slugify(stem(name));
  const isNew = kind === 'raw' && alias !== '' && alias !== slugify(title);
  const aliases = isNew ? [...(meta.aliases ?? []), alias] : (meta.aliases ?? []);
  return { ...draft, meta: { ...meta, title, aliases } };
}

/**
 * A draft as the article it becomes; `source` is what it was made from, and the same source always gives the same
 * article. `id` is what it is known by if it has no address.
 */
export async function articleOf(
  draft: Draft,
  source: Uint8Array | string,
  id?: string,
): Promise<Imported> {
  const { frontMatter } = await import('./emit/markdown-head.ts');
  const body = typeof draft.body === 'string' ? draft.body : await written(draft.body);
  const meta = completed(draft, body);
  const end = body === '' || body.endsWith('\n') ? '' : '\n';
  return {
    title: meta.title,
    fileName: `${baseName(meta)}.md`,
    text: `${frontMatter(meta)}${body === '' ? '' : `\n${body}${end}`}`,
    hash: createHash('sha256').update(source).digest('hex'),
    id: meta.source?.url ?? id,
    draft,
  };
}

async function written(body: Exclude<Draft['body'], string>): Promise<string> {
  return (await import('./emit/markdown.ts')).bodyMarkdown(body);
}

function completed({ meta, extra = {} }: Draft, body: string): Meta {
  const lang = meta.lang ?? guessLanguage(body);
  return {
    ...UNSAID,
    ...meta,
    ...(lang === undefined ? {} : { lang }),
    slug: shortened(slugify(meta.slug ?? meta.title)) || 'article',
    extra,
  };
}
