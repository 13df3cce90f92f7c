import type { Draft } from '../../model/draft.ts';
import { splitHead } from '../../parse/front-matter.ts';
import { readMeta } from '../../parse/meta.ts';
import { readTitleBlock } from './pandoc.ts';

/** A Markdown file of another tool. */
export interface MarkdownFile {
  /** Its path: names of folders and files say dates, drafts and languages. */
  readonly path: string;
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * A Markdown file of Hugo, Jekyll, Hexo, Zola, Astro, Obsidian, Pandoc, dev.to, Hashnode or any other as an article:
 * its front matter under sijori's names, unknown keys kept, the body byte for byte but for blank lines at its start.
 */
export function readMarkdown({ path, text }: MarkdownFile): Draft {
  const head = splitHead(opened(text, path));
  const block = head.data === undefined ? readTitleBlock(head.body) : undefined;
  const data = block?.data ?? (head.data && adapted(head.data, path));
  const body = (block?.body ?? head.body).replace(/^(?:[ \t]*\n)+/, '');
  const { lang, path: named } = translation(path);
  const read = readMeta(data, { path: named, body, keyLines: head.keyLines });
  const { titleFromBody: _, extra, ...known } = read.meta;
  const meta = known.lang === undefined && lang !== undefined ? { ...known, lang } : known;
  const doubts = [...head.notices, ...read.notices].map(({ code, details }) => ({
    key: code,
    details,
  }));
  return { meta, extra, body, lines: [], doubts };
}

/** Hexo lets the fence at the top out, for YAML and for JSON. */
function opened(text: string, path: string): string {
  if (!/(?:^|\/)source\/_(?:posts|drafts)\//.test(path.replaceAll('\\', '/'))) return text;
  const fence = /^(?:"[^"\n]+"|[\w-]+)[ \t]*:.*\n(?:.*\n){0,200}?(---|;;;)[ \t]*\n/.exec(text)?.[1];
  return fence === undefined ? text : `${fence}\n${text}`;
}

/** Jekyll parts tags and categories at spaces when they are one string; others call that one tag. */
function adapted(data: Fields, path: string): Fields {
  if (!isJekyll(path)) return data;
  const told = Object.entries(data).map(([key, value]) => {
    const parted =
      /^(?:tags|categories)$/i.test(key) && typeof value === 'string' && !/[,;[\]]/.test(value);
    return [key, parted ? value.split(/\s+/).filter(Boolean) : value];
  });
  return Object.assign(Object.create(null), Object.fromEntries(told));
}

/** Hexo has a folder `_posts` too, always in `source`. */
function isJekyll(path: string): boolean {
  const folders = path.replaceAll('\\', '/');
  return /(?:^|\/)_(?:posts|drafts)\//.test(folders) && !/(?:^|\/)source\/_/.test(folders);
}

/** The path of a translation, Hugo's and Zola's `judul.id.md`, without its language, and that. */
function translation(path: string): { readonly path: string; readonly lang?: string } {
  const match = /^(.*)\.([a-z]{2})(\.(?:md|markdown|mdown|mkd))$/.exec(path);
  const lang = match?.[2];
  if (!match || lang === undefined || LANGUAGES.of(lang) === undefined) return { path };
  return { path: `${match[1]}${match[3]}`, lang };
}

/** Tells codes of languages from other two letters, as in `node.js.md`. */
const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
