import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from '../../src/model/fold.ts';

test('text in ASCII is folded as any other is', () => {
  const folded = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/[\p{M}’'`]/gu, '')
      .toLowerCase()
      .trim();
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary-ascii' }),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(text, (one) => {
      expect(fold(one)).toBe(folded(one));
    }),
  );
});
