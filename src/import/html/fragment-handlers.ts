import type { Element, ElementContent } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type * as mdast from 'mdast';
import type { Block, Inline } from '../../model/article.ts';
import { attribute, element, isElement, text, words } from './elements.ts';
import { labelOf, NOTE_CALL, NOTE_TEXT } from './fragment-notes.ts';

/** What stands within a line. */
const PHRASING: ReadonlySet<string> = new Set(
  (
    'text emphasis strong delete inlineCode break link image footnoteReference html inlineMath ' +
    'mark insert keyboard abbreviation subscript superscript'
  ).split(' '),
);

type Made = ReturnType<State['all']>[number];

/** The content of an element where only inline content may stand: its blocks become parts of one line. */
function inlinesOf(state: State, content: Element): Inline[] {
  return trimmed(flat(state.all(content)));
}

function flat(nodes: readonly Made[]): Inline[] {
  const made: Inline[] = [];
  let wasBlock = false;
  for (const node of nodes) {
    const isBlock = !PHRASING.has(node.type);
    const parts = isBlock ? wordsOf(node) : [node as Inline];
    const isApart = (isBlock || wasBlock) && made.length > 0 && parts.length > 0;
    made.push(...(isApart ? [{ type: 'text', value: ' ' } as const] : []), ...parts);
    wasBlock = isBlock;
  }
  return made;
}

function wordsOf(block: Made): Inline[] {
  if ('children' in block) return flat(block.children as Made[]);
  return 'value' in block && block.value !== '' ? [{ type: 'inlineCode', value: block.value }] : [];
}

/** Without spaces and breaks at the ends. */
function trimmed(inlines: Inline[]): Inline[] {
  const [first] = inlines;
  const last = inlines.at(-1);
  if (first?.type === 'text') first.value = first.value.replace(/^[ \t\r\n]+/, '');
  if (last?.type === 'text') last.value = last.value.replace(/[ \t\r\n]+$/, '');
  const isVoid = (one: Inline | undefined) =>
    one?.type === 'break' || (one?.type === 'text' && one.value === '');
  if (isVoid(first)) return trimmed(inlines.slice(1));
  return isVoid(last) ? trimmed(inlines.slice(0, -1)) : inlines;
}

function blocksOf(state: State, children: readonly ElementContent[]): Block[] {
  return state.toFlow(state.all(element('div', children))) as Block[];
}

/** A handler for an inline element that is a node of ours. */
function inline(type: string): Handle {
  return (state, node) => {
    const children = state.all(node);
    // Blocks in it: the mark cannot go around them.
    const isPlain = children.every((child) => PHRASING.has(child.type));
    return isPlain && children.length > 0 ? masked('emphasis', { type, children }) : children;
  };
}

/** A node of ours as one that the library knows to stand within a line, until the tree is made. */
function masked(type: 'emphasis' | 'inlineCode', node: object): mdast.Nodes {
  return made({ ...node, type, data: { sijori: node } });
}

function made(node: object): mdast.Nodes {
  return node as mdast.Nodes;
}

const abbr: Handle = (state, node) => {
  const title = attribute(node, 'title').trim();
  const children = state.all(node);
  return title === '' ? children : masked('emphasis', { type: 'abbreviation', title, children });
};

const img: Handle = (_, node) => {
  const url = attribute(node, 'src');
  const alt = attribute(node, 'alt').replace(/\s+/g, ' ').trim();
  return url === '' ? undefined : { type: 'image', url, title: null, alt };
};

/** Credits stand in an element of their own, which pages place apart by their looks. */
function apart(
  child: ElementContent,
  at: number,
  all: readonly ElementContent[],
): ElementContent[] {
  const before = all[at - 1];
  const isClose = before?.type === 'text' && /[.)”"]$/.test(before.value);
  return isClose && isElement(child, 'span', 'small', 'cite') ? [text(' '), child] : [child];
}

const figure: Handle = (state, node) => {
  const blocks: Block[] = [];
  let rest: ElementContent[] = [];
  const flush = () => {
    blocks.push(...blocksOf(state, rest));
    rest = [];
  };
  for (const child of node.children) {
    if (!isElement(child, 'figcaption')) rest.push(child);
    else {
      flush();
      const children = inlinesOf(state, { ...child, children: child.children.flatMap(apart) });
      if (children.length > 0) blocks.push({ type: 'caption', children });
    }
  }
  flush();
  const captions = blocks.filter(({ type }) => type === 'caption');
  if (captions.length === 1 && blocks.length > 1) return made({ type: 'figure', children: blocks });
  return blocks.map((one) =>
    one.type === 'caption' ? made({ type: 'paragraph', children: one.children }) : one,
  ) as Made[];
};

