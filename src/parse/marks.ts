import type * as mdast from 'mdast';
import type { Mark } from '../model/article.ts';
import { parentsOf } from '../model/tree.ts';

/** Reads `==marked==` text: opening marks touch the word after them, closing marks the word before. */
export function readMarks(root: mdast.Root): void {
  for (const parent of parentsOf(root)) {
    if (!parent.children.some(holdsMark)) continue;
    parent.children = paired(parent.children.flatMap(pieces)) as typeof parent.children;
  }
}

function holdsMark(node: mdast.Nodes): boolean {
  return node.type === 'text' && node.value.includes('==');
}

/** A text node cut before and after each `==` (and only two: `===` is text). */
function pieces(node: mdast.Nodes): mdast.Nodes[] {
  if (node.type !== 'text' || !node.value.includes('==')) return [node];
  return node.value
    .split(/((?<!=)==(?!=))/)
    .filter((value) => value !== '')
    .map((value): mdast.Text => ({ type: 'text', value }));
}

function paired(nodes: readonly mdast.Nodes[]): mdast.Nodes[] {
  const out: mdast.Nodes[] = [];
  let open = -1;
  nodes.forEach((node, at) => {
    if (!isDelimiter(node)) out.push(node);
    else if (open >= 0 && closes(nodes[at - 1])) {
      const children = out.splice(open).slice(1) as Mark['children'];
      out.push({ type: 'mark', children });
      open = -1;
    } else {
      if (open < 0 && opens(nodes[at + 1])) open = out.length;
      out.push(node);
    }
  });
  return out;
}

function isDelimiter(node: mdast.Nodes): boolean {
  return node.type === 'text' && node.value === '==';
}

function opens(next: mdast.Nodes | undefined): boolean {
  return (
    next !== undefined && !(next.type === 'text' && /^\s/.test(next.value)) && !isDelimiter(next)
  );
}

function closes(before: mdast.Nodes | undefined): boolean {
  return before !== undefined && !(before.type === 'text' && /\s$/.test(before.value));
}
