import type * as mdast from 'mdast';
import type { Verbatim } from '../model/article.ts';

/** Blocks that hold other blocks: they account for no line by themselves. */
const CONTAINERS = new Set([
  'root',
  'blockquote',
  'list',
  'listItem',
  'footnoteDefinition',
  'descriptionList',
  'descriptionDetails',
]);
const WORD = () => /[\p{L}\p{N}]/u;

/** Puts every line with a letter or digit that no block accounts for into the tree, as it is written. */
export function addMissingLines(tree: mdast.Root, source: string): void {
  const lines = source.split('\n');
  const covered = coveredLines(tree, lines.length);
  for (let line = lines.length; line >= 1; line--) {
    const text = lines[line - 1] ?? '';
    if (covered[line] === 1 || !WORD().test(text)) continue;
    insertAfterLine(tree, line, text);
  }
}

function coveredLines(tree: mdast.Root, count: number): Uint8Array {
  const covered = new Uint8Array(count + 2);
  const waiting: mdast.Nodes[] = [tree];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isContainer(node)) for (const child of node.children) waiting.push(child);
    const lines = ownLines(node);
    if (lines) covered.fill(1, lines[0], lines[1] + 1);
  }
  return covered;
}

/** The first and last line that a node accounts for by itself. */
function ownLines(node: mdast.Nodes): readonly [number, number] | undefined {
  if (!node.position) return undefined;
  const { start, end } = node.position;
  if (!isContainer(node)) return [start.line, end.line];
  // The label of a footnote may stand on a line of its own.
  return node.type === 'footnoteDefinition' ? [start.line, start.line] : undefined;
}

function isContainer(node: mdast.Nodes): node is mdast.Parents {
  return 'children' in node && node.children.length > 0 && CONTAINERS.has(node.type);
}

function insertAfterLine(tree: mdast.Root, line: number, value: string): void {
  const at = tree.children.findIndex((child) => (child.position?.start.line ?? 0) > line);
  const verbatim: Verbatim = { type: 'verbatim', value };
  tree.children.splice(at < 0 ? tree.children.length : at, 0, verbatim);
}