const details: Handle = (state, node) => {
  const summary = node.children.find((child) => isElement(child, 'summary'));
  const rest = node.children.filter((child) => child !== summary);
  const line = isElement(summary) ? inlinesOf(state, summary) : [];
  const children: Block[] = line.length > 0 ? [{ type: 'summary', children: line }] : [];
  children.push(...blocksOf(state, rest));
  return made({ type: 'details', open: node.properties['open'] === true, children });
};

const dl: Handle = (state, node) => {
  const entries = node.children.flatMap((child) =>
    isElement(child, 'div') ? child.children : [child],
  );
  const children = entries.flatMap((one) => entryOf(state, one));
  return children.length > 0 ? made({ type: 'descriptionList', children }) : undefined;
};

function entryOf(state: State, one: ElementContent): object[] {
  if (one.type === 'element' && one.tagName === 'dt') {
    const term = inlinesOf(state, one);
    return term.length > 0 ? [{ type: 'descriptionTerm', children: term }] : [];
  }
  const children = blocksOf(state, isElement(one, 'dd') ? one.children : [one]);
  return children.length > 0 ? [{ type: 'descriptionDetails', spread: false, children }] : [];
}

/** Something that plays or is another page: a link to it, named by its title or its address. */
const embed: Handle = (state, node) => {
  const sources = node.children.filter((child) => isElement(child, 'source'));
  const id = attribute(node, 'dataVideoid') || attribute(node, 'dataVideoId');
  const video = id === '' ? [] : [`https://www.youtube.com/watch?v=${id}`];
  const own = [node, ...sources].map((one) => attribute(one, 'src') || attribute(one, 'data'));
  const url = [...own, ...video].find(
    (one) => /^https?:|^[^:]*$/.test(one) && one !== '' && !isBlank(one),
  );
  const inside = words(node).trim() === '' ? [] : state.all(node);
  if (url === undefined) return inside;
  const title = (attribute(node, 'title') || attribute(node, 'ariaLabel')).trim() || url;
  const link: mdast.Link = {
    type: 'link',
    url,
    title: null,
    children: [{ type: 'text', value: title }],
  };
  return { type: 'paragraph', children: [link] };
};

function isBlank(url: string): boolean {
  return /^about:/.test(url);
}

const cell: Handle = (state, node) => {
  const usual = defaultHandlers['td']?.(state, node) as mdast.TableCell;
  usual.children = trimmed(flat(usual.children));
  return usual;
};

const table: Handle = (state, node) => {
  const captions = node.children.filter((child) => isElement(child, 'caption'));
  const rest = node.children.filter((child) => !isElement(child, 'caption'));
  const usual = defaultHandlers['table']?.(state, { ...node, children: rest }) as Made;
  const [caption] = captions;
  const children = isElement(caption) ? inlinesOf(state, caption) : [];
  if (children.length === 0) return usual;
  return made({ type: 'figure', children: [{ type: 'caption', children }, usual] });
};

const noteCall: Handle = (_, node) => ({
  type: 'footnoteReference',
  identifier: labelOf(node),
  label: labelOf(node),
});

const noteText: Handle = (state, node) =>
  made({
    type: 'footnoteDefinition',
    identifier: labelOf(node),
    label: labelOf(node),
    children: blocksOf(state, node.children),
  });

const math: Handle = (state, node) => {
  const tex = texOf(node);
  if (tex === undefined) return state.all(node);
  if (attribute(node, 'display') === 'block') return made({ type: 'math', value: tex, meta: null });
  return masked('inlineCode', { type: 'inlineMath', value: tex });
};

function texOf(node: Element): string | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const isTex = child.tagName === 'annotation' && /tex/i.test(attribute(child, 'encoding'));
    const found = isTex ? words(child).trim() : texOf(child);
    if (found) return found;
  }
  return undefined;
}

/** How elements become nodes where the library does it otherwise, or not at all. */
export const HANDLERS: Readonly<Record<string, Handle>> = {
  ...{ abbr, figure, details, dl, img, math, table, td: cell, th: cell },
  ...{ iframe: embed, video: embed, audio: embed, embed, object: embed, 'amp-youtube': embed },
  ...{ mark: inline('mark'), ins: inline('insert'), u: inline('insert') },
  ...{ kbd: inline('keyboard'), sub: inline('subscript'), sup: inline('superscript') },
  // As a browser shows them: words, whether or not they are a code's.
  ...{
    samp: defaultHandlers['code'],
    cite: (state, node) => state.all(node),
    dfn: defaultHandlers['em'],
  },
  [NOTE_CALL]: noteCall,
  [NOTE_TEXT]: noteText,
} as Readonly<Record<string, Handle>>;
