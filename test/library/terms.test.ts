import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysOf, tokensOf, tokensWithPlaces } from '../../src/library/text/terms.ts';

/** Text of the letters and signs that words are made of and cut at, in many scripts. */
const writing = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['a', 'B', 'é', 'e\u0301', "'", '’', '`', '-', ' ', '.', '+', '#', '.net', 'C++', 'c#'],
        ...[
          '0',
          '½',
          'ß',
          'ﬁ',
          '株',
          '㈱',
          'が',
          'か\u3099',
          'ｶﾞ',
          '한',
          '\u1112\u1161\u11ab',
          'ไท',
          'ษ',
        ],
        ...[
          '\u00ad',
          '\u200b',
          '\u200d',
          '\ufeff',
          '\ud800',
          '𝐀',
          '😀',
          'й',
          'ς',
          'كِتاب',
          'कि',
          '\u0301',
        ],
      ),
      fc.string({ unit: 'binary' }),
      fc.string(),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

describe('words of a text', () => {
  test('are the same with places and without', () => {
    fc.assert(
      fc.property(writing, (text) => {
        expect(tokensWithPlaces(text).map(({ token }) => token)).toEqual(tokensOf(text));
      }),
    );
  });

  test('are kept whole by the ascii tokenizer of SQLite', () => {
    fc.assert(
      fc.property(writing, (text) => {
        for (const token of tokensOf(text))
          expect(token).toMatch(/^[a-z0-9\x80-\u{10ffff}]{1,64}$/u);
      }),
    );
  });

  test('stand where their places say, in order', () => {
    fc.assert(
      fc.property(writing, (text) => {
        let before = 0;
        for (const { token, start, end } of tokensWithPlaces(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(tokensOf(text.slice(start, end))).toContain(token);
          before = start;
        }
      }),
    );
  });

  test('are words themselves', () => {
    fc.assert(
      fc.property(writing, (text) => {
        const tokens = tokensOf(text).filter((token) => token.length < 64);
        for (const token of tokens) expect(tokensOf(token)).toEqual([token]);
      }),
    );
  });

  test('do not depend on how accents are written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', 'Ö', ' ', 'ñ', '’', 'が', '한') }),
        (text) => {
          expect(tokensOf(text.normalize('NFD'))).toEqual(tokensOf(text.normalize('NFC')));
        },
      ),
    );
  });

  test('every character there is becomes tokens that stay whole, or none', () => {
    const all = Array.from({ length: 0x11_0000 }, (_, code) => String.fromCodePoint(code));
    const torn = tokensOf(all.join(' ')).filter(
      (token) => !/^[a-z0-9\x80-\u{10ffff}]+$/u.test(token),
    );
    expect(torn).toEqual([]);
  });

  test.each([
    ['', ''],
    ['か', ''],
    ['', 'か'],
    ['a', ''],
    ['', 'a'],
    ['', '한'],
  ])(
    'every character there is makes words that are words themselves, after “%s” and before “%s”',
    (before, after) => {
      const odd = [];
      for (let code = 0; code < 0x11_0000; code++) {
        const text = before + String.fromCodePoint(code) + after;
        if (tokensOf(text).some((token) => tokensOf(token).join(' ') !== token)) odd.push(code);
      }
      expect(odd).toEqual([]);
    },
  );

  test.each([
    ["Jum'at Jum’at Jum`at JUMAT", ['jumat', 'jumat', 'jumat', 'jumat']],
    ['Éclair cafe\u0301 naïve Łódź Straße', ['eclair', 'cafe', 'naive', 'lodz', 'strasse']],
    ['“kutipan” — ‘satu’ don’t', ['kutipan', 'satu', 'dont']],
    [
      'C++, C# dan .NET; c++17 a+b x.net',
      'cplusplus csharp dan dotnet cplusplus 17 a b x net'.split(' '),
    ],
    ['co-op 20.04 foo_bar', ['co', 'op', '20', '04', 'foo', 'bar']],
    ['日本語 の 記事', ['日本', '本語', 'の', '記事']],
    ['ภาษา', ['ภา', 'าษ', 'ษา']],
    ['AI技術 2023年', ['ai', '技術', '2023', '年']],
    ['1½ ﬁx', ['1', '1', '2', 'fix']],
    ['anak-anak', ['anak', 'anak']],
    ['coŀlegi ŉ ʹα', ['collegi', 'n', 'α']],
    ['ㅏㄵ x\u3164y 可㆒', ['ㅏㄵ', 'x', 'y', '可', '一']],
    ['', []],
    ["'' -- ++ # .", []],
  ])('%j', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });
});

describe('keys of a word', () => {
  test('are words, and the word is the first', () => {
    fc.assert(
      fc.property(writing, (text) => {
        for (const token of tokensOf(text)) {
          const keys = keysOf(token);
          expect(keys[0]).toBe(token);
          expect(new Set(keys).size).toBe(keys.length);
          for (const key of keys) expect(key).toMatch(/^\S+$/u);
        }
      }),
    );
  });

  test('are few, however a word is put together', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abdegikmnprstu'), maxLength: 64 }),
        (word) => {
          expect(keysOf(word).length).toBeLessThanOrEqual(40);
        },
      ),
    );
  });

  test.each(pairs('stem-pairs.txt'))('%s %s %s', (sign, one, other) => {
    const keys = new Set(keysOf(one));
    expect(keysOf(other).some((key) => keys.has(key))).toBe(sign === '+');
  });
});

test('pairs that were held out meet as docs/search.md says', () => {
  const held = pairs('stem-pairs-held-out.txt');
  const met = held.filter(([, one, other]) => {
    const keys = new Set(keysOf(one));
    return keysOf(other).some((key) => keys.has(key));
  });
  const count = (all: typeof held, sign: string) => all.filter(([first]) => first === sign).length;
  expect([count(met, '+'), count(held, '+')]).toEqual([84, 84]);
  expect([count(met, '-'), count(held, '-')]).toEqual([10, 80]);
});

/** The pairs of a list: a sign and two words. */
function pairs(name: string): [string, string, string][] {
  const lines = readFileSync(new URL(name, import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => /^[+-] /.test(line))
    .map((line) => line.split(' ') as [string, string, string]);
}
