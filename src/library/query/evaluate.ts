import type { Candidate } from './candidate.ts';
import { hasField, isBetween } from './field-values.ts';
import { hasWords } from './match-words.ts';
import type { Count, Days, Leaf, Query, State } from './syntax.ts';

/** Whether an article fits a query: what the query means, said as plainly as it can be. */
export function evaluate(query: Query, article: Candidate): boolean {
  switch (query.kind) {
    case 'all':
      return true;
    case 'and':
      return query.of.every((one) => evaluate(one, article));
    case 'or':
      return query.of.some((one) => evaluate(one, article));
    case 'not':
      return !evaluate(query.of, article);
    default:
      return evaluateLeaf(query, article);
  }
}

function evaluateLeaf(leaf: Leaf, article: Candidate): boolean {
  switch (leaf.kind) {
    case 'words':
      return hasWords(leaf, article);
    case 'field':
      return hasField(leaf, article);
    case 'days':
      return isOnDays(leaf, article);
    case 'count':
      return isCounted(leaf, article.words);
    case 'between':
      return isBetween(leaf, article);
    case 'is':
      return IS[leaf.state](article);
  }
}

/** A date counts as the day that the article writes, in the zone it writes it in. */
function isOnDays({ field, from, to }: Days, { meta }: Candidate): boolean {
  const day = meta[field]?.iso.slice(0, 10);
  if (day === undefined) return false;
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

function isCounted({ min, max }: Count, words: number): boolean {
  return (min === undefined || words >= min) && (max === undefined || words <= max);
}

const IS: Readonly<Record<State, (article: Candidate) => boolean>> = {
  unread: ({ reading, done }) => !reading && !done,
  reading: ({ reading }) => reading,
  done: ({ done }) => done,
  starred: ({ starred }) => starred,
  draft: ({ meta }) => meta.draft,
  broken: ({ broken }) => broken,
  untagged: ({ meta }) => meta.tags.length === 0,
  undated: ({ meta }) => meta.date === undefined || meta.date.origin === 'file',
};
