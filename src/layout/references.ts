import type * as mdast from 'mdast';
import type { Root } from '../model/article.ts';
import { textOf } from '../model/text.ts';
import { descendants } from '../model/tree.ts';

/** A link or picture printed as a number, its address in the list at the end. */
export interface NumberedLink {
  readonly number: number;
  readonly url: string;
  readonly title: string | undefined;
}

/** A footnote that is referred to, numbered in the order of its first reference. */
export interface Footnote {
  readonly number: number;
  readonly definition: mdast.FootnoteDefinition;
  /** Times it is referred to. */
  readonly uses: number;
}

/** The numbers of an article's links and footnotes, fixed before any line is laid out. */
export interface References {
  readonly links: readonly NumberedLink[];
  readonly footnotes: readonly Footnote[];
  /** The number of a target, or undefined when it is printed in place. */
  linkNumber(url: string): number | undefined;
  footnoteNumber(identifier: string): number | undefined;
}

/** Numbers the links for which `isNumbered` holds, and the footnotes, in reading order. */
export function numberReferences(
  root: Root,
  isNumbered: (node: mdast.Link | mdast.Image) => boolean,
): References {
  const definitions = new Map<string, mdast.FootnoteDefinition>();
  for (const node of descendants(root)) {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  }
  const footnotes = new Map<string, { definition: mdast.FootnoteDefinition; uses: number }>();
  const links = new Map<string, NumberedLink>();
  for (const node of inReadingOrder(root, footnotes, definitions)) {
    if (node.type !== 'link' && node.type !== 'image') continue;
    if (!isNumbered(node) || links.has(node.url)) continue;
    links.set(node.url, { number: links.size + 1, url: node.url, title: node.title ?? undefined });
  }
  return references(links, footnotes);
}

function references(
  links: ReadonlyMap<string, NumberedLink>,
  footnotes: ReadonlyMap<string, { definition: mdast.FootnoteDefinition; uses: number }>,
): References {
  const numbers = new Map([...footnotes.keys()].map((identifier, at) => [identifier, at + 1]));
  return {
    links: [...links.values()],
    footnotes: [...footnotes.values()].map((note, at) => ({ number: at + 1, ...note })),
    linkNumber: (url) => links.get(url)?.number,
    footnoteNumber: (identifier) => numbers.get(identifier),
  };
}

/** The body, then each footnote as it was first referred to; footnotes are counted on the way. */
function* inReadingOrder(
  root: Root,
  footnotes: Map<string, { definition: mdast.FootnoteDefinition; uses: number }>,
  definitions: ReadonlyMap<string, mdast.FootnoteDefinition>,
): Generator<mdast.Nodes> {
  const waiting: mdast.Nodes[] = [root];
  const inBody = (node: mdast.Nodes) => node.type !== 'footnoteDefinition';
  for (let from = 0; from < waiting.length; from++) {
    for (const node of descendants(waiting[from]!, from === 0 ? inBody : undefined)) {
      const note = node.type === 'footnoteReference' ? definitions.get(node.identifier) : undefined;
      const known = note && footnotes.get(note.identifier);
      if (known) known.uses += 1;
      else if (note) {
        footnotes.set(note.identifier, { definition: note, uses: 1 });
        waiting.push(note);
      }
      yield node;
    }
  }
}

/** Whether a link's words already say where it goes. */
export function saysItsTarget(node: mdast.Link): boolean {
  const label = textOf(node).trim();
  const bare = (url: string) => url.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/\/$/, '');
  return bare(label) === bare(node.url);
}
