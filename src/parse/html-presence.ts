import type { Node, Root } from '../model/article.ts';

/** Whether a tree holds any raw HTML node: true in the first one met, without loading the HTML reader. */
export function hasHtml(root: Root): boolean {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'html') return true;
    if ('children' in node) for (const child of node.children) open.push(child);
  }
  return false;
}
