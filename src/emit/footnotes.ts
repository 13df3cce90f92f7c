import type * as mdast from 'mdast';
import { descendants } from '../model/tree.ts';

/** A footnote of an article; `number` is undefined when nothing refers to it. */
export interface Footnote {
  readonly number: number | undefined;
  readonly definition: mdast.FootnoteDefinition;
}

/**
 * The footnotes of a tree by the order of their first references, those in footnotes after those in the text;
 * then those that nothing refers to. Of several with one identifier the first counts, as in GFM.
 */
export function footnotesOf(root: mdast.Nodes): Footnote[] {
  const definitions = new Map<string, mdast.FootnoteDefinition>();
  for (const node of descendants(root)) {
    if (node.type === 'footnoteDefinition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node);
    }
  }
  if (definitions.size === 0) return [];
  const ordered = referred(root, definitions);
  const notes: Footnote[] = ordered.map((definition, at) => ({ number: at + 1, definition }));
  const known = new Set(ordered);
  for (const definition of definitions.values()) {
    if (!known.has(definition)) notes.push({ number: undefined, definition });
  }
  return notes;
}

function referred(
  root: mdast.Nodes,
  definitions: ReadonlyMap<string, mdast.FootnoteDefinition>,
): mdast.FootnoteDefinition[] {
  const found = new Set<mdast.FootnoteDefinition>();
  const waiting: mdast.Nodes[] = [root];
  const inText = (node: mdast.Nodes) => node.type !== 'footnoteDefinition';
  for (let at = 0; at < waiting.length; at++) {
    for (const node of descendants(waiting[at]!, inText)) {
      const note = node.type === 'footnoteReference' ? definitions.get(node.identifier) : undefined;
      if (!note || found.has(note)) continue;
      found.add(note);
      waiting.push(note);
    }
  }
  return [...found];
}
