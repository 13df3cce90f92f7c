import type { ArticleDate, Meta, Node, Root } from '../../model/article.ts';
import type { Draft } from '../../model/draft.ts';
import { isAbsolute } from '../../model/targets.ts';
import { countWords, textOf } from '../../model/text.ts';
import { rewrite } from '../../model/tree.ts';
import { parseDate } from '../../parse/dates.ts';
import { readLanguage, slugify } from '../../parse/meta-names.ts';
import { decodeHtml } from '../html/charset.ts';
import { fragmentToMarkdown } from '../html/fragment.ts';
import { type Book, openBook } from './package.ts';

/**
 * The chapters of a book, each an article: those files of its reading order that have words. `name` is for errors;
 * `miss` is called for each file that the reading order names and the book has not.
 * @throws ReaderError `not-epub`, `epub-locked` or `too-large`.
 */
export async function readEpub(
  bytes: Uint8Array,
  name: string,
  miss: () => void = () => {},
): Promise<Draft[]> {
  const book = openBook(bytes, name);
  const shared = sharedMeta(book);
  const drafts: Draft[] = [];
  for (const path of book.chapters) {
    const file = book.file(path);
    if (!file) {
      miss();
      continue;
    }
    const body = await fragmentToMarkdown(bodyOf(decodeHtml(file, 'application/xhtml+xml')));
    const { pictures, described } = unlink(body);
    if (countWords(textOf(body)) <= described) continue;
    const heading = takeHeading(body, book.titles.get(path));
    const number = drafts.length + 1;
    const title = book.titles.get(path) ?? heading ?? `${book.title} ${number}`.trim();
    const slug = [slugify(book.title), String(number).padStart(2, '0'), slugify(title)];
    drafts.push({
      meta: { ...shared, title, slug: slug.filter(Boolean).join('-') },
      extra: { chapter: number },
      body,
      lines: [],
      doubts: pictures > 0 ? [{ key: 'doubt-book-pictures', details: { count: pictures } }] : [],
    });
  }
  return drafts;
}

/** What a book says of all its chapters. */
function sharedMeta(book: Book): Partial<Meta> {
  const lang = readLanguage(book.languages[0] ?? '');
  const date = dateOf(book.dates);
  return {
    authors: book.authors,
    editors: book.editors,
    tags: book.subjects,
    ...(lang === undefined ? {} : { lang }),
    ...(date === undefined ? {} : { date }),
    ...(book.title === '' ? {} : { series: book.title }),
    ...(book.publisher === undefined ? {} : { source: { name: book.publisher } }),
  };
}

/** The day of publication; the time of day is that of a program. */
function dateOf(dates: readonly string[]): ArticleDate | undefined {
  for (const text of dates) {
    const iso = parseDate(text)?.iso.slice(0, 10);
    if (iso !== undefined) return { iso, origin: 'head' };
  }
  return undefined;
}

/** What an XHTML file shows, as HTML: there, an element that XML closes at once would stay open. */
function bodyOf(xhtml: string): string {
  const start = /<body(?:\s[^>]*)?>/i.exec(xhtml);
  const end = xhtml.toLowerCase().lastIndexOf('</body');
  const from = start ? start.index + start[0].length : 0;
  return xhtml
    .slice(from, end > from ? end : undefined)
    .replace(/<!\[CDATA\[|\]\]>/g, '')
    .replace(
      /<([a-z][\w:-]{0,50})((?:\s[^<>]{0,2000})?)\/>/gi,
      (tag, name: string, rest: string) =>
        VOID.has(name.toLowerCase()) ? tag : `<${name}${rest}></${name}>`,
    );
}

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/**
 * Links into the book become their words, and pictures in it their description; how many pictures there were, and words
 * in their descriptions.
 */
function unlink(body: Root): { pictures: number; described: number } {
  const alts: string[] = [];
  rewrite(body, (node) => {
    if (isInnerPicture(node)) {
      alts.push(node.alt ?? '');
      return node.alt ? [{ type: 'text', value: node.alt }] : [];
    }
    if (isInnerLink(node)) return node.children;
    return isHollow(node) ? [] : undefined;
  });
  return { pictures: alts.length, described: countWords(alts.join(' ')) };
}

function isInnerPicture(node: Node): node is Extract<Node, { type: 'image' }> {
  return node.type === 'image' && !isAbsolute(node.url);
}

function isInnerLink(node: Node): node is Extract<Node, { type: 'link' }> {
  return node.type === 'link' && !isAbsolute(node.url) && !node.url.startsWith('#');
}

/** What held nothing but a picture; parents come after their children. */
function isHollow(node: Node): boolean {
  return (node.type === 'paragraph' || node.type === 'figure') && node.children.length === 0;
}

/** The words of a heading that the text begins with; it goes if it is the title, which is not said twice. */
function takeHeading(body: Root, title: string | undefined): string | undefined {
  const [first] = body.children;
  if (first?.type !== 'heading') return undefined;
  const words = textOf(first).replace(/\s+/g, ' ').trim();
  if (words === '' || (title !== undefined && slugify(words) !== slugify(title))) return undefined;
  body.children.shift();
  return words;
}
