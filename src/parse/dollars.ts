import type * as mdast from 'mdast';
import { rewrite } from '../model/tree.ts';
import type { MarkdownParser } from './parser.ts';

/**
 * Turns `$…$` back into prose where it is money and not math: math has no space inside its dollars and no digit
 * after them (the rule of Pandoc's tex_math_dollars).
 */
export function readDollars(root: mdast.Root, source: string, parser: MarkdownParser): void {
  rewrite(root, (node) => {
    if (node.type !== 'inlineMath' || isMath(node, source)) return undefined;
    return prose(sourceOf(node, source), parser);
  });
}

function isMath(node: mdast.Nodes, source: string): boolean {
  const written = sourceOf(node, source);
  if (written === '' || written.startsWith('$$') || written.startsWith('$`')) return true;
  const after = source.charAt(node.position?.end.offset ?? source.length);
  return !/^\$\s|\s\$$/.test(written) && !/[0-9]/.test(after);
}

function sourceOf(node: mdast.Nodes, source: string): string {
  const { start, end } = node.position ?? {};
  return source.slice(start?.offset ?? 0, end?.offset ?? 0);
}

function prose(written: string, parser: MarkdownParser): mdast.PhrasingContent[] {
  const block = parser.toMdastWithout(written).children[0];
  return block?.type === 'paragraph' ? block.children : [{ type: 'text', value: written }];
}
