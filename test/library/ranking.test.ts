import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { matchOf } from '../../src/library/query/compile-words.ts';
import { evaluate } from '../../src/library/query/evaluate.ts';
import { parseQuery } from '../../src/library/query/parse-query.ts';
import type { Query } from '../../src/library/query/syntax.ts';
import { countOf, rankedRows } from '../../src/library/text/rank.ts';
import { plainRanking } from '../../src/library/text/rank-plain.ts';
import { exactly, titled, wordsOf } from '../../src/library/text/scoring.ts';
import { plainVocabulary, suggestions, vocabularyOf } from '../../src/library/text/suggest.ts';
import { tokensOf, tokensWithPlaces } from '../../src/library/text/terms.ts';
import { closeAll, type Indexed, indexed } from './indexed-library.ts';
import { library, queryTexts, type Sample } from './small-library.ts';

const now = '2026-11-25T16:00:00+07:00';
const queryOf = (text: string) => parseQuery([text], { now });
afterAll(closeAll);

/** Paths with scores as the index ranks them. */
function byIndex({ database, tables }: Indexed, text: string): [string, number, boolean][] {
  return rankedRows(queryOf(text), tables, 1000).map(({ id, score, exact }) => {
    const row = database.prepare('SELECT path FROM docs WHERE id = ?').first(id);
    return [String(row?.['path']), score, exact];
  });
}

/** The same from the articles themselves, in no order. */
function plainly(articles: readonly Sample[], text: string): Map<string, [number, boolean]> {
  const query = queryOf(text);
  const some = plainRanking(query);
  const exact = plainRanking(exactly(query));
  for (const article of articles) {
    const columns = article.texts().map(tokensWithPlaces);
    some.add(columns);
    exact.add(columns);
  }
  const found = [...articles.entries()].filter(([, article]) => evaluate(query, article));
  return new Map(
    found.map(([at, article]) => {
      const score = evaluate(exactly(query), article) ? exact.score(at) : 0;
      return [article.path, [score || some.score(at), score > 0]];
    }),
  );
}

/** Whether there is an AND within an OR: of one that does not fit, FTS5 may leave out the hits that it has. */
function isMixed(query: Query, within = ''): boolean {
  if (query.kind === 'and' && within === 'or') return true;
  return (
    (query.kind === 'and' || query.kind === 'or') &&
    query.of.some((one) => isMixed(one, query.kind === 'or' ? 'or' : within))
  );
}

describe('ranking', () => {
  const libraries = fc
    .sample(library, { numRuns: 4, seed: 11 })
    .map((articles, at) => indexed(articles, at % 2 === 1));

  it('is the same with an index and without, and finds all that fit', () => {
    let some = 0;
    const check = (place: Indexed, text: string) => {
      const expected = plainly(place.articles, text);
      const found = byIndex(place, text);
      expect(found.map(([path]) => path).sort(), text).toEqual([...expected.keys()].sort());
      const isSame = !isMixed(queryOf(text));
      for (const [path, score, exact] of found) {
        const [plain = -1, isExact] = expected.get(path) ?? [];
        expect(isExact, `${text} ${path}`).toBe(exact);
        expect(isSame ? score : plain, `${text} ${path}`).toBeCloseTo(plain, 4);
      }
      some += found.length;
    };
    fc.assert(
      fc.property(fc.nat(libraries.length - 1), queryTexts, (at, text) => {
        if (wordsOf(queryOf(text)).length > 0) check(libraries[at] as Indexed, text);
      }),
      { numRuns: 200 },
    );
    expect(some).toBeGreaterThan(500);
  });

  it('of very many that fit ranks those that fit by their titles, where they are enough', () => {
    let some = 0;
    const check = ({ tables }: Indexed, text: string, limit: number) => {
      const query = queryOf(text);
      const all = rankedRows(query, tables, 1000).filter(({ exact }) => exact);
      if (all.length < limit) return;
      const titles = rankedRows(titled(exactly(query)), tables, 1000);
      const ids = new Set(titles.flatMap(({ id, exact }) => (exact ? [id] : [])));
      const isCut = all.length > 1 && ids.size >= limit && matchOf(query, tables) !== undefined;
      const expected = isCut ? all.filter(({ id }) => ids.has(id)) : all;
      expect(rankedRows(query, tables, limit, 1), text).toEqual(expected.slice(0, limit));
      if (isCut) some += 1;
    };
    fc.assert(
      fc.property(
        fc.nat(libraries.length - 1),
        queryTexts,
        fc.integer({ min: 1, max: 4 }),
        (at, text, limit) => check(libraries[at] as Indexed, text, limit),
      ),
      { numRuns: 1500 },
    );
    expect(some).toBeGreaterThan(15);
  });

  it('counts by words alone what it finds', () => {
    let some = 0;
    fc.assert(
      fc.property(fc.nat(libraries.length - 1), queryTexts, (at, text) => {
        const place = libraries[at] as Indexed;
        const count = countOf(queryOf(text), place.tables);
        if (count === undefined) return;
        expect(count, text).toBe(byIndex(place, text).length);
        some += count;
      }),
      { numRuns: 200 },
    );
    expect(some).toBeGreaterThan(100);
  });

  it('has articles with the very words first, then titles before bodies, then the newest', () => {
    const place = indexed(
      [
        sample('badan', 'Kabar', 'Kedua pemimpin bertemu di kota.', '2023-01-01'),
        sample('judul', 'Bertemu di kota', 'Kabar singkat dari kota.', '2022-01-01'),
        sample('turunan', 'Pertemuan pertemuan', 'Pertemuan di kota.', '2024-01-01'),
        sample('lama', 'Kabar', 'Mereka bertemu sekali di kota.', '2020-05-05'),
        sample('baru', 'Kabar', 'Mereka bertemu sekali di kota.', '2021-05-05'),
      ],
      false,
    );
    const order = byIndex(place, 'bertemu').map(([path, , exact]) => `${path} ${exact}`);
    expect(order[0]).toBe('judul.md true');
    expect(order.at(-1)).toBe('turunan.md false');
    expect(order.indexOf('baru.md true')).toBe(order.indexOf('lama.md true') - 1);
  });
});

function sample(name: string, title: string, body: string, iso: string): Sample {
  const parts = [title, '', '', body] as const;
  const lists = { authors: [], editors: [], tags: [], categories: [], related: [], aliases: [] };
  return {
    path: `${name}.md`,
    meta: {
      ...lists,
      title,
      titleFromBody: false,
      slug: name,
      draft: false,
      extra: {},
      date: { iso, origin: 'head' },
    },
    words: 5,
    broken: false,
    reading: false,
    done: false,
    starred: false,
    parts,
    texts: () => parts,
  };
}

describe('did you mean', () => {
  const articles = [
    sample('a', 'Pertemuan', 'Pertemuan di Natuna dan pertukaran', '2023-01-01'),
    sample('b', 'Natuna', 'pertemuan nelayan', '2023-01-01'),
  ];
  const place = indexed(articles, false);
  const plain = plainVocabulary(articles.map((one) => one.texts().flatMap(tokensOf)));

  it.each([
    ['pertemaun', ['pertemuan']],
    ['natunna nelayann', ['natuna', 'nelayan']],
    ['pertemuan', []],
    ['bertemu', []],
    ['xyzzy', []],
    ['"pertemaun"', []],
    ['-natunna', []],
    ['aa', []],
  ])('%s', (text, words) => {
    expect(suggestions(queryOf(text), vocabularyOf(place.tables))).toEqual(words);
    expect(suggestions(queryOf(text), plain)).toEqual(words);
  });
});
