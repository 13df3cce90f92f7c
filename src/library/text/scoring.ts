import { leavesOf, type Query, type Words } from '../query/syntax.ts';

/** What a hit counts for in each text of an article: title, subtitle with description, tags with authors, body. */
export const WEIGHTS = [10, 3, 5, 1] as const;

/** An article by its row or place, and how well it fits: the higher, the better. */
export interface Ranked {
  readonly id: number;
  readonly score: number;
  /** Whether it has all words in the very forms that were asked for. */
  readonly exact: boolean;
}

/** What of a query an article is ranked by: all of these parts, or any of them. */
export interface Scored {
  readonly of: readonly Query[];
  readonly every: boolean;
}

/** The parts of a query that are words, which is all that can be more or less in an article; none of them is a NOT. */
export function scoredBy(query: Query): Scored {
  if (isWords(query)) return { of: [query], every: true };
  const parts = query.kind === 'and' ? query.of.filter(isWords) : [];
  return parts.length > 0 ? { of: parts, every: true } : { of: wordsOf(query), every: false };
}

/** The words that are looked for, those under a NOT left out. */
export function wordsOf(query: Query): Words[] {
  return [...leavesOf(query)].flatMap(({ leaf, negated }) =>
    leaf.kind === 'words' && !negated ? [leaf] : [],
  );
}

function isWords(query: Query): boolean {
  if (query.kind === 'words') return true;
  return (query.kind === 'and' || query.kind === 'or') && query.of.every(isWords);
}

/** The query for its words in the very forms that they have in it; what must not be there stays as it is. */
export function exactly(query: Query): Query {
  if (query.kind === 'words') return { ...query, exact: true };
  if (query.kind === 'and' || query.kind === 'or') return { ...query, of: query.of.map(exactly) };
  return query;
}

/** The query for its words in titles, where it does not say itself where they are to be; of words only. */
export function titled(query: Query): Query {
  if (query.kind === 'words') return query.column ? query : { ...query, column: 'title' };
  if (query.kind === 'and' || query.kind === 'or') return { ...query, of: query.of.map(titled) };
  return query;
}
