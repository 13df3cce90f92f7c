import { Readability } from '@mozilla/readability';
import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import { attribute, elements, isElement, words } from './elements.ts';
import { isPageFurniture } from './furniture.ts';

/** Elements of a page up to which the library looks for the article; beyond it takes too long. */
const MOST_ELEMENTS = 20_000;
/** Elements within one another up to which it does: it looks through each of them for each. */
const DEEPEST = 60;
const STAMP = 'dataSijoriAt';
const STAMP_ATTRIBUTE = 'data-sijori-at';

/** The article in a page: an element of the page's own tree with what the library held to be of the article in it. */
export interface FoundArticle {
  readonly element: Element;
  /** Whether an element, or something in it, was held to be of the article. */
  readonly kept: ReadonlySet<Element>;
}

/**
 * Finds the article. Readability says where it is; what of it is kept is decided on the page's own tree, for Readability drops
 * captions, headings and short paragraphs that are words of the article.
 */
export function findArticle(tree: Root): FoundArticle | undefined {
  const all = [...elements(tree)];
  const marked = markedBody(all);
  if (marked) return { element: marked, kept: new Set([marked, ...elements(marked)]) };
  const found =
    all.length <= MOST_ELEMENTS && depthOf(tree) <= DEEPEST ? readable(tree, all) : undefined;
  return found ?? byName(all);
}

function depthOf(node: Root | Element): number {
  return node.children.reduce(
    (most, child) => Math.max(most, isElement(child) ? depthOf(child) + 1 : 0),
    0,
  );
}

/** The one element that a page itself calls the body of its article. */
function markedBody(all: readonly Element[]): Element | undefined {
  const bodies = all.filter((one) =>
    attribute(one, 'itemProp').toLowerCase().split(' ').includes('articlebody'),
  );
  const [body] = bodies;
  return bodies.length === 1 && body && lengthOf(body) > 200 ? body : undefined;
}

function lengthOf(one: Element): number {
  return words(one).replace(/\s+/g, ' ').length;
}

function byName(all: readonly Element[]): FoundArticle | undefined {
  const articles = all.filter(({ tagName }) => tagName === 'article');
  const main = all.find((one) => one.tagName === 'main' || attribute(one, 'role') === 'main');
  const body = all.find(({ tagName }) => tagName === 'body');
  const element = articles.length === 1 ? articles[0] : (main ?? body);
  return element && { element, kept: new Set([element, ...elements(element)]) };
}

function readable(tree: Root, all: readonly Element[]): FoundArticle | undefined {
  for (const [at, one] of all.entries()) one.properties[STAMP] = String(at);
  const html = toHtml(tree);
  for (const one of all) delete one.properties[STAMP];
  const stamps = stampsKept(html);
  if (stamps === undefined) return undefined;
  const kept = new Set(stamps.flatMap((at) => all[at] ?? []));
  return inTree(tree, kept);
}

/** The numbers of the elements that Readability keeps. */
function stampsKept(html: string): number[] | undefined {
  const { document } = parseHTML(html);
  const reader = new Readability<StampedElement>(document as never, {
    serializer: (node) => node as unknown as StampedElement,
    keepClasses: true,
    disableJSONLD: true,
    charThreshold: 250,
  });
  try {
    const content = reader.parse()?.content;
    if (!content) return undefined;
    return [...content.querySelectorAll(`[${STAMP_ATTRIBUTE}]`)].map((one) =>
      Number(one.getAttribute(STAMP_ATTRIBUTE)),
    );
  } catch {
    // Pages of strange shapes make it stumble; there is another way.
    return undefined;
  }
}

