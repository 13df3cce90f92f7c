import type * as mdast from 'mdast';
import type { Root } from '../model/article.ts';
import { addMissingLines } from './coverage.ts';
import { limitDepth } from './depth.ts';
import { isHostile } from './hostile.ts';
import type { MarkdownParser } from './parser.ts';

/** The native parser, or the one in plain JavaScript where no binary loads; shielded from text that it is slow on. */
export async function loadParser(source: string): Promise<MarkdownParser> {
  const parser = await anyParser();
  return isHostile(source) ? (await import('./shield.ts')).shielded(parser) : parser;
}

async function anyParser(): Promise<MarkdownParser> {
  try {
    return await import('./satteri.ts');
  } catch {
    // No binary for this system: the other parser gives the same tree.
    return await import('./markdown-fallback.ts');
  }
}

/**
 * Markdown to a tree that accounts for every line of `source` and is at most 500 nodes deep;
 * what lies deeper, or what the parser gave no node for, is kept as `verbatim` source.
 */
export function parseMarkdown(source: string, parser: MarkdownParser): Root {
  const tree = asked(source, parser);
  limitDepth(tree, source);
  addMissingLines(tree, source);
  return tree as Root;
}

/** What the parser made of a text; the text as it is written where that is too much for it. */
function asked(source: string, parser: MarkdownParser): mdast.Root {
  try {
    return parser.toMdast(source);
  } catch {
    return { type: 'root', children: [{ type: 'verbatim', value: source }] };
  }
}
