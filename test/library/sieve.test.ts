import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sieveFor } from '../../src/library/text/sieve.ts';
import { type Place, placesThrough, tokensWithPlaces } from '../../src/library/text/terms.ts';

/** Text of what a pattern could take for something else than a word is. */
const writing = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['dati', 'da', 'ti', 'DA', 'a', 'c', '1', '.net', '.NET', 'C#', 'c++', '+', '#', '.'],
        ...[' ', ' ', '\n', '\0', '-', '_', "'", '`', '‘', '’', '“', '—', '…', '\xa0', '\u200b'],
        ...[
          'é',
          'e\u0301',
          '\u0301',
          '\u00ad',
          'ı',
          'İ',
          'K',
          'ſ',
          'ﬁ',
          '½',
          '㎏',
          'ｄａｔｉ',
          '𝐝',
        ],
        ...['да', 'ДА', 'й', '読', '書', 'が', 'か\u3099', '한', 'ไท', 'α', '😀', 'x'.repeat(63)],
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('a sieve', () => {
  test('lets all words through that it is for, in their places', () => {
    const lengths = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(writing, writing, fc.nat(), lengths, (text, other, pick, kept) => {
        const all = tokensWithPlaces(`${text} ${other}`).map(({ token }) => token);
        const words = kept.flatMap((_, at) => all[(pick + at * 7) % all.length] ?? []);
        const beginnings = words.map((word, at) => word.slice(0, kept[at])).filter(Boolean);
        for (const asked of [
          { words, beginnings: [], phrases: true },
          { words: [], beginnings, phrases: false },
          { words, beginnings, phrases: false },
        ]) {
          const isAsked = ({ token }: Place) =>
            asked.words.includes(token) || asked.beginnings.some((one) => token.startsWith(one));
          const through = placesThrough(text, sieveFor(asked));
          expect(through.filter(isAsked)).toEqual(tokensWithPlaces(text).filter(isAsked));
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    [['dati'], []],
    [['dati', 'd', 'ti'], []],
    [[], ['da']],
    [['dаti'], ['д']],
  ])('for %j and %j takes no character for another', (words, beginnings) => {
    const sieve = sieveFor({ words, beginnings, phrases: false });
    const isAsked = ({ token }: Place) =>
      words.includes(token) || beginnings.some((one) => token.startsWith(one));
    const odd = [];
    // All of the first plane, and some of each block of the others.
    for (let code = 0; code < 0x11_0000; code += code < 0x1_0000 ? 1 : 61) {
      const one = String.fromCodePoint(code);
      const text = `da${one}ti ${one}dati dati${one} ${one}`;
      const through = placesThrough(text, sieve).filter(isAsked);
      const all = tokensWithPlaces(text).filter(isAsked);
      if (JSON.stringify(through) !== JSON.stringify(all)) odd.push(code.toString(16));
    }
    expect(odd).toEqual([]);
  });

  test('passes over words that it is not for', () => {
    const prose = 'Kata “apa” — di sini, ‘dan’ di sana: день, 記事.';
    expect(
      sieveFor({ words: ['dati', 'kat'], beginnings: ['sanx'], phrases: true }).next(prose, 0),
    ).toBeUndefined();
  });

  test('is fast in one long run', () => {
    const text = "dati'".repeat(200_000);
    const begun = performance.now();
    expect(
      placesThrough(text, sieveFor({ words: ['ti'], beginnings: [], phrases: false })),
    ).toHaveLength(1);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
