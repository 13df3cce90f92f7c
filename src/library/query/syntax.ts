/** A place in the text of a query, in UTF-16 units: the text is the arguments with one space between them. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Every article. */
interface All {
  readonly kind: 'all';
}

/** All of these, two or more, none of them an `and`. */
interface And {
  readonly kind: 'and';
  readonly of: readonly Query[];
}

/** Any of these, two or more, none of them an `or`. */
interface Or {
  readonly kind: 'or';
  readonly of: readonly Query[];
}

interface Not {
  readonly kind: 'not';
  readonly of: Query;
}

/** Where words are looked for; without a place, in all of them. */
export type Column = 'title' | 'body';

/** A word, or words in a row. */
export interface Words {
  readonly kind: 'words';
  readonly text: string;
  /** As it is written (it stood in quotes): a single word is not looked for in its other forms. */
  readonly exact: boolean;
  /** The last word is only how a word begins. */
  readonly prefix: boolean;
  readonly column?: Column;
  readonly at: Span;
}

/**
 * How a field's value must be, both folded: `has` any value, `is` the text, `starts` with it, `within` it or the tag it
 * is in, `contains` it.
 */
export type Fit = 'has' | 'is' | 'starts' | 'within' | 'contains';

/** A field with texts: a tag, an author, any key of the front matter. */
export interface Field {
  readonly kind: 'field';
  /** A canonical field (see `src/model/fields.ts`), or another key, dotted if it is inside of another. */
  readonly field: string;
  readonly fit: Fit;
  /** Folded; empty for `has`. */
  readonly text: string;
  /** As it was written, for messages. */
  readonly written: string;
  readonly at: Span;
}

/** Days from the first to the last, as `2023-09-14`; without a bound, without end on that side. */
export interface Days {
  readonly kind: 'days';
  readonly field: 'date' | 'updated';
  readonly from?: string;
  readonly to?: string;
  readonly at: Span;
}

/** Words of the body, both bounds included. */
export interface Count {
  readonly kind: 'count';
  readonly field: 'words';
  readonly min?: number;
  readonly max?: number;
  readonly at: Span;
}

/** One side of a range of values of a key that sijori does not know. */
export interface Bound {
  /** The first value that is in, or out: a number, or the first and last day that the text means. */
  readonly number?: number;
  readonly day?: string;
  readonly included: boolean;
}

/** A front-matter key between two values: as numbers where the article has a number, else as days. */
export interface Between {
  readonly kind: 'between';
  readonly field: string;
  readonly from?: Bound;
  readonly to?: Bound;
  readonly at: Span;
}

/** What `is:` may say. */
export const STATES = [
  'unread',
  'reading',
  'done',
  'starred',
  'draft',
  'broken',
  'untagged',
  'undated',
] as const;

export type State = (typeof STATES)[number];

export interface Is {
  readonly kind: 'is';
  readonly state: State;
  readonly at: Span;
}

/** What says something of an article without other queries in it. */
export type Leaf = Words | Field | Days | Count | Between | Is;

/** What is asked of articles. */
export type Query = All | And | Or | Not | Leaf;

/** Every article. */
export const ALL: All = { kind: 'all' };

/** All of the queries: flat, and without the one that every article fits. */
export function and(queries: readonly Query[]): Query {
  const of = queries
    .flatMap((query) => (query.kind === 'and' ? query.of : [query]))
    .filter((query) => query.kind !== 'all');
  return of.length > 1 ? { kind: 'and', of } : (of[0] ?? ALL);
}

/** Any of the queries, of which there is one at least: flat. */
export function or(queries: readonly [Query, ...Query[]]): Query {
  const of = queries.flatMap((query) => (query.kind === 'or' ? query.of : [query]));
  return of.length > 1 ? { kind: 'or', of } : queries[0];
}

/** What does not fit a query; twice is once undone. */
export function not(query: Query): Query {
  return query.kind === 'not' ? query.of : { kind: 'not', of: query };
}

/** The leaves of a query from left to right, each with whether it stands under a NOT. */
export function* leavesOf(
  query: Query,
  negated = false,
): Generator<{ leaf: Leaf; negated: boolean }> {
  if (query.kind === 'all') return;
  if (query.kind === 'not') yield* leavesOf(query.of, !negated);
  else if (query.kind === 'and' || query.kind === 'or') {
    for (const one of query.of) yield* leavesOf(one, negated);
  } else yield { leaf: query, negated };
}
