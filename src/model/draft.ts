import type { Meta, Root } from './article.ts';

export const KINDS = ['raw', 'html', 'feed', 'epub', 'markdown', 'ghost'] as const;
/** What a source is read as. */
export type Kind = (typeof KINDS)[number];

/** What one line of a source was taken for by an importer. */
export type Recognised =
  | 'title'
  | 'subtitle'
  | 'date'
  | 'updated'
  | 'author'
  | 'editor'
  | 'source'
  | 'image'
  | 'caption'
  | 'tags'
  | 'related'
  | 'dateline'
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'end-mark'
  | 'noise'
  | 'blank';

/** A line of the source and what became of it; lines count from 1. */
export interface RecognisedLine {
  readonly line: number;
  readonly text: string;
  readonly as: Recognised;
}

/** An article as an importer made it, before it is written to the library. */
export interface Draft {
  /** The canonical front matter; only what the source says. */
  readonly meta: Partial<Omit<Meta, 'titleFromBody' | 'extra'>> & { readonly title: string };
  /** Front-matter keys that sijori does not know, to be kept as they are. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** The body as Markdown, or as a tree that is to be written as Markdown. */
  readonly body: string | Root;
  /** Files that go along: where they lie, and where they are to, from the folder that the article is written to. */
  readonly files?: readonly { readonly from: string; readonly to: string }[];
  /** Line by line, for sources that have lines; empty for others. */
  readonly lines: readonly RecognisedLine[];
  /** What the importer is not sure of, in words for the user's eyes (keys of the catalogue and their details). */
  readonly doubts: readonly {
    readonly key: string;
    readonly details: Readonly<Record<string, string | number>>;
  }[];
}
