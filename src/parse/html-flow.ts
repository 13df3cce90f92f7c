import type * as mdast from 'mdast';
import type { Block, Inline, Node } from '../model/article.ts';
import { type Content, type Element, isBlockName } from './html-elements.ts';
import {
  addBoundary,
  addInline,
  addText,
  finish,
  newRun,
  type Run,
  spanOf,
  wrapped,
  wrapsOf,
} from './html-run.ts';

type Position = mdast.Node['position'];

/** What one element does to the flow it stands in. */
export type Handler = (element: Element, flow: Flow) => void;

/** What does not change from the outermost element to the innermost. */
export interface Reading {
  readonly handlers: ReadonlyMap<string, Handler>;
  /** Reads Markdown found in an element marked `markdown="1"`; undefined when no more may be read. */
  readonly parse: (markdown: string, position: Position) => readonly Block[] | undefined;
}

/** The content of one container in the making. */
export interface Flow {
  readonly reading: Reading;
  /** The finished blocks; undefined where only inline content may stand. */
  readonly blocks: Block[] | undefined;
  readonly run: Run;
}

/** A flow within another: the same inline elements are open in it. */
function flowWithin(flow: Flow, phrasing: boolean): Flow {
  const { reading, run } = flow;
  return { reading, blocks: phrasing ? undefined : [], run: newRun(wrapsOf(run)) };
}

/** Ends the paragraph in the making; where only inline content may stand, what follows begins a new line. */
export function endParagraph(flow: Flow): void {
  const { blocks, run } = flow;
  if (blocks === undefined) {
    addBoundary(run);
    return;
  }
  const children = finish(run);
  if (children.length === 0) return;
  const position = spanOf(children[0]!.position, children.at(-1)!.position);
  blocks.push({ type: 'paragraph', children, ...(position && { position }) });
}

/** Adds a block made of an element. */
export function addBlock(flow: Flow, block: Block, position: Position): void {
  endParagraph(flow);
  if (position !== undefined) block.position = position;
  if (flow.blocks !== undefined) flow.blocks.push(block);
  else addWordsOf(flow, block);
}

/** Reads contents into a flow. */
export function visit(contents: readonly Content[], flow: Flow): void {
  for (const content of contents) {
    if (content.kind === 'text') {
      addText(flow.run, content.value, content.html.position, true);
    } else if (content.kind === 'markdown') {
      addNode(flow, content.node);
    } else {
      visitElement(content, flow);
    }
  }
}

function visitElement(element: Element, flow: Flow): void {
  const handler = flow.reading.handlers.get(element.name);
  if (handler !== undefined) {
    handler(element, flow);
    return;
  }
  if (isBlockName(element.name)) insideLines(element, flow);
  else inside(element, flow);
}

/** Reads what stands in an element into a flow, in paragraphs or on lines of its own. */
export function insideLines(element: Element, flow: Flow): void {
  endParagraph(flow);
  inside(element, flow);
  endParagraph(flow);
}

/** Reads what stands in an element into a flow. */
export function inside(element: Element, flow: Flow): void {
  if (/^(?:1|block|span)$/.test(element.attributes.get('markdown') ?? '')) {
    visitMarkdown(element.children, flow);
  } else {
    visit(element.children, flow);
  }
}

/** The blocks of an element. */
export function blocksOf(element: Element, flow: Flow): Block[] {
  const inner = flowWithin(flow, false);
  inside(element, inner);
  endParagraph(inner);
  return inner.blocks!;
}

/** The inline content of an element; blocks in it are set on lines of their own. */
export function inlinesOf(element: Element, flow: Flow): Inline[] {
  const inner = flowWithin(flow, true);
  inside(element, inner);
  return finish(inner.run);
}

const INLINE: ReadonlySet<string> = new Set(
  (
    'text emphasis strong delete inlineCode break link image footnoteReference inlineMath superscript subscript mark ' +
    'insert keyboard abbreviation linkReference imageReference'
  ).split(' '),
);

function isInline(node: Node): node is Inline {
  return INLINE.has(node.type);
}

