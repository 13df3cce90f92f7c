import type { Meta } from '../../model/article.ts';

/** What a query is asked of: one article, and where the reader is with it. */
export interface Candidate extends Described {
  /** Words of the body. */
  readonly words: number;
  /** Whether its front matter could not be read as it is meant. */
  readonly broken: boolean;
  readonly reading: boolean;
  readonly done: boolean;
  readonly starred: boolean;
  /** The texts that words are looked for in: title, subtitle with description, tags with authors, body. */
  texts(): readonly string[];
}

/** What an article says of itself. */
export interface Described {
  /** Relative to the library, with slashes. */
  readonly path: string;
  readonly meta: Meta;
}
