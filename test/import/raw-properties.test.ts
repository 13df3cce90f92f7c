import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHead } from '../../src/parse/parse.ts';
import { bodyOf, read, rendered, words, wordsOfLines, written } from './raw-reading.ts';

/** Pieces of news text, and what is mark-up to Markdown. */
const piece = fc.oneof(
  fc.constantFrom(
    ...'*_`~^=$[]<>&!|#+-.:;()\\{}"\'/@%',
    ...[
      '**',
      '__',
      '``',
      '```',
      '~~',
      '~~~',
      '==',
      '===',
      '---',
      '$$',
      '](',
      '![',
      '[[',
      ']]',
      '[^',
      ']:',
      '[x]',
    ],
    ...[
      '<b>',
      '</b>',
      '<!--',
      '-->',
      '<br>',
      '&copy;',
      '&#42;',
      '&amp',
      'http://a.id/b_c_d',
      'www.a.id/*x*',
      'a@b.id',
    ],
    ...[
      '1.',
      '14)',
      '2023.',
      '#',
      '##',
      '>',
      '-',
      '+',
      '•',
      'a.',
      ': ',
      '|',
      '|---|',
      '{#x}',
      '*[HTML]:',
      '[!NOTE]',
    ],
    ...[
      '<https://a.id>',
      'Rp',
      'US$3',
      'C#',
      '10%',
      'a_b',
      'f(x)',
      '++',
      '||',
      ':::',
      '%%',
      '[ ]',
      '\\(',
      'x^2^',
      'H~2~O',
    ],
  ),
  fc.constantFrom(
    ...[
      'Batam',
      'kapal',
      'di',
      'yang',
      'Presiden',
      'tiba.',
      'katanya,',
      '“Ya,”',
      '(*)',
      '2025',
      'JAKARTA',
      'Baca juga:',
    ],
  ),
);
const joint = fc.constantFrom(' ', ' ', ' ', '');
const hostileLine = fc
  .array(fc.tuple(piece, joint), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.flat().join(''));
const proseLine = fc
  .array(fc.constantFrom('kapal', 'nelayan', 'Laut', 'Natuna', 'di', 'dan', 'yang', 'besar'), {
    minLength: 10,
    maxLength: 30,
  })
  .map((parts) => `${parts.join(' ')}.`);
const line = fc.oneof(
  { weight: 3, arbitrary: hostileLine },
  { weight: 2, arbitrary: proseLine },
  fc.constantFrom(
    ...[
      '',
      '',
      'Tags: a, b',
      'Tags',
      'Penulis: Rina Wati',
      'Editor:Budi',
      'kapal.jpg',
      'Foto: Ist',
      'Iklan',
    ],
    ...[
      'Rabu, 18 Jun 2025 14:05 WIB',
      'Diperbarui 18/06/2025, 14:05 WIB',
      'Andi Saputra',
      'Penulis',
      '(red)',
    ],
    ...[
      'JAKARTA, KOMPAS.com – Kapal tiba di pelabuhan.',
      'Baca juga',
      'Nelayan Temukan Peta Tua',
      'SUBUH 04:42',
    ],
    ...[
      'Dua Abad di Laut',
      '1. Ikan',
      '2. Udang',
      '- Garam',
      'kepri',
      'laut natuna',
      '(18/6/2025).',
      '\u00a0',
      '\u2028',
    ],
  ),
);
const article = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n\n')), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));
const anyText = fc.oneof(
  { weight: 4, arbitrary: article },
  fc.string({ unit: 'binary', maxLength: 80 }),
);

describe('any text', () => {
  it('has every word in a line that says where it went, and the words of the body rendered as they were', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const draft = read(text);
        const { staying, all } = wordsOfLines(draft);
        expect(all).toEqual(words(text));
        expect((await rendered(bodyOf(draft))).flatMap(words)).toEqual(staying);
      }),
      { numRuns: 3000 },
    );
  });

  it('is written as a file that says the same when it is read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const draft = read(text);
        const file = written(draft, { slug: 'x' });
        const { meta, body } = parseHead({ path: 'x.md', text: file });
        expect(body.replace(/^\n/, '')).toBe(bodyOf(draft));
        // To a reader, a title that is nothing to YAML is none.
        if (!/^(?:~|null|)$/i.test(draft.meta.title)) expect(meta.title).toBe(draft.meta.title);
        expect(meta.date?.iso).toBe(draft.meta.date?.iso);
        expect(meta.authors).toEqual(draft.meta.authors);
        expect(meta.tags).toEqual(draft.meta.tags);
      }),
      { numRuns: 2000 },
    );
  });
});
