import { soughtOf } from '../query/match-words.ts';
import type { Query, Words } from '../query/syntax.ts';
import { fitterOf } from './finder.ts';
import { scoredBy, WEIGHTS, wordsOf } from './scoring.ts';
import type { Place } from './terms.ts';

/** The texts of an article as tokens: title, subtitle with description, tags with authors, body. */
type Columns = readonly (readonly Place[])[];

/** BM25 as SQLite has it. */
const K1 = 1.2;
const B = 0.75;
/** A word that more than half of the articles have still counts for something. */
const LEAST = 1e-6;

/** Ranks articles that are read one after the other, as the index would rank them; of each only counts are kept. */
export interface PlainRanking {
  /** Takes in the next article of the library, whether it fits or not. */
  add(columns: Columns): void;
  /** How well an article, named by its place from 0, fits the words of the query, by BM25: the higher, the better. */
  score(article: number): number;
}

/** A ranking by the words of a query. */
export function plainRanking(query: Query): PlainRanking {
  const lengths: number[] = [];
  const wanted = scoredBy(query)
    .of.flatMap(wordsOf)
    .map((words) => ({
      words,
      fits: fitterOf(soughtOf(words)),
      phrases: new Map<string, Phrase>(),
    }));
  let phrases: Phrase[] | undefined;
  let average: number | undefined;
  return {
    add: (columns) => {
      phrases = undefined;
      average = undefined;
      for (const one of wanted) countIn(columns, lengths.length, one);
      lengths.push(columns.reduce((sum, places) => sum + places.length, 0));
    },
    score: (article) => {
      phrases ??= wanted.flatMap((one) => [...one.phrases.values()]);
      average ??= lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
      const length = (lengths[article] ?? 0) / average;
      return scoreOf(phrases, article, { length, articles: lengths.length });
    },
  };
}

/** `length` is that of the article, where 1 is the length of most. */
function scoreOf(
  phrases: readonly Phrase[],
  article: number,
  { length, articles }: { length: number; articles: number },
): number {
  let score = 0;
  for (const phrase of phrases) {
    const often = phrase.get(article) ?? 0;
    const rarity = Math.log((articles - phrase.size + 0.5) / (phrase.size + 0.5));
    const weight = (often * (K1 + 1)) / (often + K1 * (1 - B + B * length));
    score += Math.max(LEAST, rarity) * weight;
  }
  return score;
}

/** Hits by article, weighted: of a phrase, or of each form of a word, which is a phrase of its own to the index. */
type Phrase = Map<number, number>;

interface Counted {
  readonly words: Words;
  readonly fits: ReturnType<typeof fitterOf>;
  readonly phrases: Map<string, Phrase>;
}

function countIn(columns: Columns, article: number, { words, fits, phrases }: Counted): void {
  columns.forEach((places, column) => {
    if (!isSearched(column, words)) return;
    places.forEach((place, at) => {
      const found = fits(places, at);
      if (found) add(phrases, found.form ? place.token : '', article, WEIGHTS[column] ?? 1);
    });
  });
}

function add(phrases: Map<string, Phrase>, form: string, article: number, weight: number): void {
  const phrase = phrases.get(form) ?? new Map<number, number>();
  phrases.set(form, phrase);
  phrase.set(article, (phrase.get(article) ?? 0) + weight);
}

function isSearched(column: number, { column: wanted }: Words): boolean {
  return wanted === undefined || column === (wanted === 'title' ? 0 : 3);
}
