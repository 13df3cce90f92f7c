import fc from 'fast-check';
import { expect, it } from 'vitest';
import { remembering } from '../../src/model/remember.ts';

it('answers as the function does, however often it is asked', () => {
  const told = (text: string) => (text.startsWith('a') ? undefined : `<${text}>`);
  const asked = remembering(told);
  const text = fc.oneof(
    fc.constantFrom('', 'a', '0', '12', '__proto__', 'constructor', '\ud800', 'é', 'e\u0301', 'ı'),
    fc.string({ unit: 'binary' }),
    fc.string({ minLength: 78, maxLength: 83 }),
  );
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      for (const one of [...texts, ...texts]) expect(asked(one)).toBe(told(one));
    }),
  );
});

it('asks once for each short text, until there are too many', () => {
  let count = 0;
  const asked = remembering((text) => {
    count += 1;
    return text.length;
  });
  for (let at = 0; at < 4000; at += 1) asked(`tag ${at % 1000}`);
  expect(count).toBe(1000);
  for (let at = 0; at < 10_000; at += 1) expect(asked(`other ${at}`)).toBe(`other ${at}`.length);
  asked('tag 1');
  expect(count).toBe(11_001);
  asked('x'.repeat(81));
  asked('x'.repeat(81));
  expect(count).toBe(11_003);
});