interface StampedElement {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

/** The smallest element that holds all that was kept. */
function inTree(tree: Root, kept: Set<Element>): FoundArticle | undefined {
  const counts = new Map<Element, number>();
  const count = (one: Element): number => {
    const own = one.children.reduce(
      (sum, child) => sum + (isElement(child) ? count(child) : 0),
      kept.has(one) ? 1 : 0,
    );
    counts.set(one, own);
    return own;
  };
  let here = tree.children.find((child) => isElement(child, 'html'));
  const path: Element[] = [];
  if (!isElement(here) || count(here) === 0) return undefined;
  for (;;) {
    const holders: Element[] = here.children.filter(
      (child): child is Element => isElement(child) && (counts.get(child) ?? 0) > 0,
    );
    const [only] = holders;
    if (holders.length !== 1 || !only || kept.has(here) || isContent(only)) break;
    path.push(here);
    here = only;
  }
  return { element: wider(path, here), kept };
}

const CONTENT = new Set(
  'p ul ol dl blockquote pre table figure h1 h2 h3 h4 h5 h6 a b i em strong span'.split(' '),
);

function isContent(one: Element): boolean {
  return CONTENT.has(one.tagName);
}

/** How much more around an article may be taken in, to find its picture: characters, and a share of the article's. */
const MORE = { steps: 4, characters: 500, share: 0.6 };

/** What was found with what is close around it: lead pictures often stand outside. */
function wider(path: readonly Element[], found: Element): Element {
  const length = lengthOf(found);
  const most = length + Math.max(MORE.characters, length * MORE.share);
  let widest = found;
  for (const one of path.slice(-MORE.steps).reverse()) {
    if (isElement(one, 'body', 'html') || lengthOf(one) > most) break;
    widest = one;
  }
  return widest;
}

/** The content of an article, and what was left out of it. */
export interface ArticleContent {
  readonly children: ElementContent[];
  readonly left: readonly Element[];
}

/** The children of the article without what is of the page around it. */
export function articleContent({ element, kept }: FoundArticle): ArticleContent {
  const sorting: Sorting = { kept, total: Math.max(lengthOf(element), 1), left: [], begun: false };
  return { children: contentOf(element, sorting), left: sorting.left };
}

interface Sorting {
  readonly kept: ReadonlySet<Element>;
  readonly total: number;
  readonly left: Element[];
  /** Whether words of the article were met. */
  begun: boolean;
}

function contentOf(parent: Element, sorting: Sorting): ElementContent[] {
  return parent.children.flatMap((child): ElementContent[] => {
    if (isElement(child)) return sorted(child, parent, sorting);
    return child.type === 'text' ? [child] : [];
  });
}

function sorted(child: Element, parent: Element, sorting: Sorting): ElementContent[] {
  const length = lengthOf(child);
  const isKept = hasKept(child, sorting.kept);
  const isOut =
    (length < sorting.total * 0.4 && isPageFurniture(child, parent, length)) ||
    (!isKept && isForeign(child, length, parent, sorting));
  if (isOut) {
    sorting.left.push(child);
    return [];
  }
  if (isContent(child) && isKept && length > 0) sorting.begun = true;
  const children = isKept ? contentOf(child, sorting) : withoutFurniture(child, sorting);
  return [{ ...child, children }];
}

/** What Readability left out of an article and is of it all the same, without what is of the page. */
function withoutFurniture(parent: Element, sorting: Sorting): ElementContent[] {
  return parent.children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    if (!isPageFurniture(child, parent, lengthOf(child)))
      return [{ ...child, children: withoutFurniture(child, sorting) }];
    sorting.left.push(child);
    return [];
  });
}

function hasKept(one: Element, kept: ReadonlySet<Element>): boolean {
  if (kept.has(one)) return true;
  return one.children.some((child) => isElement(child) && hasKept(child, kept));
}

const BOXES = new Set('div section ul ol table aside header footer article form'.split(' '));
const MEDIA = ['img', 'picture', 'iframe', 'video', 'pre', 'math', 'amp-img', 'noscript'];
const LONGEST_CAPTION = 400;

/** Whether something that Readability left out is really none of the article: boxes outside of it, and boxes of links. */
function isForeign(one: Element, length: number, parent: Element, sorting: Sorting): boolean {
  if (!BOXES.has(one.tagName)) return false;
  const within = [...elements(one)];
  const links = within.filter(({ tagName }) => tagName === 'a');
  const linked = links.reduce((sum, link) => sum + lengthOf(link), 0);
  if (linked > length * 0.5) return true;
  const isInside = sorting.kept.has(parent) || holdsContent(parent, sorting.kept);
  const hasMedia = within.some((inner) => isElement(inner, ...MEDIA));
  if (hasMedia && length < LONGEST_CAPTION) return !isInside && sorting.begun;
  return !isInside;
}

/** Whether an element is where the article's own paragraphs stand. */
function holdsContent(parent: Element, kept: ReadonlySet<Element>): boolean {
  return parent.children.some((child) => isElement(child) && isContent(child) && kept.has(child));
}
