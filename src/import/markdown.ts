import type { Meta } from '../model/article.ts';
import type { Draft } from '../model/draft.ts';

/** A Markdown file of another tool, its head already read. */
export interface ForeignHead {
  readonly meta: Meta;
  readonly body: string;
}

/**
 * A Markdown file of another tool (Hugo, Jekyll, Obsidian, …) as a draft: its front matter under sijori's names,
 * unknown keys kept, the body byte for byte. The hash of an earlier import is not the article's own.
 */
export function readMarkdown({ meta, body }: ForeignHead): Draft {
  const { titleFromBody: _titleFromBody, extra, ...known } = meta;
  const { import_hash: _hash, ...kept } = extra;
  return { meta: known, extra: kept, body: body.replace(/^\n+/, ''), lines: [], doubts: [] };
}
