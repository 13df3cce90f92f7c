import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseQuery } from '../../src/library/query/parse-query.ts';
import { blocksOf } from '../../src/library/text/blocks.ts';
import { finderOf } from '../../src/library/text/finder.ts';
import { withHits } from '../../src/library/text/page-hits.ts';
import { type Passage, passageOf } from '../../src/library/text/passage.ts';
import { Reading } from '../../src/library/text/reading.ts';
import { HIDDEN, unmarked } from '../../src/library/text/unmarked.ts';
import { segment } from '../../src/model/line.ts';

const finderFor = (text: string) => finderOf(parseQuery([text], { now: '2026-11-25T12:00:00Z' }));

function passageIn(body: string, query: string, room = 120): Passage {
  const text = `---\ntitle: Judul\n---\n${body}`;
  return passageOf({ text, body, bodyOffset: 3, title: 'Judul' }, finderFor(query), room);
}

/** A passage as a test can read it: hits in brackets. */
function shown({ text, hits }: Passage): string {
  let out = '';
  let at = 0;
  for (const { start, end } of hits) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}]`;
    at = end;
  }
  return out + text.slice(at);
}

const markdown = fc
  .array(
    fc.constantFrom(
      ...['laut', 'kapal', 'melaut', 'ikan', 'Jum’at', '読書の会', '.', '!', '…', '“', '”', '😀'],
      ...[' ', ' ', ' ', '\n', '\n\n', '# ', '## Bab\n', '- ', '> ', '| ', '```\n', '~~~', '---\n'],
      ...[
        '**',
        '_',
        '*',
        '`',
        '[',
        '](http://x.id/laut)',
        '](',
        ')',
        '<b laut>',
        '<!--',
        '-->',
        '&amp;',
      ],
      ...['[^1]', '[^1]: ', '\\*', '\t', '\0', '\u0301', 'x'.repeat(50)],
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));
const queries = fc.constantFrom(
  'laut',
  'laut kapal',
  '"laut kapal"',
  'la*',
  '読',
  'jumat OR ikan',
  'tag:x',
);

describe('a passage', () => {
  test('is one line without marks, with its hits in order, and from the line it names', () => {
    fc.assert(
      fc.property(markdown, queries, fc.integer({ min: 20, max: 200 }), (body, query, room) => {
        const passage = passageIn(body, query, room);
        expect(passage.text).not.toMatch(/[\n\0\t]| {2}|^ | $/);
        let before = 0;
        for (const { start, end } of passage.hits) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(passage.text.length);
          const found = passage.text.slice(start, end);
          // Signs between the words of a phrase are hidden, as they are on a page: `laut**kapal`.
          const words = query.replaceAll('"', '').replaceAll(/ (?:OR )?/g, ' OR ');
          expect(finderFor(`${words} OR lautkapal`).hitsIn(found, 'body')).not.toEqual([]);
          before = end;
        }
        const line = body.split('\n')[passage.line - 4] ?? '';
        expect(line === '').toBe(line === '' && passage.hits.length === 0);
      }),
      { numRuns: 500 },
    );
  });

  test('has a hit wherever the body has one', () => {
    fc.assert(
      fc.property(markdown, queries, (body, query) => {
        const has = finderFor(query).hitsIn(unmarked(body), 'body').length > 0;
        if (has) expect(passageIn(body, query).hits).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('is short', () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom('laut', 'ikan'), (body, query) => {
        expect(passageIn(body, query, 60).text.length).toBeLessThanOrEqual(60 + 64);
      }),
    );
  });

  it.each([
    [
      'has the most words, nearest to each other',
      'Kapal berangkat pagi.\n\nLaut tenang hari ini.\n\nKapal itu di laut.',
      'laut kapal',
      '[Kapal] itu di [laut].',
      8,
    ],
    [
      'knows forms of a word, and likes the very word better',
      'Nelayan melaut.\n\nLaut luas.',
      'laut',
      '[Laut] luas.',
      6,
    ],
    [
      'hides marks',
      'Di **laut**\\* [kita](http://x.id/laut) ada `ikan`.',
      'laut',
      'Di [laut]* kita ada ikan.',
      4,
    ],
    [
      'shows an address where nothing else has the word',
      'Lihat [ini](http://x.id/laut).',
      'laut',
      'Lihat [ini](http://x.id/[laut]).',
      4,
    ],
    ['is not of a heading if a sentence will do', '# Laut\n\nDi laut.', 'laut', 'Di [laut].', 6],
    ['may be of a heading', '# Laut\n\nTenang.', 'laut', '[Laut]', 4],
    [
      'is the beginning where the words are in the head',
      'Tenang saja.\n\nDi sana.',
      'judul',
      'Tenang saja.',
      2,
    ],
    [
      'marks a phrase as one',
      'Korea Utara dan Korea Selatan',
      '"korea utara"',
      '[Korea Utara] dan Korea Selatan',
      4,
    ],
    ['finds a sign in the middle', '黒猫が寝る', '猫', '[黒猫]が寝る', 4],
  ])('%s', (_, body, query, text, line) => {
    const passage = passageIn(body, query);
    expect(shown(passage)).toBe(text);
    expect(passage.line).toBe(line);
  });

  test('begins and ends with sentences where they fit', () => {
    const body = `${'Kalimat ini tidak penting. '.repeat(9)}Kapal itu di laut. ${'Kalimat lain lagi. '.repeat(9)}`;
    expect(shown(passageIn(body, 'laut', 60))).toBe(
      'Kapal itu di [laut]. Kalimat lain lagi. Kalimat lain lagi.',
    );
    expect(shown(passageIn(`${'kata '.repeat(50)}laut${' kata'.repeat(50)}`, 'laut', 40))).toBe(
      '…kata kata [laut] kata kata kata kata kata…',
    );
  });

  test('knows the headings above it', () => {
    const body =
      '# Judul\n\n## Satu ##\n\nx\n\nDua *besar*\n---\n\n### Tiga\n\n```\n# bukan\n```\n\nDi laut.\n\n## Empat';
    expect(passageIn(body, 'laut').headings).toEqual(['Dua besar', 'Tiga']);
  });
});

test('Markdown without its marks has every character where it was', () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const read = unmarked(body);
      expect(read.length).toBe(body.length);
      for (let at = 0; at < body.length; at++) {
        const isKept = read[at] === body[at] || read[at] === ' ' || read[at] === HIDDEN;
        expect(isKept || '&<>"'.includes(read[at] ?? '')).toBe(true);
      }
    }),
  );
});

