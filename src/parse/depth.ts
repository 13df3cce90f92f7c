import type * as mdast from 'mdast';
import type { Verbatim } from '../model/article.ts';

/** Levels of nodes that are kept as a tree. */
const DEEPEST = 500;

const CONTAINERS = new Set(['blockquote', 'listItem', 'footnoteDefinition', 'descriptionDetails']);
const LINES = new Set(['list', 'table', 'tableRow', 'descriptionList', 'root']);

/** Replaces what lies deeper than 500 levels by its source text, so that later stages may recurse. */
export function limitDepth(tree: mdast.Root, source: string): void {
  const waiting: { node: mdast.Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { node, depth } = entry;
    if (!('children' in node)) continue;
    if (depth >= DEEPEST && !LINES.has(node.type)) {
      cut(node, source);
      continue;
    }
    for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
  }
}

function cut(node: mdast.Parents, source: string): void {
  const start = node.children[0]?.position?.start.offset;
  const end = node.children.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return;
  const value = source.slice(start, end);
  if (CONTAINERS.has(node.type)) {
    const verbatim: Verbatim = { type: 'verbatim', value };
    node.children = [verbatim] as typeof node.children;
  } else {
    node.children = [{ type: 'text', value }] as typeof node.children;
  }
}
