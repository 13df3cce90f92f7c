import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { printable, printableCode, visible } from '../../src/model/printable.ts';
import { clusters, isNarrow, width } from '../../src/model/width.ts';
import { findings } from '../hostile/scan.ts';

const CORPUS = '../shared/corpus';

/** Characters that steer, hide or join, and letters for them to act upon. */
const tricky = fc.constantFrom(
  ...'a1 \t\nक\u094dषعיก字',
  ...'\x00\x07\x08\r\x1b\x7f\x85\x9b\xad\u034f\u061c\u115f\u180e\u200b\u200c\u200d\u200e\u200f',
  ...'\u2028\u2029\u202a\u202e\u2060\u2061\u2066\u2069\u206f\u2800\u3164\ufdd0\ufe0e\ufe0f\ufeff',
  ...'\uffa0\ufff9\ufffd\ufffe\u0301\u0323\u20e3\u0903\u0e38',
  '\ud800',
  '\udc00',
  '👩',
  '👍🏽',
  '\u{1f3f4}',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  '\u{e0067}',
  '\u{e007f}',
  '\u{e0100}',
  '\u{1d173}',
  '\u{10ffff}',
  'e\u0301\u0301\u0301\u0301\u0301',
);
const trickyText = fc.array(tricky, { maxLength: 40 }).map((parts) => parts.join(''));
const anyText = fc.oneof(trickyText, fc.string({ unit: 'binary', maxLength: 60 }));

describe('what may be printed', () => {
  it('holds nothing that a terminal would act upon or not show', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(findings(printable(text), { styled: false })).toEqual([]);
        expect(printable(text)).not.toMatch(/[\n\t]/);
        expect(findings(printableCode(text), { styled: false })).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it('is what it is when asked again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = printable(text);
        expect(printable(safe)).toBe(safe);
        expect(findings(printable(visible(text)), { styled: false })).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps every letter and digit in order', () => {
    const letters = (text: string) => text.replace(/‹U\+\p{Hex}+›|[^\p{L}\p{N}]/gu, '');
    const isWhole = (text: string) => !/[\ud800-\udfff]/u.test(text);
    const unit = fc.oneof(tricky.filter(isWhole), fc.constantFrom(...'abcXYZ012éßдж字語한글กขअआ'));
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        const text = parts.join('');
        // Letters that print nothing are shown by their number.
        const shown = text.replace(/[\u115f\u3164\uffa0]/g, '');
        expect(letters(printable(text))).toBe(letters(shown));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['Persian', 'می‌خواهم کتاب‌ها'],
    ['Hindi', 'क्‍ष श्री क्षेत्र'],
    ['Sinhala', 'ශ්‍රී'],
    ['emoji', '👩‍🚀 👨‍👩‍👧 ❤️‍🔥 🏳️‍🌈 1️⃣ 👍🏽 🇮🇩'],
    ['Vietnamese in parts', 'tie\u0302\u0301ng Vie\u0323\u0302t'],
    ['Hebrew with points', 'בְּרֵאשִׁ֖ית'],
    ['Thai', 'ที่นี่ น้ำ'],
    ['Javanese', 'ꦱꦏꦶꦃ'],
    ['Burmese', 'မြန်မာ'],
    ['Mongolian', 'ᠮᠣᠩᠭᠣᠯ'],
    ['Jawi', 'بهاس ملايو'],
    ['Tamil', 'தமிழ்'],
  ])('%s is left as it is written', (_, text) => {
    expect(printable(text)).toBe(text);
    expect(findings(text, { styled: false })).toEqual([]);
  });

  it.skipIf(!existsSync(CORPUS))(
    'every line of real articles in all languages is left as it is',
    () => {
      const paths = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' });
      for (const path of paths.filter((name) => name.endsWith('.md'))) {
        for (const line of readFileSync(join(CORPUS, path), 'utf8').split(/\r?\n/)) {
          // What steers line breaking or direction is not printed, nor a joiner with nothing to join.
          const steering = /[\xad\u200b\u200c\u2060\ufeff\u200e\u200f\u202c]/g;
          const shown = printable(line).replace(/\u200c/g, '');
          expect(shown).toBe(line.replace(/\t/g, ' ').replace(steering, ''));
          expect(findings(printable(line), { styled: false })).toEqual([]);
        }
      }
    },
  );
});

describe('columns', () => {
  const lines = existsSync(CORPUS)
    ? readdirSync(join(CORPUS, 'opensource-guide'), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.md'))
        .flatMap((name) =>
          readFileSync(join(CORPUS, 'opensource-guide', name), 'utf8')
            .split('\n')
            .slice(0, 60),
        )
    : [];

  it.skipIf(lines.length === 0)('of real lines in all languages are those of string-width', () => {
    for (const line of new Set(lines))
      expect([line, width(line)]).toEqual([line, stringWidth(line)]);
  });

  it('of every character are those of string-width', () => {
    const differing: string[] = [];
    for (let code = 0x20; code < 0x20000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const char = String.fromCodePoint(code);
      if (width(char) !== stringWidth(char)) differing.push(code.toString(16));
    }
    expect(differing).toEqual([]);
  });

  it('of any printable text are those of string-width', () => {
    // Named exception: a spacing mark on an emoji of several characters takes a column there and none here.
    const isOdd = (text: string) => /[\p{Emoji}\ufe0f\u20e3\u{e007f}]\p{M}*\p{Mc}/u.test(text);
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = printable(text);
        fc.pre(!isOdd(safe));
        expect([safe, width(safe)]).toEqual([safe, stringWidth(safe)]);
      }),
      { numRuns: 3000 },
    );
  });

  it('add up over clusters, which joined are the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = clusters(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.reduce((sum, part) => sum + part.columns, 0)).toBe(width(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('are as many as UTF-16 units where a text is narrow', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (isNarrow(text)) expect(width(text)).toBe(text.length);
      }),
    );
  });
});
