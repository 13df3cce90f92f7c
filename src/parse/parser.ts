import type * as mdast from 'mdast';

/** The two ways in which a parser is asked. */
export interface MarkdownParser {
  toMdast(source: string): mdast.Root;
  toMdastWithout(source: string): mdast.Root;
}