/** Adds a node that the Markdown parser made. */
function addNode(flow: Flow, node: Node): void {
  if (node.type === 'text') {
    addText(flow.run, node.value, node.position, false);
  } else if (isInline(node)) {
    addInline(flow.run, node);
  } else {
    addForeign(flow, node as Block);
  }
}

function addForeign(flow: Flow, block: Block): void {
  endParagraph(flow);
  if (flow.blocks === undefined) {
    addWordsOf(flow, block);
    addBoundary(flow.run);
    return;
  }
  if (block.type === 'paragraph' && block.children.length === 0) return;
  if (block.type === 'paragraph' || block.type === 'heading') {
    block.children = wrapped(flow.run, block.children as Inline[]);
  }
  flow.blocks.push(block);
}

/** Adds a block's words where only inline content may stand: each piece of inline content on a line of its own. */
function addWordsOf(flow: Flow, block: Block): void {
  const open: Node[] = [block];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isInline(node)) {
      addInline(flow.run, node);
      continue;
    }
    addBoundary(flow.run);
    if ('value' in node) addLines(flow, node);
    const children: readonly Node[] = 'children' in node ? node.children : [];
    for (let at = children.length - 1; at >= 0; at--) open.push(children[at]!);
  }
}

function addLines(flow: Flow, { value, position }: mdast.Literal): void {
  for (const line of value.split('\n')) {
    addBoundary(flow.run);
    addText(flow.run, line, position, true);
  }
}

/** Whether an element has words after it on its last line, so that a Markdown paragraph may begin with it. */
function hasCompany(element: Element): boolean {
  const { value } = element.html;
  let at = element.end;
  while (value[at] === ' ' || value[at] === '\t') at++;
  return at < value.length && value[at] !== '\n';
}

function joins(slice: readonly Content[], content: Content): boolean {
  if (content.kind === 'markdown') return false;
  const first = slice[0];
  if (first !== undefined && first.kind !== 'markdown' && first.html !== content.html) return false;
  if (content.kind === 'text') return true;
  return !isBlockName(content.name) && (slice.some(isWords) || hasCompany(content));
}

function isWords(content: Content): boolean {
  return content.kind !== 'text' || content.value.trim() !== '';
}

function visitMarkdown(contents: readonly Content[], flow: Flow): void {
  let slice: Content[] = [];
  for (const content of contents) {
    if (joins(slice, content)) {
      slice.push(content);
      continue;
    }
    visitSlice(slice, flow);
    slice = [];
    if (content.kind === 'text') slice.push(content);
    else visit([content], flow);
  }
  visitSlice(slice, flow);
}

function visitSlice(slice: readonly Content[], flow: Flow): void {
  const first = slice[0];
  const last = slice.at(-1);
  if (first === undefined || last === undefined) return;
  if (first.kind === 'markdown' || last.kind === 'markdown' || !slice.some(isWords)) {
    visit(slice, flow);
    return;
  }
  const { position, value } = first.html;
  const blocks = flow.reading.parse(outdented(value.slice(first.start, last.end)), position);
  if (blocks === undefined) visit(slice, flow);
  else addFragment(blocks, flow, position);
}

/** Lines without the indent that they share, so that none of them reads as code. */
function outdented(text: string): string {
  const lines = text.split('\n');
  let shared = Number.POSITIVE_INFINITY;
  for (const line of lines.slice(1)) {
    const indent = line.search(/\S/);
    if (indent >= 0 && indent < shared) shared = indent;
  }
  return lines
    .map((line, index) => (index === 0 ? line.trimStart() : line.slice(shared)))
    .join('\n');
}

function addFragment(blocks: readonly Block[], flow: Flow, position: Position): void {
  const only = blocks.length === 1 ? blocks[0] : undefined;
  if (only?.type !== 'paragraph') {
    for (const block of blocks) addNode(flow, block);
    return;
  }
  addText(flow.run, '\n', position, true);
  for (const node of only.children) addNode(flow, node);
  addText(flow.run, '\n', position, true);
}
