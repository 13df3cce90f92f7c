import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ansi } from '../../../src/emit/ansi.ts';
import { plain } from '../../../src/emit/plain.ts';
import { anchorAt, lineOnPage, placeOf } from '../../../src/library/state/anchor.ts';
import type { Article } from '../../../src/model/article.ts';
import { parse } from '../../../src/parse/parse.ts';
import { openArticle } from '../../../src/reader.ts';
import { pageOf } from '../../page.ts';

const of = (text: string): Promise<Article> => parse({ path: 'a.md', text });
const guide = () => openArticle('articles/a-guide-to-sijori.md');

async function shown(article: Article, width: number, format: 'ansi' | 'plain'): Promise<string> {
  const lines = await pageOf(article, { width, header: true, hyperlinks: format === 'ansi' });
  return format === 'ansi' ? ansi(lines, { colors: 3 }) : plain(lines);
}

const TEXT = `---
title: Pelabuhan
---

# Pelabuhan

Kapal pertama datang pukul enam pagi membawa sayur dan ikan dari pulau seberang.

## Siang

Menjelang siang dermaga sepi; buruh tidur di bawah terpal biru.

Hanya seorang anak yang memancing, dan ia tidak peduli pada panas.

## Malam

Lampu-lampu menyala satu demi satu ketika kapal terakhir sandar.
`;

describe('an anchor', () => {
  it('is found again where it was', async () => {
    const article = await of(TEXT);
    for (let line = 5; line <= 17; line += 1) {
      const anchor = anchorAt(article, { line });
      const place = placeOf(anchor, article);
      expect(anchorAt(article, { line: place.line })).toEqual(anchor);
    }
    expect(placeOf(anchorAt(article, { line: 13 }), article).line).toBe(13);
    expect(anchorAt(article, { line: 13 }).headings).toEqual(['Pelabuhan', 'Siang']);
  });

  it('is found again at every tenth of a long article', async () => {
    const article = await guide();
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const anchor = anchorAt(article, { fraction: tenth / 10 });
      expect(placeOf(anchor, article).fraction).toBe(anchor.fraction);
    }
  });

  it('survives words put in, taken out and changed around it', async () => {
    const anchor = anchorAt(await of(TEXT), { line: 13 });
    const edited = TEXT.replace(
      '# Pelabuhan\n',
      `# Pelabuhan\n\n${'Paragraf baru di depan. '.repeat(40)}\n`,
    )
      .replace('Hanya seorang anak yang', 'Hanya ada seorang anak kecil yang')
      .replace('pada panas', 'akan panasnya hari')
      .replace('biru.', 'hijau.');
    const article = await of(edited);
    expect(placeOf(anchor, article).line).toBe(15);
  });

  it('falls back to its section, then to how far in it was', async () => {
    const anchor = anchorAt(await of(TEXT), { line: 13 });
    const rewritten = await of(TEXT.replace(/Menjelang[\s\S]*panas\./, 'Semua lain sekarang.'));
    expect(placeOf(anchor, rewritten).line).toBe(11);
    const other = await of(`${'kata lain\n\n'.repeat(200)}`);
    expect(placeOf(anchor, other).fraction).toBeCloseTo(anchor.fraction, 1);
    expect(placeOf(anchor, await of('…\n'))).toEqual({ line: 1, fraction: 0 });
  });

  it('takes the one in its own section of two places with the same words', async () => {
    const same = 'Kalimat yang sama persis berdiri di dua tempat dalam artikel ini juga.';
    const text = `# A\n\n${same}\n\n## B\n\nLain.\n\n## C\n\n${same}\n\nAkhir.\n`;
    const anchor = anchorAt(await of(text), { line: 11 });
    const longer = await of(text.replace('Lain.', 'Lain lagi. '.repeat(200)));
    expect(placeOf(anchor, longer).line).toBe(11);
  });

  it('never leaves the article', async () => {
    const article = await of(TEXT);
    const spot = fc.oneof(
      fc.record({ fraction: fc.double({ noNaN: true }) }),
      fc.record({ line: fc.integer() }),
    );
    fc.assert(
      fc.property(spot, (at) => {
        const { line, fraction } = placeOf(anchorAt(article, at), article);
        expect(line).toBeGreaterThanOrEqual(5);
        expect(line).toBeLessThanOrEqual(17);
        expect(fraction).toBeLessThan(1);
      }),
    );
  });

  it('is found on pages of every width, with colours and without', async () => {
    const article = await guide();
    for (const width of [30, 40, 72, 120]) {
      for (const format of ['ansi', 'plain'] as const) {
        const page = await shown(article, width, format);
        const lines = [0.1, 0.3, 0.5, 0.7, 0.9].map((fraction) =>
          lineOnPage(anchorAt(article, { fraction }), page),
        );
        expect(lines).not.toContain(undefined);
        expect(lines).toEqual([...lines].sort((a, b) => Number(a) - Number(b)));
        const end = page.split('\n').length;
        expect(lines[0]).toBeLessThan(end * 0.25);
        expect(lines[4]).toBeGreaterThan(end * 0.75);
      }
    }
  });

  it('is nowhere on the page of another article', async () => {
    const page = await shown(await guide(), 72, 'plain');
    expect(lineOnPage(anchorAt(await of(TEXT), { line: 13 }), page)).toBeUndefined();
  });
});
