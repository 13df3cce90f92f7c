import type * as mdast from 'mdast';
import { descendants, rewrite } from '../model/tree.ts';

/**
 * Resolves `[text][label]` and `![alt][label]` to links and images; definitions stay where they are.
 * The first of several definitions counts (CommonMark 0.31.2, link reference definitions).
 */
export function resolveReferences(root: mdast.Root): void {
  const definitions = new Map<string, mdast.Definition>();
  for (const node of descendants(root)) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  }
  rewrite(root, (node) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
    const definition = definitions.get(node.identifier);
    return definition ? [resolved(node, definition)] : asWritten(node);
  });
}

function resolved(
  node: mdast.LinkReference | mdast.ImageReference,
  { url, title }: mdast.Definition,
): mdast.Link | mdast.Image {
  const place = node.position ? { position: node.position } : {};
  if (node.type === 'imageReference') {
    return { type: 'image', url, title: title ?? null, alt: node.alt ?? '', ...place };
  }
  return { type: 'link', url, title: title ?? null, children: node.children, ...place };
}

function asWritten(node: mdast.LinkReference | mdast.ImageReference): mdast.Nodes[] {
  if (node.type === 'imageReference') return [{ type: 'text', value: node.alt ?? '' }];
  return node.children;
}
