import type * as mdast from 'mdast';
import type { Alert, AlertKind } from '../model/article.ts';
import { rewrite } from '../model/tree.ts';

const KINDS = new Set<string>(['note', 'tip', 'important', 'warning', 'caution']);
const MARK = /^\[!(\w+)\][ \t]*([^\n]*)(?:\n|$)/;

/** Reads `> [!NOTE]` quotes as alerts; a title after the mark is kept (as Obsidian writes it). */
export function readAlerts(root: mdast.Root, source: string): void {
  rewrite(root, (node) => (node.type === 'blockquote' ? alert(node, source) : undefined));
}

function alert(quote: mdast.Blockquote, source: string): Alert[] | undefined {
  const [first, ...others] = quote.children;
  if (first?.type !== 'paragraph') return undefined;
  const match = markOf(first, source);
  if (!match) return undefined;
  const inlines = withoutMark(first.children, match[0].length);
  const title = match[2]?.trim();
  const made: Alert = {
    type: 'alert',
    kind: match[1]?.toLowerCase() as AlertKind,
    children: (inlines.length > 0
      ? [{ ...first, children: inlines }, ...others]
      : others) as Alert['children'],
  };
  if (title) made.title = title;
  return [quote.position ? { ...made, position: quote.position } : made];
}

/** The mark at the start of a quote's first paragraph, unless it is escaped. */
function markOf(paragraph: mdast.Paragraph, source: string): RegExpExecArray | undefined {
  const text = paragraph.children[0];
  if (text?.type !== 'text' || !source.startsWith('[!', text.position?.start.offset ?? -1))
    return undefined;
  const match = MARK.exec(text.value);
  return match && KINDS.has(match[1]?.toLowerCase() ?? '') ? match : undefined;
}

/** What follows the mark; a hard break right after it belongs to it. */
function withoutMark(
  nodes: readonly mdast.PhrasingContent[],
  length: number,
): mdast.PhrasingContent[] {
  const [first, ...rest] = nodes;
  const value = first?.type === 'text' ? first.value.slice(length) : '';
  if (first?.type === 'text' && value !== '') return [{ ...first, value }, ...rest];
  return rest[0]?.type === 'break' ? rest.slice(1) : rest;
}
