import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { compile } from '../../src/library/query/compile.ts';
import { evaluate } from '../../src/library/query/evaluate.ts';
import { parseQuery } from '../../src/library/query/parse-query.ts';
import { rankedBy } from '../../src/library/text/rank.ts';
import { ReaderError } from '../../src/model/errors.ts';
import { closeAll, type Indexed, indexed } from './indexed-library.ts';
import { library, queryTexts } from './small-library.ts';

const now = '2026-11-25T16:00:00+07:00';
afterAll(closeAll);

function byIndex({ database, tables }: Indexed, text: string): string[] {
  const { where, parameters } = compile(parseQuery([text], { now }), tables);
  const rows = database
    .prepare(`SELECT path FROM docs WHERE ${where} ORDER BY path`)
    .all(...parameters);
  return rows.map((row) => String(row['path']));
}

function byEvaluator({ articles }: Indexed, text: string): string[] {
  const query = parseQuery([text], { now });
  return articles
    .filter((article) => evaluate(query, article))
    .map(({ path }) => path)
    .sort();
}

describe('the index answers as the plain evaluator does', () => {
  const libraries = fc
    .sample(library, { numRuns: 6, seed: 7 })
    .map((articles, at) => indexed(articles, at % 2 === 1));

  it('to any query', () => {
    const seen = { some: 0, all: 0 };
    fc.assert(
      fc.property(fc.nat(libraries.length - 1), queryTexts, (at, text) => {
        const place = libraries[at] as Indexed;
        const expected = byEvaluator(place, text);
        expect(byIndex(place, text), text).toEqual(expected);
        seen.all += 1;
        if (expected.length > 0 && expected.length < place.articles.length) seen.some += 1;
      }),
      { numRuns: 1000 },
    );
    // Queries that everything or nothing fits would prove little.
    expect(seen.some / seen.all).toBeGreaterThan(0.4);
  });

  it('ranks what fits by the words that are looked for, and by nothing else', () => {
    const ranked = (text: string) => rankedBy(parseQuery([text], { now }), libraries[0]!.tables);
    expect(ranked('main "laut natuna"')).toMatch(/^\(.*"bermain".*\) AND \("laut natuna"\)$/);
    expect(ranked('tag:asia title:temu -laut OR ikan*')).toMatch(
      /^\(title : \(.*\)\) OR \("ikan" \*\)$/,
    );
    expect(ranked('tag:asia -laut')).toBeUndefined();
    expect(ranked('nosuchwordatall')).toBeUndefined();
  });

  it('to whatever people may type', () => {
    fc.assert(
      fc.property(fc.nat(libraries.length - 1), typed, (at, text) => {
        const place = libraries[at] as Indexed;
        const expected = answerOf(() => byEvaluator(place, text));
        expect(
          answerOf(() => byIndex(place, text)),
          text,
        ).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  it('to queries of as many words as are taken', () => {
    const [place] = libraries as [Indexed];
    const many = Array.from(
      { length: 300 },
      (_, at) => `${at % 2 ? 'asia' : 'laut'}${at % 7 || ''}`,
    );
    for (const text of [`tag:${many.join(',')}`, `author:${many.slice(1).join(',')} main`])
      expect(byIndex(place, text)).toEqual(byEvaluator(place, text));
    for (const between of [' ', ' OR ', ' -']) {
      const words = Array.from({ length: 300 }, (_, at) => ['main', 'laut', `kata${at}`][at % 3]);
      const text = words.join(between);
      expect(byIndex(place, text)).toEqual(byEvaluator(place, text));
    }
  });
});

/** Text of any letters and signs, and of what queries and FTS5 give a meaning to. */
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom(
        ..."c++|co-op|don't|20.04|\"|'|NEAR(|{title}|:|^|*|+|-|AND|OR|NOT|(|)|\0|;|--|%|_|laut|読".split(
          '|',
        ),
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(' '));

/** What a query answers, or why it is none. */
function answerOf(ask: () => string[]): unknown {
  try {
    return ask();
  } catch (error) {
    if (error instanceof ReaderError) return error.details['problem'];
    throw error;
  }
}
