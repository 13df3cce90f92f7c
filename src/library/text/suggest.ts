import { soughtOf } from '../query/match-words.ts';
import type { Tables } from '../query/sql.ts';
import type { Query } from '../query/syntax.ts';
import { distance } from '../resolve.ts';
import { wordsOf } from './scoring.ts';
import { keysOf } from './terms.ts';

/** The words of a library, and how many articles have one. */
export interface Vocabulary {
  /** Words of about that many letters, of any length from `shortest` to `longest`. */
  words(shortest: number, longest: number): Iterable<string>;
  /** Articles that have the word. */
  count(word: string): number;
}

/** Most words that are suggested for one. */
const MOST = 3;
/** Most words whose articles are counted. */
const COUNTED = 30;

/**
 * For the words of a query that no article has: the words of the library that are spelt nearly so, by how few letters
 * differ, then by how many articles have them.
 */
export function suggestions(query: Query, vocabulary: Vocabulary): string[] {
  const unknown = wordsOf(query).flatMap((words) => {
    const { tokens, anyForm } = soughtOf(words);
    return anyForm ? tokens : [];
  });
  return [...new Set(unknown)]
    .filter((word) => keysOf(word).every((key) => vocabulary.count(key) === 0))
    .flatMap((word) => nearest(word, vocabulary));
}

function nearest(word: string, vocabulary: Vocabulary): string[] {
  const most = mostEdits(word);
  const letters = lettersOf(word);
  const found: { term: string; edits: number }[] = [];
  for (const term of vocabulary.words(word.length - most, word.length + most)) {
    // Each edit adds or takes away at most two letters: a quick look that rules out nearly all words.
    if (ones(letters ^ lettersOf(term)) > 2 * most || !/^[^\d]/.test(term)) continue;
    const edits = distance(word, term, most);
    if (edits <= most) found.push({ term, edits });
  }
  return found
    .sort((a, b) => a.edits - b.edits)
    .slice(0, COUNTED)
    .map((one) => ({ ...one, count: vocabulary.count(one.term) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.edits - b.edits || b.count - a.count || (a.term < b.term ? -1 : 1))
    .slice(0, MOST)
    .map(({ term }) => term);
}

/** A short word is soon another one. */
function mostEdits(word: string): number {
  if (word.length < 3) return 0;
  return word.length < 6 ? 1 : 2;
}

/** Which letters are in a word, a bit each. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** The words of an index, counted by its own list of them. */
export function vocabularyOf({ rows }: Tables): Vocabulary {
  return {
    words: function* (shortest, longest) {
      const sql = 'SELECT term FROM terms WHERE length(term) BETWEEN ? AND ?';
      for (const row of rows(sql, shortest, longest)) yield String(row['term']);
    },
    count: (word) => {
      const sql = 'SELECT count(*) AS n FROM fts WHERE fts MATCH ?';
      return Number(rows(sql, `"${word.replaceAll('"', '""')}"`)[0]?.['n']);
    },
  };
}

/** The words of articles that are at hand, each given as the tokens of its texts. */
export function plainVocabulary(articles: readonly Iterable<string>[]): Vocabulary {
  const counts = new Map<string, number>();
  for (const tokens of articles)
    for (const token of new Set(tokens)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return {
    words: (shortest, longest) =>
      [...counts.keys()].filter(({ length }) => length >= shortest && length <= longest),
    count: (word) => counts.get(word) ?? 0,
  };
}
