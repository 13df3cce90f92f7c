import type * as mdast from 'mdast';
import type { Alert, AlertKind } from '../model/article.ts';
import { textOf } from '../model/text.ts';
import { rewrite } from '../model/tree.ts';

const KINDS = new Set<string>(['note', 'tip', 'important', 'warning', 'caution']);
const MARK = /^\[!(\w+)\][ \t]*/;
/** What a title may hold and be only its words. */
const WORDS = new Set<string>(['text', 'emphasis', 'strong', 'inlineCode']);

type Phrasing = mdast.PhrasingContent;

/** Reads `> [!NOTE]` quotes as alerts; a title after the mark is kept (as Obsidian writes it). */
export function readAlerts(root: mdast.Root, source: string): void {
  rewrite(root, (node) => (node.type === 'blockquote' ? alert(node, source) : undefined));
}

function alert(quote: mdast.Blockquote, source: string): Alert[] | undefined {
  const [first, ...others] = quote.children;
  if (first?.type !== 'paragraph') return undefined;
  const match = markOf(first, source);
  if (!match) return undefined;
  const [line, below] = firstLine(withoutMark(first.children, match[0].length));
  const title = line.every(isWords) ? textOf({ type: 'paragraph', children: line }).trim() : '';
  const inlines = title || line.length === 0 ? below : [...line, ...afterBreak(below)];
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

function withoutMark(nodes: readonly Phrasing[], length: number): Phrasing[] {
  const [first, ...rest] = nodes;
  const value = first?.type === 'text' ? first.value.slice(length) : '';
  return first?.type === 'text' && value !== '' ? [{ ...first, value }, ...rest] : rest;
}

/** The nodes of the first line, which may be a title, and those below it. */
function firstLine(nodes: readonly Phrasing[]): [Phrasing[], Phrasing[]] {
  const at = nodes.findIndex(
    (node) => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')),
  );
  if (at < 0) return [[...nodes], []];
  const node = nodes[at];
  const [above, below] = [nodes.slice(0, at), nodes.slice(at + 1)];
  if (node?.type !== 'text') return [above, below];
  const [value = '', ...lines] = node.value.split('\n');
  const texts = [value, lines.join('\n')].map((part) =>
    part === '' ? [] : [{ ...node, value: part }],
  );
  return [
    [...above, ...(texts[0] ?? [])],
    [...(texts[1] ?? []), ...below],
  ];
}

function isWords(node: mdast.Nodes): boolean {
  return WORDS.has(node.type) && (!('children' in node) || node.children.every(isWords));
}

/** A title with links and the like is the first line of the text. */
function afterBreak(nodes: readonly Phrasing[]): Phrasing[] {
  return nodes.length > 0 ? [{ type: 'break' }, ...nodes] : [];
}
