import type { Element, ElementContent, Root } from 'hast';
import type { ArticleDate } from '../../model/article.ts';
import { parseDate } from '../../parse/dates.ts';
import { creditsIn } from './credits.ts';
import { attribute, isElement, looks, words } from './elements.ts';
import { bare } from './names.ts';

/** What stands between an article's title and its text. */
export interface PageHead {
  authors: string[];
  editors: string[];
  subtitle?: string;
  date?: ArticleDate;
}

const LABELS =
  /(?:^|[\s_-])(?:by-?line|authors?|author-?name|penulis|reporter|editor|kontributor|credits?-?line|date|datetime|date-?time|time|tanggal|waktu|published|updated|post-?meta|entry-?meta|article-?meta|meta|dateline-box|reading-?time|read-?time|views?|kicker|category|kategori|section-?label|eyebrow|post-?info|article-?info|detail__(?:author|date)|read__(?:time|credit)|publish-?date|post-header-meta)(?:$|[\s_-])/;
const SUBTITLE =
  /(?:^|[\s_-])(?:sub-?title|subtitle-paragraph|sub-?headline|standfirst|dek|article-excerpt|post-excerpt|entry-summary|subjudul)(?:$|[\s_-])/;
const LONGEST = 160;
/**
 * Takes out of an article's first and last blocks what is not its text: the title that stands above it, the byline, the date,
 * the section; what it says is kept. Stops at the first paragraph of words.
 */
export function takeHead(tree: Root, titles: readonly string[]): { readonly head: PageHead } {
  const head: PageHead = { authors: [], editors: [] };
  const known = new Set(titles.map(bare).filter((title) => title !== ''));
  sift(tree, { head, known, done: false });
  return { head };
}

interface Sift {
  readonly head: PageHead;
  readonly known: ReadonlySet<string>;
  /** Whether the text has begun: then only labels of the page are taken out. */
  done: boolean;
}

function sift(parent: Root | Element, state: Sift): void {
  const made: ElementContent[] = [];
  const isLine = parent.children.some(
    (one) => one.type === 'text' && /[\p{L}\p{N}]/u.test(one.value),
  );
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'text' && child.value.trim() !== '' && !state.done) state.done = true;
    // A time in a line of words is one of them.
    if (!isElement(child) || (isLine && child.tagName === 'time')) made.push(child);
    else if (!taken(child, state)) made.push(child);
  }
  parent.children = made as typeof parent.children;
}

function taken(one: Element, state: Sift): boolean {
  const said = words(one).trim();
  if (isTitle(one, said, state)) return true;
  if (
    !state.done &&
    said !== '' &&
    SUBTITLE.test(looks(one)) &&
    isElement(one, 'p', 'h2', 'h3', 'h4', 'div')
  ) {
    state.head.subtitle = said.replace(/\s+/g, ' ');
    return true;
  }
  if (
    said !== '' &&
    said.length <= LONGEST &&
    (isLabelOf(one, said, state) || isDayHeading(one, said, state)) &&
    !isElement(one, 'figcaption', 'figure')
  ) {
    read(said, state.head);
    return true;
  }
  if (isElement(one, 'div', 'section', 'header', 'article', 'main', 'hgroup', 'center', 'td'))
    sift(one, state);
  else if (said !== '' && !isElement(one, 'figure', 'h1', 'picture')) state.done = true;
  return false;
}

function isTitle(one: Element, said: string, { known, done }: Sift): boolean {
  if (!isElement(one, 'h1', 'h2', 'h3', 'h4', 'p', 'div') || !known.has(bare(said))) return false;
  return isElement(one, 'h1') || !done;
}

/** A heading that is the day a page files its article under. */
function isDayHeading(one: Element, said: string, { done }: Sift): boolean {
  return (
    !done && isElement(one, 'h2', 'h3', 'h4') && parseDate(said.replace(/\s+/g, ' ')) !== undefined
  );
}

/** A time of day, as entries of what is told while it happens begin with. */
const CLOCK = /^\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?:\s*(?:WIB|WITA|WIT|[ap]\.?m\.?))?$/i;

/** Whether an element is a label of the page, and not of a part of its text. */
function isLabelOf(one: Element, said: string, { done }: Sift): boolean {
  return isLabel(one) && !(done && CLOCK.test(said));
}

const NO_LABELS = new Set(
  'h1 h2 h3 h4 li td code pre a strong b em blockquote table ul ol'.split(' '),
);

function isLabel(one: Element): boolean {
  if (NO_LABELS.has(one.tagName)) return false;
  const property = attribute(one, 'itemProp');
  const isSaid = /^(?:author|datePublished|dateModified|editor)$/i.test(property);
  return (
    isSaid ||
    one.tagName === 'time' ||
    attribute(one, 'rel') === 'author' ||
    LABELS.test(looks(one))
  );
}

function read(said: string, head: PageHead): void {
  const credits = creditsIn(said);
  head.authors.push(...credits.authors.filter((name) => !head.authors.includes(name)));
  head.editors.push(...credits.editors.filter((name) => !head.editors.includes(name)));
  const line = said.replace(/\s+/g, ' ').trim();
  const date = head.date === undefined ? parseDate(line) : undefined;
  if (date) head.date = { iso: date.iso, origin: 'head' };
}
