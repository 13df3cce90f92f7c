import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countWords } from '../../src/model/text.ts';

const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:[-’'][\p{L}\p{N}]+)*|\p{N}+(?:[.,:]\p{N}+)*/gu;

it('counts Latin words as the pattern of all scripts does', () => {
  const sign = fc.constantFrom(..."abZé10-’'.,:; \n_*#×²½…");
  const text = fc.array(sign, { maxLength: 40 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(text, (one) => {
      // Read by the pattern: a letter of another script follows.
      const all = countWords(`${one} д`) - 1;
      expect(countWords(one)).toBe(all);
      expect(all).toBe(one.match(WORD)?.length ?? 0);
    }),
    { numRuns: 2000 },
  );
});

it('takes what is repeated, and numbers with signs in them, for one word', () => {
  expect(countWords('anak-anak 20.04 12:30 covid-19 don’t')).toBe(5);
  expect(countWords('2nd - -x x- 1. .5')).toBe(6);
});
