import type * as mdast from 'mdast';
import type { Abbreviation, AbbreviationDefinition } from '../model/article.ts';
import { descendants, rewrite } from '../model/tree.ts';

const DEFINITION = /^\*\[([^\]\n]{1,100})\]:[ \t]*(.*)$/;
/** Most abbreviations one article may define. */
const MOST = 1000;

/** Reads `*[HTML]: HyperText Markup Language` lines and marks the words they explain. */
export function readAbbreviations(root: mdast.Root, source: string): void {
  if (!source.includes('*[')) return;
  rewrite(root, (node) => (node.type === 'paragraph' ? definitions(node, source) : undefined));
  const titles = new Map<string, string>();
  for (const node of descendants(root)) {
    if (node.type === 'abbreviationDefinition' && titles.size < MOST)
      titles.set(node.label, node.title);
  }
  if (titles.size > 0) markWords(root, titles);
}

/** The definitions a paragraph consists of, or undefined when a line of it is something else. */
function definitions(node: mdast.Paragraph, source: string): AbbreviationDefinition[] | undefined {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return undefined;
  const found: AbbreviationDefinition[] = [];
  for (const line of source.slice(start.offset, end.offset).split('\n')) {
    const match = DEFINITION.exec(line.trim());
    if (!match) return undefined;
    found.push({ type: 'abbreviationDefinition', label: match[1] ?? '', title: match[2] ?? '' });
  }
  return found;
}

function markWords(root: mdast.Root, titles: ReadonlyMap<string, string>): void {
  const labels = [...titles.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])(${labels.join('|')})(?![\\p{L}\\p{N}_])`, 'gu');
  rewrite(root, (node, parent) => {
    if (node.type !== 'text' || parent.type === 'abbreviation') return undefined;
    const parts = node.value.split(word);
    return parts.length > 1 ? parts.flatMap((value, at) => part(value, at, titles)) : undefined;
  });
}

function part(
  value: string,
  at: number,
  titles: ReadonlyMap<string, string>,
): (mdast.Text | Abbreviation)[] {
  if (value === '') return [];
  const text: mdast.Text = { type: 'text', value };
  const title = at % 2 === 1 ? titles.get(value) : undefined;
  return title === undefined ? [text] : [{ type: 'abbreviation', title, children: [text] }];
}

function escaped(label: string): string {
  return label.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
