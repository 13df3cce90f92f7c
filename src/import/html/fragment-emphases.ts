import type * as mdast from 'mdast';
import { EMPHASES } from '../../model/tree.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * Takes an emphasis within one of its own kind away, its words stay: pages nest them for nothing (`<b><strong>`), and their
 * marks would meet in Markdown and be read as others.
 */
export function flattenEmphases(node: mdast.Nodes, open = NONE): void {
  if (!('children' in node)) return;
  const children = node.children as mdast.Nodes[];
  node.children = children.flatMap((child) => flat(child, open)) as typeof node.children;
}

function flat(node: mdast.Nodes, open: ReadonlySet<string>): mdast.Nodes[] {
  const isEmphasis = EMPHASES.has(node.type) && 'children' in node;
  if (isEmphasis && open.has(node.type)) return node.children.flatMap((child) => flat(child, open));
  flattenEmphases(node, isEmphasis ? new Set([...open, node.type]) : open);
  return [node];
}
