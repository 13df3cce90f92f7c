import type { Article, Block, Root } from './article.ts';
import { fold } from './fold.ts';
import { textOf } from './text.ts';
import { descendants } from './tree.ts';

/** A heading of an article and the lines of the file that its section takes. */
export interface Section {
  readonly id: string;
  readonly depth: number;
  readonly text: string;
  /** First and last line in the file, from 1, the heading included; 0 where the parser gave no place. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** The headings of an article in order; headings inside quotes and lists are not sections. */
export function outline(article: Article): Section[] {
  const { children } = article.body;
  const found: Section[] = [];
  children.forEach((block, at) => {
    if (block.type !== 'heading') return;
    const end = children[endOf(children, at) - 1]?.position?.end.line ?? 0;
    found.push({
      id: block.data?.id ?? '',
      depth: block.depth,
      text: textOf(block).trim(),
      firstLine: lineOf(block.position?.start.line, article),
      lastLine: lineOf(end, article),
    });
  });
  return found;
}

function lineOf(line: number | undefined, article: Article): number {
  return line ? line + article.bodyOffset : 0;
}

/** Index of the first block after the section that begins at `at`. */
function endOf(blocks: readonly Block[], at: number): number {
  const head = blocks[at];
  const depth = head?.type === 'heading' ? head.depth : 7;
  for (let next = at + 1; next < blocks.length; next++) {
    const block = blocks[next]!;
    if (block.type === 'heading' && block.depth <= depth) return next;
  }
  return blocks.length;
}

/**
 * The article with only the section under one heading, found by its id, its words, the beginning of them, or
 * the beginnings of some of them;
 * undefined when there is none. Its footnotes and all other definitions stay, so that references still lead somewhere.
 */
export function sectionOf(article: Article, query: string): Article | undefined {
  const { children } = article.body;
  const wanted = fold(query.replace(/^#+\s*/, ''));
  const words = wanted.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const titles = children.map((block) =>
    block.type === 'heading' ? { id: block.data?.id ?? '', text: fold(textOf(block)) } : undefined,
  );
  const at = [
    titles.findIndex((title) => title?.id === query.replace(/^#/, '')),
    titles.findIndex((title) => title?.text === wanted),
    titles.findIndex((title) => wanted !== '' && title?.text.startsWith(wanted)),
    titles.findIndex(
      (title) => words.length > 0 && words.every((word) => hasWord(title?.text ?? '', word)),
    ),
  ].find((index) => index >= 0);
  if (at === undefined) return undefined;
  const end = endOf(children, at);
  const kept = reachedFrom(children.slice(at, end), children);
  const isKept = (block: Block) => block.type === 'definition' || kept.has(block);
  return { ...article, body: { ...article.body, children: children.filter(isKept) } };
}

/** Whether a folded text has a word that begins so. */
function hasWord(text: string, start: string): boolean {
  return text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(start));
}

/** Blocks, the footnotes that they refer to, and those that these refer to. */
function reachedFrom(blocks: readonly Block[], all: readonly Block[]): ReadonlySet<Block> {
  const definitions = new Map<string, Block>();
  for (const block of all.toReversed()) {
    if (block.type === 'footnoteDefinition') definitions.set(block.identifier, block);
  }
  const found = new Set(blocks.filter(({ type }) => type !== 'footnoteDefinition'));
  // A set hands out what is added to it on the way.
  for (const block of found) for (const note of calledBy(block, definitions)) found.add(note);
  return found;
}

function calledBy(block: Block, definitions: ReadonlyMap<string, Block>): Block[] {
  return [...descendants(block)].flatMap((node) => {
    const note = node.type === 'footnoteReference' && definitions.get(node.identifier);
    return note ? [note] : [];
  });
}

/** The article with nothing but its headings, as a nested list. */
export function contentsOf(article: Article): Article {
  const sections = outline(article);
  const root: Root = { type: 'root', children: nested(sections, 0, sections.length) };
  return { ...article, body: root };
}

function nested(sections: readonly Section[], from: number, to: number): Block[] {
  const items: { type: 'listItem'; spread: false; children: Block[] }[] = [];
  for (let at = from; at < to; ) {
    const { depth, text, id } = sections[at]!;
    let end = at + 1;
    while (end < to && sections[end]!.depth > depth) end += 1;
    const label = {
      type: 'link' as const,
      url: `#${id}`,
      children: [{ type: 'text' as const, value: text }],
    };
    items.push({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [label] }, ...nested(sections, at + 1, end)],
    });
    at = end;
  }
  return items.length > 0
    ? [{ type: 'list', ordered: false, spread: false, children: items as never }]
    : [];
}

/** The blocks of code of an article in document order, those in quotes and lists too. */
export function codeIn(article: Article): Extract<Block, { type: 'code' }>[] {
  return [...descendants(article.body)].filter((node) => node.type === 'code');
}
