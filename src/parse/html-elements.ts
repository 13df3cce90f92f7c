import type * as mdast from 'mdast';
import type { Node } from '../model/article.ts';
import { type OpenToken, type Token, tokensOf } from './html-tokens.ts';

/** An element; `name` is empty where its tag is to be ignored. Offsets count in the value of `html`. */
export interface Element {
  readonly kind: 'element';
  name: string;
  readonly attributes: ReadonlyMap<string, string>;
  children: Content[];
  readonly html: mdast.Html;
  readonly start: number;
  end: number;
  position: mdast.Node['position'];
}
/** Text of raw HTML, decoded, white space as written. */
interface Words {
  readonly kind: 'text';
  readonly value: string;
  readonly html: mdast.Html;
  readonly start: number;
  readonly end: number;
}
/** A node that the Markdown parser made, between tags. */
interface Foreign {
  readonly kind: 'markdown';
  readonly node: Node;
}
/** What stands between two tags. */
export type Content = Element | Words | Foreign;

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const VOID = words(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);
const BLOCK = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup html legend li listing main menu nav ol optgroup p ' +
    'plaintext pre search section select summary table tbody td tfoot th thead title tr ul xmp',
);
const RAW = words('script style template');
const TABLE_PARTS = words('table thead tbody tfoot tr td th caption');
const TABLE_PARTS_BELOW = words('thead tbody tfoot tr td th caption');
const CELLS = words('td th caption');
const LIST = words('ul ol menu dir table');
const HEADINGS = words('h1 h2 h3 h4 h5 h6 p');
const TABLE = words('table');

interface Implied {
  /** Elements that end where the tag begins … */
  readonly ends: ReadonlySet<string>;
  /** … unless one of these stands between. */
  readonly within: ReadonlySet<string>;
}
const paragraphEnds: Implied = { ends: words('p'), within: BLOCK };
/** The end tags that the HTML standard lets an author leave out, by the opening tag that implies them. */
const IMPLIED: ReadonlyMap<string, Implied> = new Map([
  ['li', { ends: words('li'), within: LIST }],
  ['dt', { ends: words('dt dd'), within: words('dl table') }],
  ['dd', { ends: words('dt dd'), within: words('dl table') }],
  ['td', { ends: words('td th caption'), within: words('tr table') }],
  ['th', { ends: words('td th caption'), within: words('tr table') }],
  ['tr', { ends: words('tr td th caption'), within: words('table thead tbody tfoot') }],
  ['thead', { ends: TABLE_PARTS_BELOW, within: TABLE }],
  ['tbody', { ends: TABLE_PARTS_BELOW, within: TABLE }],
  ['tfoot', { ends: TABLE_PARTS_BELOW, within: TABLE }],
  ['option', { ends: words('option'), within: words('select optgroup datalist') }],
  ['optgroup', { ends: words('optgroup'), within: words('select') }],
  ['rt', { ends: words('rt rp'), within: words('ruby') }],
  ['rp', { ends: words('rt rp'), within: words('ruby') }],
  ['a', { ends: words('a'), within: BLOCK }],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name): [string, Implied] => [
    name,
    { ends: HEADINGS, within: BLOCK },
  ]),
]);

/** Elements nested deeper than this are opened out: their tags are ignored, their text is kept. */
const DEEPEST = 100;

interface Open {
  readonly element: Element;
  /** How many children it had when its own HTML node ended. */
  mark: number;
}

interface Growth {
  readonly root: Content[];
  readonly stack: Open[];
  /** Tags ignored for their depth, by name, whose closing tags are to be ignored too. */
  readonly ignored: Map<string, number>;
}

/** Whether an element of that name stands on lines of its own. */
export function isBlockName(name: string): boolean {
  return BLOCK.has(name);
}

/** Whether content is an element of that name. */
export function isElement(content: Content, name: string): content is Element {
  return content.kind === 'element' && content.name === name;
}

/** Whether content is white space only. */
export function isBlank(content: Content): boolean {
  return content.kind === 'text' && content.value.trim() === '';
}

function append(growth: Growth, content: Content): void {
  const open = growth.stack.at(-1);
  (open === undefined ? growth.root : open.element.children).push(content);
}

function closeDownTo(growth: Growth, depth: number, html: mdast.Html, end: number): void {
  const { stack } = growth;
  while (stack.length > depth) {
    const element = stack.pop()!.element;
    element.end = element.html === html ? end : element.html.value.length;
    const from = element.position;
    const to = html.position;
    if (from !== undefined && to !== undefined) {
      element.position = { start: from.start, end: to.end };
    }
  }
}

