import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { clusters, width } from '../../src/model/width.ts';

describe('columns of a text', () => {
  it.each([
    ['kata', 4],
    ['読書', 4],
    ['한국어', 6],
    ['e\u0301', 1],
    ['👩‍🚀', 2],
    ['🇮🇩', 2],
    ['👍🏽', 2],
    ['❤️', 2],
    ['❤', 1],
    ['1️⃣', 2],
    ['🏳️‍🌈', 2],
    ['ｶﾞ', 2],
    ['\u1112\u1161\u11ab', 2],
    ['“ya” — 10 °C', 12],
    ['a\u00adb', 2],
    ['สวัสดี', 4],
    ['', 0],
  ])('%s takes %i', (text, columns) => {
    expect(width(text)).toBe(columns);
  });

  it('agrees with string-width on letters, ideographs, marks and emoji', () => {
    const unit = fc.constantFrom(
      ...'aZ9 .é字あア한ñ“”—ßд',
      'é',
      'e\u0301',
      '👍',
      '👍🏽',
      '🇮🇩',
      '👩‍🚀',
      '❤️',
      '☕',
      '１',
      'ﾊ',
      'नि',
      'த',
      'ع',
      'ק',
      '🏳️‍🌈',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (parts) => {
        const text = parts.join(' ');
        expect(width(text)).toBe(stringWidth(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('adds up over clusters, which joined are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parts = clusters(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.reduce((sum, part) => sum + part.columns, 0)).toBe(width(text));
      }),
    );
  });
});
