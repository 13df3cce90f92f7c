import type * as mdast from 'mdast';
import type { Block, Inline } from '../model/article.ts';
import { type Content, type Element, isBlank, isElement } from './html-elements.ts';
import {
  addBlock,
  blocksOf,
  endParagraph,
  type Flow,
  type Handler,
  inlinesOf,
  insideLines,
  visit,
} from './html-flow.ts';
import { readMedia } from './html-links.ts';
import { list, readDescriptions } from './html-lists.ts';
import { readTable } from './html-table.ts';

function readQuote(element: Element, flow: Flow): void {
  if (flow.blocks === undefined) {
    insideLines(element, flow);
    return;
  }
  const children = blocksOf(element, flow);
  if (children.length > 0) addBlock(flow, { type: 'blockquote', children }, element.position);
}

function heading(depth: mdast.Heading['depth']): Handler {
  return (element, flow) => {
    if (flow.blocks === undefined) {
      insideLines(element, flow);
      return;
    }
    const children = inlinesOf(element, flow);
    if (children.length > 0) addBlock(flow, { type: 'heading', depth, children }, element.position);
  };
}

/** The text of an element as it is laid out in the source, with line breaks and the texts of images. */
function sourceOf(contents: readonly Content[]): string {
  let text = '';
  for (const content of contents) {
    if (content.kind === 'text') text += content.value;
    else if (content.kind === 'element') text += sourceOfElement(content);
  }
  return text;
}

function sourceOfElement({ name, attributes, children }: Element): string {
  if (name === 'br') return '\n';
  return name === 'img' ? (attributes.get('alt') ?? '') : sourceOf(children);
}

function languageOf(element: Element): string | null {
  const inner = element.children.find((child) => isElement(child, 'code'));
  for (const holder of [element, ...(inner?.kind === 'element' ? [inner] : [])]) {
    const { attributes } = holder;
    const found = /(?:^|\s)lang(?:uage)?-([^\s]+)/.exec(attributes.get('class') ?? '')?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

function holdsMarkdown(content: Content): boolean {
  return (
    content.kind === 'markdown' ||
    (content.kind === 'element' && content.children.some(holdsMarkdown))
  );
}

function readCodeBlock(element: Element, flow: Flow): void {
  const lang = languageOf(element);
  let held: Content[] = [];
  const tell = (): void => {
    const value = sourceOf(held)
      .replace(/^\r?\n/, '')
      .trimEnd();
    if (value !== '') addBlock(flow, { type: 'code', lang, meta: null, value }, element.position);
    held = [];
  };
  for (const child of element.children) {
    if (!holdsMarkdown(child)) {
      held.push(child);
      continue;
    }
    tell();
    visit([child], flow);
  }
  tell();
}

function readRule(element: Element, flow: Flow): void {
  if (flow.blocks === undefined) endParagraph(flow);
  else addBlock(flow, { type: 'thematicBreak' }, element.position);
}

interface Split {
  readonly named: Element[];
  readonly rest: Element;
}

function at<T extends mdast.Node>(node: T, element: Element | undefined): T {
  if (element?.position !== undefined) node.position = element.position;
  return node;
}

/** Takes the children of one name out of an element. */
function split(element: Element, name: string): Split {
  const named = element.children.filter((child): child is Element => isElement(child, name));
  const children = element.children.filter((child) => !isElement(child, name));
  return { named, rest: { ...element, children } };
}

function linesOf(elements: readonly Element[], flow: Flow): Inline[] {
  return elements.flatMap((element, index) => [
    ...(index > 0 ? [{ type: 'break' as const }] : []),
    ...inlinesOf(element, flow),
  ]);
}

function readDetails(element: Element, flow: Flow): void {
  if (flow.blocks === undefined) {
    insideLines(element, flow);
    return;
  }
  const { named, rest } = split(element, 'summary');
  const children = blocksOf(rest, flow);
  const words = linesOf(named, flow);
  if (words.length > 0) children.unshift(at({ type: 'summary', children: words }, named[0]));
  const open = element.attributes.has('open');
  if (children.length > 0) addBlock(flow, { type: 'details', open, children }, element.position);
}

function readFigure(element: Element, flow: Flow): void {
  const { named, rest } = split(element, 'figcaption');
  const children = flow.blocks === undefined ? [] : blocksOf(rest, flow);
  if (children.length === 0) {
    insideLines(element, flow);
    return;
  }
  const words = linesOf(named, flow);
  const caption = at<Block>({ type: 'caption', children: words }, named[0]);
  const isFirst = element.children.find((child) => !isBlank(child)) === named[0];
  if (words.length > 0 && isFirst) children.unshift(caption);
  else if (words.length > 0) children.push(caption);
  addBlock(flow, { type: 'figure', children }, element.position);
}

/** What block elements do, by name; one that is not here gives its content, in paragraphs of its own. */
export const BLOCK_HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['blockquote', readQuote],
  ...([1, 2, 3, 4, 5, 6] as const).map((depth): [string, Handler] => [`h${depth}`, heading(depth)]),
  ...['ul', 'menu', 'dir'].map((name): [string, Handler] => [name, list(false)]),
  ['ol', list(true)],
  ...['pre', 'listing', 'xmp', 'plaintext'].map((name): [string, Handler] => [name, readCodeBlock]),
  ['hr', readRule],
  ['details', readDetails],
  ['figure', readFigure],
  ['dl', readDescriptions],
  ['table', readTable],
  ...['iframe', 'video', 'audio', 'embed', 'object'].map((name): [string, Handler] => [
    name,
    readMedia,
  ]),
]);
