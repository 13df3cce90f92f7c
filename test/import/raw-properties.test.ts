import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importSource } from '../../src/importer.ts';
import type { Draft } from '../../src/model/draft.ts';
import { textOf } from '../../src/model/text.ts';
import { toMdast } from '../../src/parse/markdown-fallback.ts';
import { parseHead } from '../../src/parse/parse.ts';
import { bodyOf, lostWords, read, rendered, words, wordsOfLines, written } from './raw-reading.ts';

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

async function textOfImport(name: string, text: string): Promise<string> {
  const { articles } = await importSource({ name, bytes: new TextEncoder().encode(text) });
  return articles[0]?.text ?? '';
}

describe('any text', () => {
  it('has every word in a line that says where it went, and the words of the body rendered as they were', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const draft = read(text);
        const { staying, all } = wordsOfLines(draft);
        expect(all).toEqual(words(text));
        expect(lostWords(draft)).toEqual([]);
        expect((await rendered(bodyOf(draft))).flatMap(words)).toEqual(staying);
      }),
      { numRuns: 1500 },
    );
  });

  it('has the same words to another reader of Markdown', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        // Money and math are told apart after parsing, by sijori alone.
        fc.pre(!text.includes('$'));
        const draft = read(text);
        const blocks = toMdast(bodyOf(draft)).children.map((block) => textOf(block));
        // Comments that keep addresses from being links are no words.
        const seen = blocks.map((block) => block.replaceAll('<!---->\n', ''));
        expect(seen.flatMap(words)).toEqual(wordsOfLines(draft).staying);
      }),
      { numRuns: 300 },
    );
  });

  it('is imported once: its file imported again is the same file', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        // Bytes with many controls are refused as no text.
        fc.pre(!/[\0-\x1f]/.test(text.replaceAll('\n', '')));
        fc.pre(/\p{L}{2}/u.test(read(text).meta.title));
        const once = await textOfImport('x.txt', text);
        expect(await textOfImport('x.md', once)).toBe(once);
      }),
      { numRuns: 300 },
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
      { numRuns: 600 },
    );
  });
});

const prose = fc
  .array(
    fc.constantFrom(
      'kapal',
      'nelayan',
      'tua',
      'Natuna',
      'di',
      'dan',
      'yang',
      'besar',
      '“itu”',
      'a*b',
      '_x_',
      '(2025)',
    ),
    {
      minLength: 12,
      maxLength: 40,
    },
  )
  .map((parts) => `Kapal ${parts.join(' ')}.`);
const optional = (...lines: string[]) => fc.constantFrom('', ...lines);
const middle = fc.oneof(
  { weight: 6, arbitrary: prose },
  fc.constantFrom(
    ...[
      'Dua Abad di Laut',
      'Baca juga: Peta Laut Kuno Ditemukan',
      'Baca Juga',
      'Iklan',
      '1. Ikan',
      '2. Udang',
    ],
    ...[
      'SUBUH 04:42',
      'Persib 2 - 1 Arema',
      '- Garam laut',
      '“Ya,” katanya.',
      '(18/6/2025).',
      '# bukan judul',
    ],
  ),
);
/** An article as portals write it, each part of its header in one of its forms. */
const news = fc
  .record({
    title: fc.constantFrom(
      'Nelayan Natuna Temukan Peta',
      'Harga Cabai Turun, Pedagang Lega',
      'Mengapa Laut *Biru*?',
    ),
    date: optional(
      'Rabu, 18 Jun 2025 14:05 WIB',
      'Jum’at, 20/06/2025, 14:05 WIT',
      '18 Juni 2025 | 15.00 WITA',
      'Diperbarui: 28 Agustus 2022 19:50',
    ),
    author: optional(
      'Penulis:Pratiwi',
      'Retno Ayu -detikFinance',
      'By Joan Hartwell',
      'Rep: Hasan Basri/ Red: Nurul Aini',
    ),
    image: optional('peta natuna.jpg'),
    lead: fc.tuple(
      fc.constantFrom(
        '',
        'RANAI (sijori.id) - ',
        'JAKARTA, KOMPAS.com – ',
        'Liputan6.com, Jakarta - ',
        'BATAM– ',
        'LONDON (AP) — ',
      ),
      prose,
    ),
    middle: fc.array(middle, { maxLength: 10 }),
    last: fc.tuple(prose, fc.constantFrom('', ' (*)', ' (red)', ' (she/bpos)')),
    editor: optional('Editor: Budi Santosa'),
    tags: optional('Tags:Natuna, peta laut', '#laut #peta', 'Topik: laut'),
    joint: fc.constantFrom('\n', '\n\n', '\n\u00a0\n'),
  })
  .map(({ title, date, author, image, lead, middle, last, editor, tags, joint }) =>
    [title, date, author, image, lead.join(''), ...middle, last.join(''), editor, tags]
      .filter((line) => line !== '')
      .join(joint),
  );

/** A draft written as raw text again: its front matter as lines, its body as it is read. */
async function asRaw(draft: Draft): Promise<string> {
  const { title, image, date, updated, authors = [], editors = [], tags = [] } = draft.meta;
  const lines = [
    title,
    date && `Tayang: ${date.iso}`,
    updated && `Diperbarui: ${updated.iso}`,
    ...authors.map((name) => `Penulis: ${name}`),
    ...editors.map((name) => `Editor: ${name}`),
    draft.meta.source?.name && `Sumber: ${draft.meta.source.name}`,
    image?.src,
    ...(await rendered(bodyOf(draft))),
    tags.length > 0 ? `Tags: ${tags.join(', ')}` : undefined,
  ];
  return lines.filter((line) => line !== undefined && line !== '').join('\n\n');
}

describe('an article', () => {
  it('is the same when it is read again from what it says', async () => {
    await fc.assert(
      fc.asyncProperty(news, async (text) => {
        const draft = read(text);
        const again = read(await asRaw(draft));
        expect(bodyOf(again)).toBe(bodyOf(draft));
        expect(again.meta).toEqual(draft.meta);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps what was told apart: title, dates, writers, picture, place and tags', () => {
    fc.assert(
      fc.property(news, (text) => {
        const { meta, lines } = read(text);
        const kinds = new Set(lines.map(({ as }) => as));
        expect(kinds.has('title')).toBe(true);
        expect(kinds.has('date') || kinds.has('updated')).toBe(/WI[BT]|Diperbarui/.test(text));
        expect(meta.image?.src).toBe(
          text.includes('peta natuna.jpg') ? 'peta natuna.jpg' : undefined,
        );
        expect((meta.tags?.length ?? 0) > 0).toBe(/(?:Tags:|#laut|Topik:)/.test(text));
        expect(meta.editors?.includes('Budi Santosa')).toBe(text.includes('Budi Santosa'));
        expect(meta.location === undefined).toBe(
          !/(?:RANAI|JAKARTA|Jakarta|BATAM|LONDON)/.test(text),
        );
      }),
      { numRuns: 300 },
    );
  });
});
