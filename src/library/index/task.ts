import type { Document, Entry, Failure } from './document.ts';
import type { Database } from './driver.ts';
import type { Segment } from './words/postings.ts';
import type { Writer } from './writing.ts';

/** What was read of a file. */
export type Read = Document | Failure;

/** What was read for new rows. */
export interface Filling {
  readonly some: readonly (Entry | Failure)[];
  /** The number of the first one's row; those of the others follow. */
  readonly first: number;
  /** The words of articles since the last segments. */
  readonly segments: readonly Segment[];
  /** Whether all words of the articles so far have come. */
  readonly isLast: boolean;
}

/** Which rows are to be filled. */
export interface Rows {
  /** The number of the first one's row; those of the others follow. */
  readonly first: number;
  /** How many articles are written at once. */
  readonly piece: number;
  /** Whether no more files are to be read: the words of those that were come at once. */
  stop?(): boolean;
}

/** Reads files for new rows, some at a time. */
export type Fill = (paths: readonly string[], rows: Rows) => AsyncIterable<Filling>;

/** What an update needs besides the changes. */
export interface Update {
  readonly database: Database;
  readonly writer: Writer;
  /** Counts the articles that say something else than they did. */
  readonly tally: { altered: number };
  /** Reads files by their paths in the library, some at a time, in any order. */
  read(paths: readonly string[]): AsyncIterable<readonly Read[]>;
  /** Reads new files by their paths in the library, for rows whose numbers are given. */
  readonly fill: Fill;
  /** Whether to stop here; what is done is kept. */
  stop?(): boolean;
  progress?(done: number, all: number): void;
}

/** How an update ended: `busy` is that another process is writing. */
export type Outcome = 'done' | 'stopped' | 'busy';
