import type * as mdast from 'mdast';

/** Nodes of emphasis, whose marks stand on both sides of their words. */
export const EMPHASES: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete']);

/** What a transform makes of one child: nothing for "leave it". */
export type Replace = (
  child: mdast.Nodes,
  parent: mdast.Parents,
) => readonly mdast.Nodes[] | undefined;

/** Rewrites the tree from its leaves up: each child may be replaced by any number of nodes. */
export function rewrite(root: mdast.Parents, replace: Replace): void {
  for (const parent of parentsOf(root)) {
    const made = parent.children.map((child) => replace(child, parent) ?? child);
    if (made.some((node, at) => node !== parent.children[at])) {
      parent.children = made.flat() as typeof parent.children;
    }
  }
}

/** Every node below `root` in document order; what `enter` refuses is left out with all below it. */
export function* descendants(
  root: mdast.Nodes,
  enter: (node: mdast.Nodes) => boolean = () => true,
): Generator<mdast.Nodes> {
  const waiting: mdast.Nodes[] = 'children' in root ? [...root.children].reverse() : [];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!enter(node)) continue;
    yield node;
    if (!('children' in node)) continue;
    for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at]!);
  }
}

/** Every node below `root` that has children, the deepest first; `root` is the last. */
export function parentsOf(root: mdast.Parents): mdast.Parents[] {
  const found: mdast.Parents[] = [root];
  for (const node of descendants(root)) if ('children' in node) found.push(node);
  return found.reverse();
}
