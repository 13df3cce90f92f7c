import type * as mdast from 'mdast';
import type { Block, Inline, Root } from '../../model/article.ts';
import { parentsOf, rewrite } from '../../model/tree.ts';

/** Paragraphs parted where the page had two breaks, and nothing that is empty. */
export function tidy(root: Root): void {
  rewrite(root as Parameters<typeof rewrite>[0], unmasked);
  rewrite(root as Parameters<typeof rewrite>[0], unwrapped);
  for (const parent of parentsOf(root as Parameters<typeof parentsOf>[0])) {
    const holder = parent as { children: (Block | Inline)[] };
    if (parent.type === 'listItem') parent.spread = isSpread(parent.children);
    if (parent.type === 'list') parent.spread = parent.children.some(({ spread }) => spread);
    if (FLOW.has(parent.type)) holder.children = inParagraphs(holder.children);
    const made = holder.children.flatMap((child): (Block | Inline)[] =>
      child.type === 'paragraph' ? parted(child.children as Inline[]) : [child],
    );
    holder.children = made.filter((child) => !isEmpty(child));
  }
}

/** What holds blocks. */
const FLOW: ReadonlySet<string> = new Set(
  'root listItem blockquote descriptionDetails footnoteDefinition details'.split(' '),
);
const INLINE: ReadonlySet<string> = new Set(
  (
    'text emphasis strong delete inlineCode break link image footnoteReference inlineMath ' +
    'mark insert keyboard abbreviation subscript superscript'
  ).split(' '),
);

const LINES: ReadonlySet<string> = new Set(
  'paragraph heading emphasis strong delete link mark insert keyboard abbreviation subscript superscript'.split(
    ' ',
  ),
);

/** A line that blocks stand in, which no Markdown has, becomes these blocks. */
function unwrapped(node: mdast.Nodes): readonly mdast.Nodes[] | undefined {
  if (!(LINES.has(node.type) && 'children' in node)) return undefined;
  const children = node.children as (Block | Inline)[];
  if (children.every(({ type }) => INLINE.has(type))) return undefined;
  const isBlock = node.type === 'paragraph' || node.type === 'heading';
  return (isBlock ? inParagraphs(children) : children) as mdast.Nodes[];
}

/** Blocks only: what stands in a line is put into paragraphs. */
function inParagraphs(children: readonly (Block | Inline)[]): (Block | Inline)[] {
  const made: (Block | Inline)[] = [];
  let line: Inline[] | undefined;
  for (const child of children) {
    if (!INLINE.has(child.type)) line = undefined;
    else if (line) line.push(child as Inline);
    else line = [child as Inline];
    if (line?.length === 1) made.push({ type: 'paragraph', children: line });
    else if (!line) made.push(child);
  }
  return made;
}

/** A node of ours that was another's for the time. */
function unmasked(node: mdast.Nodes): readonly mdast.Nodes[] | undefined {
  const own = (node.data as { sijori?: mdast.Nodes } | undefined)?.sijori;
  if (own === undefined) return undefined;
  return ['children' in node ? ({ ...own, children: node.children } as mdast.Nodes) : own];
}

/** Items are apart only where one has paragraphs. */
function isSpread(children: readonly { readonly type: string }[]): boolean {
  return children.filter(({ type }) => type === 'paragraph').length > 1;
}

function parted(inlines: readonly Inline[]): Block[] {
  const paragraphs: Inline[][] = [];
  let isApart = true;
  for (const line of linesOf(inlines)) {
    if (line.length > 0 && isApart) paragraphs.push(line);
    else if (line.length > 0) paragraphs.at(-1)?.push({ type: 'break' }, ...line);
    isApart = line.length === 0;
  }
  return paragraphs.map((children) => ({ type: 'paragraph', children: children.map(trimStart) }));
}

/** What stands between breaks, without spaces before it. */
function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const one of inlines) {
    const line = lines.at(-1) ?? [];
    if (one.type === 'break') lines.push([]);
    else if (line.length > 0 || !isSpace(one)) line.push(one);
  }
  return lines;
}

/** Spaces at the start of a line are none of its words; a no-break space is kept. */
function trimStart(one: Inline, at: number, all: readonly Inline[]): Inline {
  if (one.type !== 'text') return one;
  const isFirst = at === 0 || all[at - 1]?.type === 'break';
  const isLast = at === all.length - 1 || all[at + 1]?.type === 'break';
  const left = isFirst ? one.value.replace(/^[ \t\n]+/, '') : one.value;
  return { ...one, value: isLast ? left.replace(/[ \t\n]+$/, '') : left };
}

function isSpace(one: Inline): boolean {
  return one.type === 'text' && /^[ \t\n]*$/.test(one.value);
}

const HOLDERS: ReadonlySet<string> = new Set(
  'paragraph heading emphasis strong delete link mark insert keyboard blockquote list listItem'.split(
    ' ',
  ),
);

function isEmpty(node: Block | Inline): boolean {
  if (node.type === 'text') return node.value === '';
  if (!HOLDERS.has(node.type) || !('children' in node)) return false;
  if (node.type === 'paragraph') return (node.children as Inline[]).every(isSpaceOrNbsp);
  return node.children.length === 0;
}

function isSpaceOrNbsp(one: Inline): boolean {
  return one.type === 'text' && one.value.trim() === '';
}
