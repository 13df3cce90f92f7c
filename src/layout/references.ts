import type * as mdast from 'mdast';
import type { Root } from '../model/article.ts';
import { isAbsolute } from '../model/targets.ts';
import { textOf } from '../model/text.ts';
import { descendants } from '../model/tree.ts';

/** A link or picture printed as a number, its address in the list at the end. */
export interface NumberedLink {
  readonly number: number;
  readonly url: string;
  readonly title: string | undefined;
}

/** A footnote, numbered in the order of its first reference; one that nothing refers to has no number. */
export interface Footnote {
  readonly number: number | undefined;
  readonly definition: mdast.FootnoteDefinition;
  /** Times it is referred to. */
  readonly uses: number;
}

/** The numbers of an article's links and footnotes, fixed before any line is laid out. */
export interface References {
  readonly links: readonly NumberedLink[];
  readonly footnotes: readonly Footnote[];
  /** Where an address of the article leads: relative ones are resolved. */
  target(url: string): string;
  /** The number of a target, or undefined when it is printed in place. */
  linkNumber(url: string): number | undefined;
  footnoteNumber(identifier: string): number | undefined;
}

/** A footnote as it is counted. */
type Counted = Omit<Footnote, 'number'> & { uses: number };

/** Numbers the links for which `isNumbered` holds, and the footnotes, in reading order. */
export function numberReferences(
  root: Root,
  isNumbered: (node: mdast.Link | mdast.Image) => boolean,
  target: (url: string) => string = (url) => url,
): References {
  const footnotes = new Map<string, Counted>();
  const definitions = definitionsIn(root);
  const nodes = [...inReadingOrder(root, definitions, footnotes)];
  const links = numberedLinks(nodes, isNumbered, target);
  const numbers = new Map([...footnotes.keys()].map((identifier, at) => [identifier, at + 1]));
  const unused = [...definitions.values()].filter(({ identifier }) => !footnotes.has(identifier));
  return {
    links: [...links.values()],
    footnotes: [
      ...[...footnotes.values()].map((note, at) => ({ ...note, number: at + 1 })),
      ...unused.map((definition) => ({ definition, number: undefined, uses: 0 })),
    ],
    target,
    linkNumber: (url) => links.get(target(url))?.number,
    footnoteNumber: (identifier) => numbers.get(identifier),
  };
}

/** The numbered links by where they lead; a picture's title is its caption and not repeated. */
function numberedLinks(
  nodes: readonly mdast.Nodes[],
  isNumbered: (node: mdast.Link | mdast.Image) => boolean,
  target: (url: string) => string,
): Map<string, NumberedLink> {
  const links = new Map<string, NumberedLink>();
  const captioned = new Set(
    nodes.flatMap((node) => (node.type === 'paragraph' ? (captionedIn(node) ?? []) : [])),
  );
  for (const shown of nodes.flatMap(numbersOf).filter(isNumbered)) {
    const url = target(shown.url);
    if (links.has(url)) continue;
    const title = captioned.has(shown as mdast.Image) ? undefined : (shown.title ?? undefined);
    links.set(url, { number: links.size + 1, url, title });
  }
  return links;
}

/** What a node shows numbers of, in the order of the page: a link's comes after those of the pictures in it. */
function numbersOf(node: mdast.Nodes): (mdast.Link | mdast.Image)[] {
  if (node.type === 'image') return [node];
  if (node.type !== 'link') return [];
  return [...[...descendants(node)].filter((child) => child.type === 'image'), node];
}

function isFootnote(node: mdast.Nodes): node is mdast.FootnoteDefinition {
  return node.type === 'footnoteDefinition';
}

/** The body, then each footnote as it was first referred to; footnotes are counted on the way. */
function* inReadingOrder(
  root: Root,
  definitions: ReadonlyMap<string, mdast.FootnoteDefinition>,
  footnotes: Map<string, Counted>,
): Generator<mdast.Nodes> {
  const waiting: mdast.Nodes[] = [root];
  for (let at = 0; at < waiting.length; at++) {
    const enter = at === 0 ? (node: mdast.Nodes) => !isFootnote(node) : undefined;
    for (const node of descendants(waiting[at]!, enter)) {
      const first = node.type === 'footnoteReference' && count(node, definitions, footnotes);
      if (first) waiting.push(first);
      yield node;
    }
  }
}

function definitionsIn(root: Root): Map<string, mdast.FootnoteDefinition> {
  const found = new Map<string, mdast.FootnoteDefinition>();
  for (const node of descendants(root)) {
    if (isFootnote(node) && !found.has(node.identifier)) found.set(node.identifier, node);
  }
  return found;
}

/** Counts a reference; the definition, when this is the first one to it. */
function count(
  { identifier }: mdast.FootnoteReference,
  definitions: ReadonlyMap<string, mdast.FootnoteDefinition>,
  footnotes: Map<string, Counted>,
): mdast.FootnoteDefinition | undefined {
  const known = footnotes.get(identifier);
  if (known) known.uses += 1;
  const definition = known ? undefined : definitions.get(identifier);
  if (definition) footnotes.set(identifier, { definition, uses: 1 });
  return definition;
}

/** Whether a link's words already say where it goes. */
export function saysItsTarget(node: mdast.Link): boolean {
  const label = textOf(node).trim();
  const bare = (url: string) => url.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/\/$/, '');
  return bare(label) === bare(node.url);
}

/** Whether a link is printed as its address, which then needs no number; a relative one is resolved in its number. */
export function printsItsTarget(node: mdast.Link, plain: boolean): boolean {
  return saysItsTarget(node) && (plain || isAbsolute(node.url));
}

/** The picture of a paragraph that is nothing else (it may be a link), when it has a title: its caption. */
export function captionedIn(paragraph: mdast.Paragraph): mdast.Image | undefined {
  const [first, ...others] = paragraph.children;
  const [inner, ...more] = first?.type === 'link' ? first.children : [first];
  if (inner?.type !== 'image' || others.length + more.length > 0) return undefined;
  return inner.title?.trim() ? inner : undefined;
}
