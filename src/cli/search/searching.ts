import { resolve } from 'node:path';
import { formsOf } from '../../library/query/compile-words.ts';
import { evaluate } from '../../library/query/evaluate.ts';
import { soughtOf } from '../../library/query/match-words.ts';
import { ANY, type Numbered } from '../../library/shelf.ts';
import { type Finder, finderOf, type KnownForms } from '../../library/text/finder.ts';
import { type Passage, passageOf } from '../../library/text/passage.ts';
import { countOf, rankedRows } from '../../library/text/rank.ts';
import { plainRanking } from '../../library/text/rank-plain.ts';
import { exactly, wordsOf } from '../../library/text/scoring.ts';
import {
  plainVocabulary,
  suggestions,
  type Vocabulary,
  vocabularyOf,
} from '../../library/text/suggest.ts';
import { tokensOf, tokensWithPlaces } from '../../library/text/terms.ts';
import { ReaderError } from '../../model/errors.ts';
import { readableOf } from '../../reader.ts';
import type { Context } from '../context.ts';
import { type Asked, chosen, countChosen, whyNothing } from '../lists/filters.ts';
import { candidateOf, tablesOf } from '../query/querying.ts';
import { readingState } from '../state/reading-state.ts';

/** An article that was found, and why. */
export interface Hit {
  readonly entry: Numbered;
  readonly passage: Passage;
  /** BM25: the higher, the better; null where the query has no words. */
  readonly score: number | null;
  /** Whether all words are in it in the forms asked for. */
  readonly exact: boolean;
}

interface Scored {
  readonly entry: Numbered;
  readonly score: number | null;
  readonly exact: boolean;
}

/** What was found, and what finds the words of the query in it. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly finder: Finder;
}

/**
 * The articles that fit a query, the best first, each with the passage that shows why, of about `room` letters; without
 * words in the query the newest first. @throws ReaderError `no-hits` and as `chosen`.
 */
export async function searched(
  asked: Asked,
  limit: number,
  room: number,
  context: Context,
): Promise<Found> {
  const found = await scored(asked, limit, context);
  const finder = finderOf(asked.query, await formsFor(asked, context));
  const hits: Hit[] = [];
  for (const one of found)
    await context.trying(async () => {
      hits.push({ ...one, passage: passageIn(one.entry, finder, room) });
    });
  return { hits, finder };
}

function passageIn({ path, meta }: Numbered, finder: Finder, room: number): Passage {
  const description = meta.description ?? meta.subtitle;
  return passageOf({ ...readableOf(path), title: meta.title, description }, finder, room);
}

/** The forms that the index has of the words that are looked for in any form. */
async function formsFor(asked: Asked, context: Context): Promise<KnownForms | undefined> {
  const tables = tablesFor(asked, context);
  const words = wordsOf(asked.query)
    .map(soughtOf)
    .flatMap(({ tokens, anyForm }) => (anyForm ? tokens : []));
  return asked.shelf.index?.ask((database) => {
    const formsIn = (word: string) => new Set(formsOf(word, tables(database)));
    return new Map(words.map((word) => [word, formsIn(word)]));
  });
}

async function scored(asked: Asked, limit: number, context: Context): Promise<Scored[]> {
  const { shelf, query } = asked;
  if (wordsOf(query).length === 0) {
    const entries = await chosen(asked, { limit }, context);
    return entries.map((entry) => ({ entry, score: null, exact: true }));
  }
  const found = await (shelf.index ? fromIndex : fromFiles)(asked, limit, context);
  if (found.length > 0 || limit === 0) return found;
  throw await nothing(asked, context);
}

/** What the index has of a query, and the library's root and reading state. */
function tablesFor({ folder }: Asked, context: Context) {
  const state = readingState(context);
  const root = resolve(context.cwd, folder);
  return (database: Parameters<typeof tablesOf>[0]) => tablesOf(database, state, root);
}

async function fromIndex(asked: Asked, limit: number, context: Context): Promise<Scored[]> {
  const { index } = asked.shelf;
  const tables = tablesFor(asked, context);
  const rows = await index?.ask((database) => rankedRows(asked.query, tables(database), limit));
  const known = new Map(rows?.map((row) => [row.id, row]));
  const entries = await index?.entriesOf([...known.keys()]);
  return (entries ?? []).flatMap((entry) => {
    const row = known.get(entry.id);
    return row ? [{ entry, score: row.score, exact: row.exact }] : [];
  });
}

/** Without an index all files are read, one after the other. */
async function fromFiles(asked: Asked, limit: number, context: Context): Promise<Scored[]> {
  const { shelf, folder, query } = asked;
  const state = readingState(context);
  const precise = exactly(query);
  const rankings = { some: plainRanking(query), exact: plainRanking(precise) };
  const found: { entry: Numbered; at: number; precise: boolean }[] = [];
  for (const [at, entry] of (await shelf.find(ANY)).entries()) {
    const article = candidateOf(entry, folder, state, context);
    const columns = article.texts().map(tokensWithPlaces);
    for (const ranking of Object.values(rankings)) ranking.add(columns);
    if (evaluate(query, article)) found.push({ entry, at, precise: evaluate(precise, article) });
  }
  return found
    .map(({ entry, at, precise }) => {
      const score = precise ? rankings.exact.score(at) : 0;
      return { entry, score: score || rankings.some.score(at), exact: score > 0 };
    })
    .sort((a, b) => Number(b.exact) - Number(a.exact) || b.score - a.score)
    .slice(0, limit);
}

/** Nothing was found: a tag that nobody has, or words that are spelt a little otherwise in the library. */
async function nothing(asked: Asked, context: Context): Promise<ReaderError> {
  const why = await whyNothing(asked, context);
  if (why.code !== 'nothing-found') return why;
  const { index } = asked.shelf;
  const suggest = (vocabulary: Vocabulary) => suggestions(asked.query, vocabulary);
  const tables = tablesFor(asked, context);
  const words = index
    ? await index.ask((database) => suggest(vocabularyOf(tables(database))))
    : suggest(plainVocabulary(await tokensOfAll(asked, context)));
  const suggestion =
    words.length === 0 ? '' : context.locale.text('did-you-mean', { words: words.join(', ') });
  return new ReaderError('no-hits', { query: String(why.details['filters']), suggestion });
}

async function tokensOfAll({ shelf, folder }: Asked, context: Context): Promise<string[][]> {
  const state = readingState(context);
  const entries = await shelf.find(ANY);
  return entries.map((entry) =>
    candidateOf(entry, folder, state, context).texts().flatMap(tokensOf),
  );
}

/** Says how many more there are than were shown. */
export async function sayMore(asked: Asked, shown: number, context: Context): Promise<void> {
  const tables = tablesFor(asked, context);
  const counted = asked.shelf.index?.ask((database) => countOf(asked.query, tables(database)));
  const count = (await counted) || (await countChosen(asked, {}, context));
  const more = Math.min(count, shown * 5);
  if (count > shown) context.say(context.locale.text('search-more', { shown, count, more }));
}
