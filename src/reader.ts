import type { PageSettings } from './layout/frame.ts';
import type { Entry } from './library/select.ts';
import type { Article, Meta } from './model/article.ts';
import { ReaderError } from './model/errors.ts';
import type { ColorDepth, Line } from './model/line.ts';
import { codeIn, contentsOf, sectionOf } from './model/outline.ts';
import { countWords } from './model/text.ts';
import { UNSAID } from './model/unsaid.ts';
import { splitHead } from './parse/front-matter.ts';
import { type Head, type ParseOptions, parse, parseHead } from './parse/parse.ts';
import { findArticles } from './source/find.ts';
import { loadFile, loadStream } from './source/load.ts';

export type Format = 'ansi' | 'plain' | 'json' | 'html' | 'markdown';

/** How an article is shown. Width, theme and the like matter to the laid-out formats only. */
export interface RenderOptions {
  readonly format: Format;
  readonly colors: ColorDepth;
  /** Whether bold, underline and links are written at all. */
  readonly styled: boolean;
  /** When words are hyphenated: `auto` is below 50 columns and when lines are justified. */
  readonly hyphens: 'auto' | 'on' | 'off';
  readonly page: Omit<PageSettings, 'tools'>;
  /** What is done to the lines of a page before they are written. */
  change?(lines: readonly Line[]): readonly Line[];
}

/** Reads an article from a file. @throws ReaderError when it cannot be read or is empty. */
export async function openArticle(path: string, options?: ParseOptions): Promise<Article> {
  const source = loadFile(path);
  if (source.text.trim() === '') throw new ReaderError('empty', { path });
  return parse(source, options);
}

/** Reads an article from a stream, as standard input is. @throws ReaderError when it is too large, binary or empty. */
export async function openStream(
  stream: AsyncIterable<Uint8Array>,
  options?: ParseOptions,
): Promise<Article> {
  const source = await loadStream(stream);
  if (source.text.trim() === '') throw new ReaderError('empty', { path: '-' });
  return parse(source, options);
}

/** What of an article is shown: `code` is the number of one of its blocks of code, from 1. */
interface Part {
  readonly section?: string;
  readonly toc?: boolean;
  readonly code?: number;
}

/** One section of an article, its table of contents, or one block of code. @throws ReaderError `no-section`, `no-code`. */
export function partOf(article: Article, part: Part): Article {
  let shown = article;
  if (part.section !== undefined) {
    const section = sectionOf(article, part.section);
    if (!section)
      throw new ReaderError('no-section', { section: part.section, path: article.path });
    shown = section;
  }
  if (part.code !== undefined) return codeBlock(shown, part.code);
  return part.toc ? contentsOf(shown) : shown;
}

function codeBlock(article: Article, number: number): Article {
  const blocks = codeIn(article);
  const block = blocks[number - 1];
  if (!block)
    throw new ReaderError('no-code', { number, count: blocks.length, path: article.path });
  return { ...article, body: { ...article.body, children: [block] } };
}

/** An article as text in one of the formats, ending in a newline. */
export async function render(article: Article, options: RenderOptions): Promise<string> {
  switch (options.format) {
    case 'json':
      return (await import('./emit/json.ts')).json(article);
    case 'html':
      return (await import('./emit/html.ts')).html(article, options.page.locale);
    case 'markdown':
      return (await import('./emit/markdown.ts')).markdown(article);
    default:
      return laidOut(article, options);
  }
}

async function laidOut(article: Article, options: RenderOptions): Promise<string> {
  const { layout } = await import('./layout/layout.ts');
  const { toolsFor } = await import('./layout/tools.ts');
  const page = layout(article, { ...options.page, tools: await toolsFor(article, options) });
  const lines = options.change?.(page) ?? page;
  if (options.format === 'ansi' && options.styled) {
    return (await import('./emit/ansi.ts')).ansi(lines, { colors: options.colors });
  }
  return (await import('./emit/plain.ts')).plain(lines);
}

/** What is known of an article that is yet to be written; `date` is ISO 8601. */
export interface NewArticle extends Pick<Meta, 'title' | 'authors' | 'tags' | 'draft'> {
  readonly date: string;
  readonly lang: string | undefined;
}

/** The text of a new article, its head and no words yet, and the name for its file. */
export async function newArticle(known: NewArticle): Promise<{ name: string; text: string }> {
  const { frontMatter } = await import('./emit/markdown-head.ts');
  const { baseName } = await import('./library/create.ts');
  const { slugify } = await import('./parse/meta-names.ts');
  const { date: iso, lang, ...told } = known;
  const date = { iso, origin: 'head' as const };
  const meta = { ...UNSAID, ...told, slug: '', date };
  const head = frontMatter(lang === undefined ? meta : { ...meta, lang });
  const name = baseName({ date, slug: slugify(known.title) });
  return { name: `${name}.md`, text: `${head}\n` };
}

/** The text of an article as the index has it: Markdown as it is written, its words, and whether its head is not as meant. @throws ReaderError. */
export function bodyOf(path: string): { text: string; words: number; broken: boolean } {
  const { body, notices } = parseHead(loadFile(path));
  const broken = notices.some(({ code }) => code.startsWith('front-matter-'));
  return { text: body, words: countWords(body), broken };
}

/** A file as passages of it are looked for: its text, and the Markdown of its body, which begins after so many lines. @throws ReaderError. */
export function readableOf(path: string): { text: string; body: string; bodyOffset: number } {
  const { text } = loadFile(path);
  const { body, bodyOffset } = splitHead(text);
  return { text, body, bodyOffset };
}

/** An article of a library, before its body is parsed. */
interface LibraryEntry extends Entry {
  readonly notices: Head['notices'];
}

/** A library as it was read: what could not be read is named, the rest is there. */
export interface Library {
  readonly entries: readonly LibraryEntry[];
  readonly failures: readonly { readonly path: string; readonly error: ReaderError }[];
}

/** Reads the heads of all articles under a folder. @throws ReaderError when the folder cannot be read. */
export function readLibrary(folder: string): Library {
  const entries: LibraryEntry[] = [];
  const failures: { path: string; error: ReaderError }[] = [];
  const closed = (error: ReaderError) => {
    failures.push({ path: String(error.details['path']), error });
  };
  for (const path of findArticles(folder, closed)) {
    try {
      const { meta, notices } = parseHead(loadFile(path));
      entries.push({ path, meta, notices });
    } catch (error) {
      if (!(error instanceof ReaderError)) throw error;
      failures.push({ path, error });
    }
  }
  return { entries, failures };
}
