import type * as mdast from 'mdast';
import { rewrite } from '../model/tree.ts';

const WORD_END = () => /[\p{L}\p{M}\p{N})\]}’”'"]$/u;

/**
 * Keeps `^…^` and `~…~` as scripts only where they read as such: attached to what is before them and without
 * a space inside. Elsewhere `~…~` strikes out, as GFM has it, and `^…^` is text.
 */
export function readScripts(root: mdast.Root, source: string): void {
  rewrite(root, (node) => {
    if (node.type !== 'subscript' && node.type !== 'superscript') return undefined;
    if (isScript(node, source)) return undefined;
    if (node.type === 'subscript') {
      return [{ type: 'delete', children: node.children as mdast.PhrasingContent[] }];
    }
    const caret: mdast.Text = { type: 'text', value: '^' };
    return [caret, ...node.children, { ...caret }];
  });
}

function isScript(node: mdast.Nodes, source: string): boolean {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  if (start === undefined || end === undefined) return true;
  const before = source.slice(Math.max(0, start - 2), start);
  return WORD_END().test(before) && !/\s/.test(source.slice(start, end));
}
