import type * as mdast from 'mdast';
import type { Root } from '../model/article.ts';
import { addMissingLines } from './coverage.ts';
import { limitDepth } from './depth.ts';

/** The two ways in which a parser is asked. */
export interface MarkdownParser {
  toMdast(source: string): mdast.Root;
  toMdastWithout(source: string): mdast.Root;
}

/** The native parser, or the one in plain JavaScript where no binary loads. */
export async function loadParser(): Promise<MarkdownParser> {
  try {
    return await import('./satteri.ts');
  } catch {
    return await import('./markdown-fallback.ts');
  }
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
