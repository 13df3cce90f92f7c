import type { Article, Node } from '../../model/article.ts';
import { textOf } from '../../model/text.ts';
import { descendants } from '../../model/tree.ts';

/** The words of a text one after the other, folded, and the line that each is on. */
export interface Running {
  readonly words: readonly string[];
  readonly lines: readonly number[];
  /** Headings, and the number of the word that each begins with. */
  readonly headings: readonly {
    readonly depth: number;
    readonly text: string;
    readonly at: number;
  }[];
}

/** A sign of a script without spaces, or letters and digits together. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{N}]+/gu;
/** Colours and links of a page: the address of a link is no word of it. */
const ESCAPES = /\u001b\]8;[^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b\[[\d;]*m/g;

const LEAVES: ReadonlySet<Node['type']> = new Set([
  'paragraph',
  'heading',
  'code',
  'math',
  'html',
  'verbatim',
  'tableRow',
  'descriptionTerm',
  'caption',
  'summary',
]);

/** Words of a text as anchors hold them: without marks and letter case, soft hyphens and the like left out. */
function wordsIn(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}’'`]/gu, '')
    .toLowerCase();
  return folded.match(WORD) ?? [];
}

/** The words of an article; lines are those of its file, from 1. */
export function runningText({ body, bodyOffset }: Article): Running {
  const words: string[] = [];
  const lines: number[] = [];
  const headings: { depth: number; text: string; at: number }[] = [];
  let line = bodyOffset + 1;
  for (const node of descendants(body, isOutside())) {
    if (node.position) line = node.position.start.line + bodyOffset;
    if (!LEAVES.has(node.type)) continue;
    const text = textOf(node);
    if (node.type === 'heading')
      headings.push({ depth: node.depth, text: text.trim(), at: words.length });
    for (const word of wordsIn(text)) {
      words.push(word);
      lines.push(line);
    }
  }
  return { words, lines, headings };
}

/** Lets a walk see each leaf once: a paragraph within a caption is a part of the caption. */
function isOutside(): (node: Node) => boolean {
  const inner = new Set<Node>();
  return (node) => {
    if (inner.has(node)) return false;
    if (LEAVES.has(node.type) && 'children' in node)
      for (const child of node.children) inner.add(child);
    return true;
  };
}

/** The words of a page as it is shown; lines are those of the page, from 1. */
export function pageText(page: string): Running {
  const words: string[] = [];
  const lines: number[] = [];
  page.split('\n').forEach((text, index) => {
    for (const word of wordsIn(text.replace(ESCAPES, ''))) {
      words.push(word);
      lines.push(index + 1);
    }
  });
  return { words, lines, headings: [] };
}
