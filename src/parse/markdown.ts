import type * as mdast from 'mdast';
import type { Root } from '../model/article.ts';
import { addMissingLines } from './coverage.ts';
import { limitDepth } from './depth.ts';

/** The two ways in which a parser is asked. */
export interface MarkdownParser {
  toMdast(source: string): mdast.Root;
  toMdastWithout(source: string): mdast.Root;
}

/** The native parser, or the one in plain JavaScript where no binary loads or the text would be slow in it. */
export async function loadParser(source: string): Promise<MarkdownParser> {
  if (!isHostile(source)) {
    try {
      return await import('./satteri.ts');
    } catch {
      // No binary for this system: the other parser gives the same tree.
    }
  }
  return await import('./markdown-fallback.ts');
}

/** Entities in one paragraph above which the native parser's time and memory grow with their square. */
const MOST_ENTITIES = 5000;

function isHostile(source: string): boolean {
  if (source.length < MOST_ENTITIES * 3 || !source.includes('&')) return false;
  return source.split(/\n[ \t]*\n/).some((block) => block.split('&').length > MOST_ENTITIES);
}

/**
 * Markdown to a tree that accounts for every line of `source` and is at most 500 nodes deep;
 * what lies deeper, or what the parser gave no node for, is kept as `verbatim` source.
 */
export function parseMarkdown(source: string, parser: MarkdownParser): Root {
  const tree = parser.toMdast(source);
  limitDepth(tree, source);
  addMissingLines(tree, source);
  return tree as Root;
}
