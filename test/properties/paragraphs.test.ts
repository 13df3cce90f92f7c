import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { glueFor } from '../../src/layout/glue.ts';
import { cutClusters } from '../../src/layout/hard-break.ts';
import { type Hyphenator, hyphenator } from '../../src/layout/hyphenate.ts';
import { type FillOptions, fill, type Run } from '../../src/layout/wrap.ts';
import { type Line, lineWidth, type Style } from '../../src/model/line.ts';
import { printable } from '../../src/model/printable.ts';
import { clusters } from '../../src/model/width.ts';

const STYLES: readonly Style[] = [{}, { bold: true }, { italic: true }, { color: 'cyan' }];

/** Words of many scripts, names, numbers, dashes, addresses, and words longer than any line. */
const word = fc.oneof(
  fc.constantFrom(
    'pertemuan',
    'mempertanggungjawabkan',
    'Presiden',
    'Rp',
    '10.000',
    'pukul',
    '08.21',
    'WIB',
    '(*)',
    '–',
    'dan/atau',
    'negara-negara',
    'https://sijori.id/a/b?c=d#e',
    'Dr.',
    'H.',
    'typesetting',
    'no­tion',
    '汉字排版',
    '、',
    'かな',
    'ภาษาไทย',
    'العربية',
    '👨‍👩‍👧',
    'é́',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
);
const run = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 12 }),
  style: fc.constantFrom(...STYLES),
});
const runsOf = fc
  .array(run, { minLength: 1, maxLength: 6 })
  .map((all) =>
    all.map(
      ({ words, style }): Run => ({ text: printable(words.join(' ')).replace(/\s+/g, ' '), style }),
    ),
  );

let hyphenate: Hyphenator | undefined;
beforeAll(async () => {
  hyphenate = await hyphenator('id');
});

const choices = fc.record({
  width: fc.integer({ min: 2, max: 100 }),
  wrap: fc.constantFrom('fit' as const, 'greedy' as const),
  hyphens: fc.boolean(),
  justify: fc.boolean(),
});

function optionsFor(chosen: {
  width: number;
  wrap: 'fit' | 'greedy';
  hyphens: boolean;
  justify: boolean;
}): FillOptions {
  const { hyphens, ...rest } = chosen;
  return {
    ...rest,
    hardBreak: cutClusters,
    glue: glueFor('id'),
    hyphenate: hyphens ? hyphenate : undefined,
  };
}

/** What is not white space, and no hyphen: lines may lose the one and gain the other at their ends. */
const INK = /[^\s\u00ad-]/u;

/** Each character of ink with the style it is in. */
function inked(runs: readonly { readonly text: string; readonly style: Style }[]): string[] {
  return runs.flatMap(({ text, style }) =>
    [...text].filter((char) => INK.test(char)).map((char) => `${char} ${JSON.stringify(style)}`),
  );
}

const textOf = (line: Line) => line.map(({ text }) => text).join('');

describe('a paragraph set in lines', () => {
  it('keeps every character in its order and its style', () => {
    fc.assert(
      fc.property(runsOf, choices, (runs, chosen) => {
        const lines = fill(runs, optionsFor(chosen));
        expect(inked(lines.flat())).toEqual(inked(runs));
      }),
      { numRuns: 400 },
    );
  });

  it('is nowhere wider than asked, but for a character that is itself', () => {
    fc.assert(
      fc.property(runsOf, choices, (runs, chosen) => {
        for (const line of fill(runs, optionsFor(chosen))) {
          const wide = clusters(textOf(line)).map(({ columns }) => columns);
          const widest = Math.max(...wide, chosen.width);
          expect(lineWidth(line)).toBeLessThanOrEqual(widest);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives the paragraph back when its lines are joined', () => {
    const plainWord = fc.stringMatching(/^[a-z]{1,12}$/);
    fc.assert(
      fc.property(
        fc.array(plainWord, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 12, max: 100 }),
        fc.constantFrom('fit' as const, 'greedy' as const),
        (words, columns, wrap) => {
          const text = words.join(' ');
          const lines = fill([{ text, style: {} }], {
            width: columns,
            wrap,
            hardBreak: cutClusters,
          });
          expect(lines.map(textOf).join(' ')).toBe(text);
        },
      ),
    );
  });

  it('never ends two lines in a row with a hyphen that was put in', () => {
    const long = fc.constantFrom(
      'pertemuan',
      'peluncuran',
      'menyatakan',
      'kemanusiaan',
      'di',
      'ke',
    );
    fc.assert(
      fc.property(
        fc.array(long, { minLength: 10, maxLength: 60 }),
        fc.integer({ min: 16, max: 40 }),
        (words, columns) => {
          const lines = fill([{ text: words.join(' '), style: {} }], {
            width: columns,
            wrap: 'fit',
            hardBreak: cutClusters,
            hyphenate,
          }).map(textOf);
          const twice = lines.filter(
            (line, at) => /-$/.test(line) && /-$/.test(lines[at + 1] ?? ''),
          );
          expect(twice).toEqual([]);
          // The last word stays whole.
          expect(` ${lines.at(-1)}`).toMatch(new RegExp(` ${words.at(-1)}$`));
        },
      ),
    );
  });

  it('of a megabyte takes time linear in its length', () => {
    const sentence = 'Sebuah sinyal kuat menguatnya hubungan dua negara yang lama berseteru. ';
    const timeOf = (bytes: number) => {
      const text = sentence.repeat(Math.round(bytes / sentence.length));
      const start = performance.now();
      const lines = fill(
        [{ text, style: {} }],
        optionsFor({ width: 66, wrap: 'fit', hyphens: true, justify: true }),
      );
      expect(lines.map(textOf).join('').length).toBeGreaterThan(bytes * 0.9);
      return performance.now() - start;
    };
    timeOf(50_000);
    const small = timeOf(250_000);
    // Four times the text: quadratic would be sixteen times the time. Short times are noise.
    expect(timeOf(1_000_000)).toBeLessThan(Math.max(3000, small * 12));
  });
});
