import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byteScanner } from '../../../../src/library/index/words/byte-words.ts';
import { tokensOf } from '../../../../src/library/text/terms.ts';

const piece = fc.oneof(
  fc.constantFrom(
    ..." \n\t . , - . .. ... ' ’ ` + ++ # c C++ c# .net .NET x.net a.b 20.04 Jum’at jum'at a'b ' é É ß ﬁ ½ 読書 ไทย한국 e\u0301 \u0301 \u200b \xad \ufeff".split(
      ' ',
    ),
    ' ',
    '\n',
    'word',
    'Word',
    'x'.repeat(70),
    '𝔘',
    '\u00a0',
    '\u2003',
  ),
  fc.string({ maxLength: 4 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc
  .array(piece, { maxLength: 25 })
  .map((parts) => parts.join('').replace(/\p{Surrogate}/gu, ''));

/** What the scanner says of texts one after the other. */
function scanned(scanner: ReturnType<typeof byteScanner>, one: string) {
  const numbers = scanner.scan(Buffer.from(one));
  return { text: Buffer.from(scanner.textOf(numbers)).toString('utf8'), count: numbers.length };
}

describe('tokens from bytes', () => {
  it('are those of the text', () => {
    const scanner = byteScanner();
    fc.assert(
      fc.property(text, (one) => {
        const tokens = tokensOf(one);
        expect(scanned(scanner, one)).toEqual({ text: tokens.join(' '), count: tokens.length });
      }),
      { numRuns: 10_000 },
    );
  });

  it('name each new word once', () => {
    const scanner = byteScanner();
    const seen = new Set<string>();
    fc.assert(
      fc.property(text, (one) => {
        scanned(scanner, one);
        const fresh = [...new Set(tokensOf(one))].filter((word) => !seen.has(word));
        expect(scanner.words.fresh().sort()).toEqual(fresh.sort());
        for (const word of fresh) seen.add(word);
      }),
      { numRuns: 3000 },
    );
  });

  it('are those of every article', () => {
    const scanner = byteScanner();
    for (const name of readdirSync('articles').filter((path) => path.endsWith('.md'))) {
      const one = readFileSync(`articles/${name}`, 'utf8');
      expect(scanned(scanner, one).text).toBe(tokensOf(one).join(' '));
    }
  });

  it('stay apart when words are many', () => {
    const scanner = byteScanner();
    const many = Array.from({ length: 100_000 }, (_, at) => `w${at.toString(36)}`);
    scanned(scanner, many.join(' '));
    expect(scanner.words.fresh()).toEqual(many);
    scanned(scanner, many.join('\n'));
    expect(scanner.words.fresh()).toEqual([]);
  });
});
