import type * as mdast from 'mdast';
import type { Inline } from '../model/article.ts';

type Position = mdast.Node['position'];

/** An inline element that is open: `make` gives its node, which is made only when something stands in it. */
export interface Wrap {
  readonly type: Inline['type'] | 'code';
  readonly make?: (children: Inline[]) => Inline;
  /** Whether anything has stood in it so far. */
  used: boolean;
}

interface Level {
  readonly wrap: Wrap | undefined;
  /** Where content of this level goes; undefined until there is some. */
  children: Inline[] | undefined;
}

/** A line of inline content in the making: white space is collapsed across tags, as in a browser. */
export interface Run {
  /** The open elements, the run itself first. */
  readonly levels: Level[];
  /** Line breaks that are to stand before the next content. */
  breaks: number;
  /** White space that is to stand before the next content. */
  space: '' | ' ' | '\n';
  /** Whether it holds anything. */
  started: boolean;
}

/** How often an element may stand in one of its own kind; a mark upon a mark says nothing more. */
const NESTED: Partial<Record<Wrap['type'], number>> = { superscript: 2, subscript: 2, keyboard: 2 };

/** An empty run in which the given elements are open. */
export function newRun(wraps: readonly Wrap[]): Run {
  const levels: Level[] = [{ wrap: undefined, children: [] }];
  for (const wrap of wraps) levels.push({ wrap, children: undefined });
  return { levels, breaks: 0, space: '', started: false };
}

/** The elements open in a run, outermost first. */
export function wrapsOf(run: Run): Wrap[] {
  return run.levels.flatMap(({ wrap }) => (wrap === undefined ? [] : [wrap]));
}

/** Opens an element; false, and nothing done, when it is already open. */
export function enter(run: Run, wrap: Wrap): boolean {
  const open = run.levels.filter((level) => level.wrap?.type === wrap.type).length;
  if (open >= (NESTED[wrap.type] ?? 1)) return false;
  run.levels.push({ wrap, children: undefined });
  return true;
}

/** Closes the element opened last. */
export function leave(run: Run): void {
  if (run.levels.length < 2) return;
  const { wrap, children } = run.levels.pop()!;
  if (wrap?.type === 'link' && children !== undefined) unnest(deepest(run), children, wrap);
}

/** A link in a link keeps its own address: the outer one is broken around it. */
function unnest(outer: Inline[], children: readonly Inline[], wrap: Wrap): void {
  if (wrap.make === undefined || !children.some(({ type }) => type === 'link')) return;
  outer.pop();
  for (const node of linked(children, wrap)) outer.push(node);
}

function linked(children: readonly Inline[], wrap: Wrap): Inline[] {
  const nodes: Inline[] = [];
  let own: Inline[] = [];
  for (const child of children) {
    if (child.type === 'link') {
      nodes.push(child);
      own = [];
    } else {
      if (own.length === 0) nodes.push(wrap.make!(own));
      own.push(child);
    }
  }
  return nodes;
}

/** The children of a Markdown node with the open elements put around them. */
export function wrapped(run: Run, children: readonly Inline[]): Inline[] {
  let nodes = [...children];
  for (const wrap of wrapsOf(run).reverse()) {
    wrap.used = true;
    if (wrap.make === undefined) continue;
    nodes = wrap.type === 'link' ? linked(nodes, wrap) : [wrap.make(nodes)];
  }
  return nodes;
}

function deepest(run: Run): Inline[] {
  for (let depth = run.levels.length - 1; depth > 0; depth--) {
    const { children } = run.levels[depth]!;
    if (children !== undefined) return children;
  }
  return run.levels[0]!.children!;
}

function attach(run: Run): Inline[] {
  let children = run.levels[0]!.children!;
  for (const level of run.levels) {
    if (level.children === undefined) {
      level.wrap!.used = true;
      const make = level.wrap!.make;
      level.children = make === undefined ? children : [];
      if (make !== undefined) children.push(make(level.children));
    }
    children = level.children;
  }
  return children;
}

function append(children: Inline[], node: Inline): void {
  const last = children.at(-1);
  if (node.type !== 'text' || last?.type !== 'text') {
    children.push(node);
    return;
  }
  last.value += node.value;
  last.position = spanOf(last.position, node.position);
}

/** From the start of one position to the end of another. */
export function spanOf(from: Position, to: Position): Position {
  return from === undefined || to === undefined ? (from ?? to) : { start: from.start, end: to.end };
}

function positioned<T extends Inline>(node: T, position: Position): T {
  if (position !== undefined) node.position = position;
  return node;
}

function fillGap(run: Run, position: Position): void {
  const children = run.started ? deepest(run) : [];
  for (let left = run.breaks; left > 0 && run.started; left--) {
    children.push(positioned({ type: 'break' }, position));
  }
  if (run.started && run.breaks === 0 && run.space !== '') {
    append(children, positioned({ type: 'text', value: run.space }, position));
  }
  run.breaks = 0;
  run.space = '';
  run.started = true;
}

/** Adds a node as it is. */
export function addInline(run: Run, node: Inline): void {
  if (node.type === 'break') {
    addBreak(run);
    return;
  }
  fillGap(run, node.position);
  append(attach(run), node);
}

/** Adds a line break, which shows only between content. */
export function addBreak(run: Run): void {
  run.breaks++;
  run.space = '';
}

/** What follows stands on a line of its own. */
export function addBoundary(run: Run): void {
  run.breaks = Math.max(run.breaks, 1);
}

/** What follows stands apart by white space at least. */
export function addSpace(run: Run): void {
  if (run.space === '') run.space = ' ';
}

const isSpace = (text: string, at: number): boolean => ' \t\n\f\r'.includes(text.charAt(at));

/** Adds text; `collapse` makes one space of any white space within it, as HTML does. */
export function addText(run: Run, text: string, position: Position, collapse: boolean): void {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  if (start > 0) noteSpace(run, text.slice(0, start), collapse);
  if (start === end) return;
  const inner = text.slice(start, end);
  const value = collapse ? inner.replace(/[ \t\n\f\r]+/g, ' ') : inner;
  fillGap(run, position);
  const isCode = run.levels.some((level) => level.wrap?.type === 'code');
  append(attach(run), positioned({ type: isCode ? 'inlineCode' : 'text', value }, position));
  if (end < text.length) noteSpace(run, text.slice(end), collapse);
}

function noteSpace(run: Run, space: string, collapse: boolean): void {
  if (!collapse && space.includes('\n')) run.space = '\n';
  else addSpace(run);
}

/** Gives what the run holds and starts anew, with the same elements open; breaks at the end are dropped. */
export function finish(run: Run): Inline[] {
  for (let depth = run.levels.length - 1; depth > 0; depth--) {
    const { wrap, children } = run.levels[depth]!;
    run.levels[depth]!.children = undefined;
    if (wrap?.type === 'link' && children !== undefined) unnest(deepest(run), children, wrap);
  }
  const inlines = run.levels[0]!.children!;
  run.levels[0]!.children = [];
  run.breaks = 0;
  run.space = '';
  run.started = false;
  return inlines;
}
