import type * as mdast from 'mdast';
import { descendants, rewrite } from '../model/tree.ts';
import type { MarkdownParser } from './parser.ts';

/**
 * Resolves `[text][label]` and `![alt][label]` to links and images; definitions stay where they are.
 * The first of several definitions counts (CommonMark 0.31.2, link reference definitions). `[[label]]` of which the
 * label is defined is a reference in brackets, and no wikilink.
 */
export function resolveReferences(root: mdast.Root, source: string, parser: MarkdownParser): void {
  const definitions = new Map<string, mdast.Definition>();
  for (const node of descendants(root)) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  }
  const wikilink = (node: mdast.Nodes) => inBrackets(node, source, definitions, parser);
  rewrite(root, (node) => {
    unescapeName(node, source);
    if (node.type === 'link' && definitions.size > 0) return wikilink(node);
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return undefined;
    const definition = definitions.get(node.identifier);
    return definition ? [resolved(node, definition)] : asWritten(node);
  });
}

/** The bar of `[[name\|text]]` is escaped where it would end a cell of a table: the backslash is none of the name's. */
function unescapeName(node: mdast.Nodes, source: string): void {
  if ((node.type !== 'link' && node.type !== 'image') || !node.url.endsWith('\\')) return;
  const start = node.position?.start.offset ?? 0;
  if (/^!?\[\[[^\]]*\\\|/.test(source.slice(start, node.position?.end.offset)))
    node.url = node.url.slice(0, -1);
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

/** What a wikilink is when its label is defined: a bracket, the reference resolved, a bracket. */
function inBrackets(
  node: mdast.Nodes,
  source: string,
  definitions: ReadonlyMap<string, mdast.Definition>,
  parser: MarkdownParser,
): mdast.Nodes[] | undefined {
  const written = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  const label = /^\[\[([^[\]]*)\]\]$/.exec(written)?.[1];
  const definition = label === undefined ? undefined : definitions.get(identifier(label));
  if (label === undefined || !definition) return undefined;
  const block = parser.toMdastWithout(label).children[0];
  const children: mdast.Nodes[] =
    block?.type === 'paragraph' ? block.children : [{ type: 'text', value: label }];
  const { url, title } = definition;
  return [
    { type: 'text', value: '[' },
    { type: 'link', url, title: title ?? null, children: children as mdast.Link['children'] },
    { type: 'text', value: ']' },
  ];
}

/** A label as labels are compared (CommonMark 0.31.2, "matches"). */
function identifier(label: string): string {
  return label
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}
