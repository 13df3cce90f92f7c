import type * as mdast from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import type { Article } from '../model/article.ts';
import { descendants, EMPHASES } from '../model/tree.ts';
import { BLOCK_HANDLERS, JOINS } from './markdown-blocks.ts';
import { frontMatter } from './markdown-head.ts';
import { inlineHandlers, UNSAFE } from './markdown-inlines.ts';
import { textHandler } from './markdown-text.ts';

/**
 * An article as Markdown with canonical front matter, ending in a newline: read again, it gives the same tree, but
 * for a few forms that only HTML has (a tight list item with a description list in it, say).
 */
export function markdown(article: Article): string {
  const body = bodyMarkdown(article.body);
  return `${frontMatter(article.meta)}${body === '' ? '' : `\n${body}`}`;
}

/** A body as Markdown, ending in a newline unless it is empty. */
export function bodyMarkdown(body: mdast.Root): string {
  const root = joined(body) as mdast.Root;
  const math = mathToMarkdown();
  const options: Options = {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    extensions: [
      gfmToMarkdown({ tablePipeAlign: false }),
      math,
      {
        handlers: {
          ...BLOCK_HANDLERS,
          ...inlineHandlers(abbreviationsOf(root), math.handlers?.inlineMath as Handle),
          text: textHandler(root),
        },
        unsafe: [...UNSAFE],
        join: [...JOINS],
      },
    ],
  };
  return toMarkdown(root, options);
}

/** Emphases within one another that are written: the library takes the square of their number. */
const MOST_EMPHASES = 16;

/**
 * The tree with texts that stand side by side made one, for an escape may depend on both, and so emphases and code of one
 * kind, whose marks would be read as one.
 */
function joined(node: mdast.Nodes, emphases = 0): mdast.Nodes {
  if (!('children' in node)) return node;
  const within = emphases + (EMPHASES.has(node.type) ? 1 : 0);
  const children: mdast.Nodes[] = [];
  for (const child of node.children) {
    const made = joined(child, within);
    const isLost = within >= MOST_EMPHASES && EMPHASES.has(child.type) && 'children' in made;
    for (const piece of isLost ? made.children : [made]) add(children, piece);
  }
  return { ...node, children } as mdast.Nodes;
}

function add(children: mdast.Nodes[], node: mdast.Nodes): void {
  const last = children.at(-1);
  const one = last && asOne(last, node);
  if (one) children[children.length - 1] = one;
  else children.push(node);
}

/** Two neighbours as one node, where the marks of both could not be told apart. */
function asOne(last: mdast.Nodes, node: mdast.Nodes): mdast.Nodes | undefined {
  if (node.type === 'text' && last.type === 'text')
    return { type: 'text', value: last.value + node.value };
  if (node.type === 'inlineCode' && last.type === 'inlineCode')
    return { type: 'inlineCode', value: last.value + node.value };
  if (node.type !== last.type || !EMPHASES.has(node.type)) return undefined;
  if (!('children' in last && 'children' in node)) return undefined;
  // Its own list, not a copy of it: there may be very many neighbours.
  for (const child of node.children) add(last.children, child);
  return last;
}

function abbreviationsOf(root: mdast.Root): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const node of descendants(root)) {
    if (node.type === 'abbreviationDefinition') titles.set(node.label, node.title);
  }
  return titles;
}
