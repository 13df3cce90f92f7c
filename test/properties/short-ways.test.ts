import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/model/digest.ts';
import { FIELD_ALIASES, type Field, fieldKey } from '../../src/model/fields.ts';
import { fold } from '../../src/model/fold.ts';
import { parseDate } from '../../src/parse/dates.ts';
import { candidates, lookUp } from '../../src/parse/meta-lookup.ts';
import { slugify } from '../../src/parse/meta-names.ts';
import { asText, isNone } from '../../src/parse/meta-values.ts';
import { countSmallWords, SMALL_WORDS } from '../../src/parse/small-words.ts';
import { loadBytes } from '../../src/source/load.ts';

// Most heads are of ASCII and written as programs write them: for these there are short ways, which must come to what the
// long ones come to.

/** Text of few kinds of signs, so that they meet; some have capitals or forms that are longer or elsewhere. */
const sign = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abkisyngzABKISYZ019 -_./:,') },
  { weight: 2, arbitrary: fc.constantFrom(...'\'’`"#\t\n\r\v\f\0\x7f\u00a0\ufeff\u2028') },
  { weight: 2, arbitrary: fc.constantFrom(...'éÉßẞİıØøŁÆœȺɏɐŸµ×÷ªÞ\u212a\u212b\u0301\u0307ﬁ読ж') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
);
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abkyzABZ019 --_\'`."') }),
  fc.string({ unit: sign }),
);

const RUNS = { numRuns: 3000 };

describe('the short way', () => {
  it('of folding', () => {
    const whole = (value: string): string =>
      value
        .normalize('NFKD')
        .replace(/[\p{M}’'`]/gu, '')
        .toLowerCase()
        .trim();
    fc.assert(
      fc.property(text, (value) => {
        expect(fold(value)).toBe(whole(value));
      }),
      RUNS,
    );
  });

  it('of slugs', () => {
    // A letter of another script takes the long way, and the dash after it is the only one that it adds.
    const whole = (value: string): string => slugify(`ж ${value}`).replace(/^ж-?/, '');
    fc.assert(
      fc.property(text, (value) => {
        // What would join the letter is not asked here.
        fc.pre(!/^[\s'’]*\p{M}/u.test(value));
        expect(slugify(value)).toBe(whole(value));
      }),
      RUNS,
    );
  });

  it('of keys', () => {
    const whole = (key: string): string => key.toLowerCase().replace(/[_\-\s]+/g, '');
    fc.assert(
      fc.property(text, (key) => {
        expect(fieldKey(key)).toBe(whole(key));
      }),
      RUNS,
    );
  });

  it('of lines', () => {
    const whole = (value: string): string | undefined =>
      isNone(value) ? undefined : value.replace(/\s+/g, ' ').trim() || undefined;
    fc.assert(
      fc.property(text, (value) => {
        expect(asText(value)).toBe(whole(value));
      }),
      RUNS,
    );
  });

  it('of dates', () => {
    const two = fc.oneof(
      fc.constantFrom('00', '01', '02', '12', '13', '14', '23', '24', '29', '31', '59', '60'),
      fc.nat(99).map((number) => String(number).padStart(2, '0')),
    );
    const few = fc.nat(19).map((number) => String(number).padStart(2, '0'));
    const year = fc.constantFrom('0000', '0001', '1900', '2000', '2023', '2024', '9999');
    const clock = fc.oneof(
      fc.constant(''),
      fc.tuple(two, two).map((parts) => `T${parts.join(':')}`),
      fc.tuple(two, two, two).map((parts) => `T${parts.join(':')}`),
    );
    const zone = fc.oneof(
      fc.constantFrom('', 'Z', '+00:00', '-00:00', '+07:00', '+14:00', '-00:30', '+07'),
      fc.tuple(fc.constantFrom('+', '-'), two, two).map(([to, a, b]) => `${to}${a}:${b}`),
    );
    const date = fc
      .tuple(year, fc.oneof(few, two), fc.oneof(few, two))
      .map((parts) => parts.join('-'));
    let read = 0;
    fc.assert(
      fc.property(date, clock, zone, (day, time, offset) => {
        const value = `${day}${time}${offset}`;
        const short = parseDate(value);
        // A blank before it makes it no date as programs write it.
        expect(short).toEqual(parseDate(` ${value}`));
        if (short?.iso === value) read += 1;
      }),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it('of small words', () => {
    const [indonesian, english] = SMALL_WORDS.map((list) => new Set(list));
    const part = fc.constantFrom(...SMALL_WORDS.flat(), 'i', 'th', 'thee', 'sebagaimana');
    const word = fc.oneof(
      part,
      part.map((small) => small.toUpperCase()),
      sign,
    );
    const words = fc.tuple(fc.array(word, { maxLength: 30 }), fc.constantFrom('', ' '));
    fc.assert(
      fc.property(words, ([parts, between]) => {
        const value = parts.join(between);
        const found = value.toLowerCase().match(/[a-z\u00df-\u024f]+/g) ?? [];
        expect(countSmallWords(value)).toEqual({
          total: found.length,
          indonesian: found.filter((one) => indonesian?.has(one)).length,
          english: found.filter((one) => english?.has(one)).length,
        });
      }),
      RUNS,
    );
  });

  it('from keys to fields', () => {
    const names = Object.values(FIELD_ALIASES).flat();
    const key = fc
      .tuple(fc.constantFrom<string>(...names, 'params', 'x'), fc.boolean())
      .map(([name, large]) => (large ? name.toUpperCase() : name));
    const value = fc.constantFrom<unknown>('a', 'b', '', '~', [], ['c'], { d: 'e' }, { tag: 'f' });
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 12 }), (data) => {
        const lookup = lookUp(data);
        for (const field of Object.keys(FIELD_ALIASES) as Field[]) {
          const entries = FIELD_ALIASES[field].map((name) => lookup.entries.get(fieldKey(name)));
          const held = entries.filter((entry) => entry && !isNone(entry.value));
          expect(candidates(lookup, field)).toEqual([...new Set(held)]);
        }
      }),
      RUNS,
    );
  });

  it('of digests', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array()), (data) => {
        const sha1 = createHash('sha1').update(data).digest('base64url');
        expect(digest('sha1', data, 'base64url')).toBe(sha1);
        expect(digest('sha256', data, 'hex')).toBe(createHash('sha256').update(data).digest('hex'));
      }),
    );
  });

  it('of files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sijori-files-'));
    const file = join(folder, 'a.md');
    try {
      for (const size of [0, 1, 4095, 4096, 8192, 100_000]) {
        writeFileSync(file, Buffer.alloc(size, 'abc\n'));
        expect(Buffer.from(loadBytes(file).bytes).equals(readFileSync(file))).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
