import type * as mdast from 'mdast';
import type { Block, Inline, Node, Root } from '../model/article.ts';
import { BLOCK_HANDLERS } from './html-blocks.ts';
import { elementsOf } from './html-elements.ts';
import { endParagraph, type Flow, type Reading, visit } from './html-flow.ts';
import { INLINE_HANDLERS } from './html-inline.ts';
import { finish, newRun } from './html-run.ts';

/** Reads a piece of Markdown found inside HTML; its positions are not used. */
type ParseFragment = (markdown: string) => readonly Block[];

type Branch = Extract<Node, mdast.Parent>;

/** The nodes whose children are inline. */
const PHRASING: ReadonlySet<string> = new Set(
  (
    'paragraph heading tableCell emphasis strong delete link linkReference superscript subscript mark insert keyboard ' +
    'abbreviation descriptionTerm'
  ).split(' '),
);

const HANDLERS = new Map([...INLINE_HANDLERS, ...BLOCK_HANDLERS]);

/** How many pieces of Markdown inside HTML are parsed; those after are read as text. */
const MOST_FRAGMENTS = 2000;

function isBranch(node: Node): node is Branch {
  return 'children' in node;
}

/** Every node with children, each before those in it. */
function branchesOf(root: Branch): Branch[] {
  const branches: Branch[] = [root];
  for (let at = 0; at < branches.length; at++) {
    for (const child of branches[at]!.children) if (isBranch(child)) branches.push(child);
  }
  return branches;
}

function isHtml(node: Node): boolean {
  return node.type === 'html';
}

function rebuilt(branch: Branch, reading: Reading): (Inline | Block)[] {
  const phrasing = PHRASING.has(branch.type);
  const wraps = branch.type === 'link' ? [{ type: 'link' as const, used: true }] : [];
  const run = newRun(wraps);
  const flow: Flow = { reading, run, blocks: phrasing ? undefined : [] };
  visit(elementsOf(branch.children, phrasing), flow);
  if (flow.blocks === undefined) return finish(run);
  endParagraph(flow);
  return flow.blocks;
}

function replaceHtml(root: Branch, reading: Reading): void {
  const emptied = new Set<Node>();
  for (const branch of branchesOf(root).reverse()) {
    let children: Node[] = branch.children;
    if (children.some(isHtml)) {
      children = rebuilt(branch, reading);
      if (children.length === 0 && branch.type === 'paragraph') emptied.add(branch);
    }
    if (emptied.size > 0 && children.some((child) => emptied.has(child))) {
      children = children.filter((child) => !emptied.has(child));
    }
    branch.children = children as Branch['children'];
  }
}

function place(root: Root, position: mdast.Node['position']): void {
  const open: Node[] = [...root.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (position === undefined) delete node.position;
    else node.position = position;
    if (isBranch(node)) for (const child of node.children) open.push(child);
  }
}

/**
 * Replaces every HTML node of a tree, in place, by the nodes that its tags stand for, so that none is left and every
 * visible word is kept in its order. Tags are matched among the children of one parent; an inline tag that is never
 * closed is ignored, and a block ends with its HTML node then. Text in block HTML is text, not Markdown, but for
 * elements marked `markdown="1"` (as kramdown has it), which are read by `parseFragment`. What is made has the
 * position of its HTML node. Linear in the size of the tree.
 */
export function readHtml(root: Root, parseFragment: ParseFragment): void {
  const plain: Reading = { handlers: HANDLERS, parse: () => undefined };
  let left = MOST_FRAGMENTS;
  const parse: Reading['parse'] = (markdown, position) => {
    if (left-- <= 0) return undefined;
    const fragment: Root = { type: 'root', children: [...parseFragment(markdown)] };
    place(fragment, position);
    replaceHtml(fragment, plain);
    return fragment.children;
  };
  replaceHtml(root, { handlers: HANDLERS, parse });
}