/** The place in the stack of the outermost element that a tag ends, or -1. */
function endedBy(growth: Growth, { ends, within }: Implied): number {
  let found = -1;
  for (let depth = growth.stack.length - 1; depth >= 0; depth--) {
    const { name } = growth.stack[depth]!.element;
    if (ends.has(name)) found = depth;
    else if (within.has(name)) break;
  }
  return found;
}

function impliedBy(name: string): Implied | undefined {
  const implied = IMPLIED.get(name);
  return implied === undefined && BLOCK.has(name) ? paragraphEnds : implied;
}

function elementOf(token: OpenToken, html: mdast.Html): Element {
  const { name, attributes, start, end } = token;
  return {
    kind: 'element',
    name,
    attributes,
    children: [],
    html,
    start,
    end,
    position: html.position,
  };
}

function opened(growth: Growth, token: OpenToken, html: mdast.Html): void {
  const { name, start } = token;
  const implied = impliedBy(name === 'hr' ? 'div' : name);
  const ended = implied === undefined ? -1 : endedBy(growth, implied);
  if (ended >= 0) closeDownTo(growth, ended, html, start);
  const isLeaf = token.empty || VOID.has(name);
  if (!isLeaf && growth.stack.length >= DEEPEST) {
    growth.ignored.set(name, (growth.ignored.get(name) ?? 0) + 1);
    return;
  }
  const element = elementOf(token, html);
  append(growth, element);
  if (!isLeaf) growth.stack.push({ element, mark: -1 });
}

function stops(closing: string, name: string): boolean {
  if (!BLOCK.has(closing)) return BLOCK.has(name);
  return CELLS.has(name) && !TABLE_PARTS.has(closing);
}

function closed(growth: Growth, name: string, html: mdast.Html, start: number, end: number): void {
  const ignored = growth.ignored.get(name) ?? 0;
  if (ignored > 0) {
    growth.ignored.set(name, ignored - 1);
    return;
  }
  for (let depth = growth.stack.length - 1; depth >= 0; depth--) {
    const open = growth.stack[depth]!.element;
    if (open.name === name) {
      closeDownTo(growth, depth + 1, html, start);
      closeDownTo(growth, depth, html, end);
      return;
    }
    if (stops(name, open.name)) return;
  }
}

function take(growth: Growth, token: Token, html: mdast.Html): void {
  if (token.type === 'open') {
    opened(growth, token, html);
  } else if (token.type === 'text') {
    const { value, start, end } = token;
    append(growth, { kind: 'text', value, html, start, end });
  } else if (token.name === 'br') {
    opened(growth, { ...token, type: 'open', attributes: new Map(), empty: true }, html);
  } else {
    closed(growth, token.name, html, token.start, token.end);
  }
}

function markOpen(growth: Growth, html: mdast.Html): void {
  for (let depth = growth.stack.length - 1; depth >= 0; depth--) {
    const open = growth.stack[depth]!;
    if (open.element.html !== html) return;
    open.mark = open.element.children.length;
    open.element.end = html.value.length;
  }
}

/** Ends what was never closed: an inline or raw tag is ignored, a block ends where its HTML node ended. */
function settle(growth: Growth, phrasing: boolean): void {
  for (let depth = growth.stack.length - 1; depth >= 0; depth--) {
    const { element, mark } = growth.stack[depth]!;
    if (phrasing || RAW.has(element.name) || !BLOCK.has(element.name)) {
      element.name = '';
      continue;
    }
    const outer = depth === 0 ? growth.root : growth.stack[depth - 1]!.element.children;
    const { children } = element;
    for (let place = mark; place < children.length; place++) outer.push(children[place]!);
    children.length = Math.min(children.length, mark);
  }
}

/**
 * The element tree of the children of one Markdown node: HTML nodes become elements and text, other nodes stand as
 * they are between them. `phrasing` tells that the children are inline. Linear in the length of the HTML.
 */
export function elementsOf(nodes: readonly Node[], phrasing: boolean): Content[] {
  const growth: Growth = { root: [], stack: [], ignored: new Map() };
  for (const node of nodes) {
    if (node.type !== 'html') {
      append(growth, { kind: 'markdown', node });
      continue;
    }
    for (const token of tokensOf(node.value)) take(growth, token, node);
    markOpen(growth, node);
  }
  settle(growth, phrasing);
  return growth.root;
}