test('marked lines have the same text', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom('laut', ' ', 'kapal', 'x', 'Ü'))), (page) => {
      const lines = page.map((line) => line.map((text) => segment(text)));
      const marked = withHits(lines, finderFor('laut OR "kapal laut"'), { bold: true });
      const textOf = (all: typeof marked) =>
        all.map((line) => line.map(({ text }) => text).join(''));
      expect(textOf(marked)).toEqual(textOf(lines));
      const bold = marked
        .flat()
        .filter(({ style }) => style.bold)
        .map(({ text }) => text);
      for (const text of bold) expect(text).toMatch(/^(?:kapal|laut)?\s*(?:kapal|laut)?$/);
    }),
  );
});

describe('a reading of only what is asked for', () => {
  test('has the lines and blocks that a reading of all has', () => {
    fc.assert(
      fc.property(markdown, (body) => {
        const reading = new Reading(body);
        const read = unmarked(body);
        let start = 0;
        for (const line of body.split('\n')) {
          const end = start + line.length;
          expect(reading.linesOf({ start, end })).toBe(read.slice(start, end));
          start = end + 1;
        }
        const isBlank = (line: string, at: number) =>
          read.slice(at, at + line.length).trim() === '';
        expect(reading.blocks).toEqual(blocksOf(body, isBlank));
        for (const block of reading.blocks)
          expect(reading.with(block).slice(block.start, block.end)).toBe(
            read.slice(block.start, block.end),
          );
      }),
      { numRuns: 1000 },
    );
  });

  const formed = ['ikan', 'jumat', 'kapal', 'b', 'amp', 'http', '1'];
  const known = new Map([
    ['laut', new Set(['laut', 'melaut'])],
    ...formed.map((word): [string, Set<string>] => [word, new Set([word])]),
  ]);
  // So many forms that nothing is sifted.
  known.set('zzz', new Set(Array.from({ length: 300 }, (_, at) => `zzz${at}`)));

  test('finds the hits and makes the passages that a reading of all does', () => {
    const asked = fc.constantFrom(
      ...[
        'laut',
        'laut kapal',
        'laut OR la*',
        'jumat OR ikan',
        'b',
        'amp OR http',
        '"ikan" x*',
        '1',
        '=laut',
      ],
      ...['laut title:ikan', 'body:laut', 'NOT laut', '"laut kapal" OR "ikan laut la*"'],
      ...['"kapal laut" ikan', '"jumat jumat"', '"読書 laut"', '"laut laut*"', '"http x id"'],
    );
    const room = fc.integer({ min: 20, max: 200 });
    fc.assert(
      fc.property(markdown, asked, room, (body, query, room) => {
        const formed = (text: string) =>
          finderOf(parseQuery([text], { now: '2026-11-25T12:00:00Z' }), known);
        const quick = formed(query);
        const slow = formed(`(${query}) OR zzz`);
        expect([quick.sieve === undefined, slow.sieve]).toEqual([false, undefined]);
        expect(new Reading(body).hitsOf(quick)).toEqual(slow.hitsIn(unmarked(body), 'body'));
        const text = `---\ntitle: Ikan\n---\n${body}`;
        const article = { text, body, bodyOffset: 3, title: 'Ikan' };
        expect(passageOf(article, quick, room)).toEqual(passageOf(article, slow, room));
      }),
      { numRuns: 2000 },
    );
  });
});

it('names headings without their signs where a word is only in an address', () => {
  const body = '# Satu\n\n## Dua *miring*\n\nLihat [di sini](https://contoh.id/nelayan).\n';
  expect(passageIn(body, 'nelayan').headings).toEqual(['Satu', 'Dua miring']);
});
