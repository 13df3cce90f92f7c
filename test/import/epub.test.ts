import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readEpub } from '../../src/import/epub/epub.ts';
import { importSource } from '../../src/importer.ts';

const CONTAINER =
  '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/buku.opf" media-type="application/oebps-package+xml"/></rootfiles></container>';

const page = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body class="bab">${body}</body></html>`;

const METADATA = `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:title>Laut &amp; Pulau</dc:title><dc:creator id="a">Siti Rahma</dc:creator><dc:creator id="b">Budi</dc:creator>
<meta refines="#b" property="role" scheme="marc:relators">edt</meta><dc:language>id-ID</dc:language>
<dc:date>2021-05-06T00:00:00Z</dc:date><dc:publisher>Penerbit Dermaga</dc:publisher><dc:subject>Laut</dc:subject></metadata>`;

interface Parts {
  readonly [path: string]: string;
}

function opf(chapters: readonly string[], more = '', metadata = METADATA): string {
  const items = chapters.map(
    (name) => `<item id="${name}" href="teks/${name}.xhtml" media-type="application/xhtml+xml"/>`,
  );
  const spine = chapters.map((name) => `<itemref idref="${name}"/>`);
  return `<?xml version="1.0"?><package version="3.0">${metadata}<manifest>${items.join('')}${more}</manifest><spine>${spine.join('')}</spine></package>`;
}

const zipped = (parts: Parts) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

const book = (chapters: Parts, more: Parts = {}, items = '') =>
  zipped({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': CONTAINER,
    'OEBPS/buku.opf': opf(Object.keys(chapters), items),
    ...Object.fromEntries(
      Object.entries(chapters).map(([name, body]) => [`OEBPS/teks/${name}.xhtml`, page(body)]),
    ),
    ...more,
  });

const texts = async (bytes: Uint8Array) =>
  (await importSource({ name: 'buku.epub', bytes })).articles.map(({ fileName, text }) => ({
    fileName,
    text,
  }));

const NAV = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>';
const NAV_PAGE = page(
  '<nav epub:type="toc"><ol><li><a href="teks/satu.xhtml">Berangkat</a></li><li><a href="teks/dua.xhtml#awal">Tiba <i>di</i> pulau</a></li></ol></nav>',
);

describe('a book', () => {
  it('is an article a chapter, in reading order, with what the book says of itself', async () => {
    const bytes = book(
      {
        sampul: '<img src="../sampul.jpg" alt="Sampul buku"/>',
        satu: '<h1>Berangkat</h1><p>Kapal itu berangkat<br/>pagi hari.</p><p><a id="x"/>Lihat <a href="dua.xhtml">bab dua</a> dan <a href="https://contoh.id/">situs</a>.</p><p><img src="peta.png" alt="Peta Natuna"/></p>',
        dua: '<h1>Bab II</h1><p>Tiba.</p>',
      },
      { 'OEBPS/nav.xhtml': NAV_PAGE },
      NAV,
    );
    const made = await texts(bytes);
    expect(made.map(({ fileName }) => fileName)).toEqual([
      '2021-05-06-laut-pulau-01-berangkat.md',
      '2021-05-06-laut-pulau-02-tiba-di-pulau.md',
    ]);
    expect(made[0]?.text).toBe(`---
title: Berangkat
date: 2021-05-06
authors: [Siti Rahma]
editors: [Budi]
tags: [Laut]
lang: id
slug: laut-pulau-01-berangkat
source: Penerbit Dermaga
series: Laut & Pulau
chapter: 1
---

Kapal itu berangkat\\
pagi hari.

Lihat bab dua dan [situs](https://contoh.id/).

Peta Natuna
`);
    expect(made[1]?.text).toMatch(/\n---\n\n# Bab II\n\nTiba\.\n$/);
  });

  it('takes the names of its chapters from NCX, else from their headings, else counts them', async () => {
    const ncx =
      '<ncx><navMap><navPoint><navLabel><text>Satu</text></navLabel><content src="teks/a.xhtml"/></navPoint></navMap></ncx>';
    const made = await texts(
      book(
        { a: '<p>A.</p>', b: '<h2>Dua</h2><p>B.</p>', c: '<p>C.</p>' },
        { 'OEBPS/toc.ncx': ncx },
        '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>',
      ),
    );
    const titles = made.map(({ text }) => /^title: (.*)$/m.exec(text)?.[1]);
    expect(titles).toEqual(['Satu', 'Dua', 'Laut & Pulau 3']);
  });

  it('is found out by its bytes, and says what of it was not taken', async () => {
    const bytes = book({ a: '<p>Teks.</p><img src="x.png"/>' });
    const { kind, articles } = await importSource({ name: '-', bytes });
    expect(kind).toBe('epub');
    expect(articles[0]?.draft.doubts).toEqual([
      { key: 'doubt-book-pictures', details: { count: 1 } },
    ]);
  });

  it('is read without the chapters that are not in it, and says so of each', async () => {
    const bytes = zipped({
      'META-INF/container.xml': CONTAINER,
      'OEBPS/buku.opf': opf(['a', 'b', 'c']),
      'OEBPS/teks/b.xhtml': page('<p>Dua.</p>'),
    });
    const { articles, failures } = await importSource({ name: 'buku.epub', bytes });
    expect(articles).toHaveLength(1);
    expect(failures).toEqual(['chapter-missing', 'chapter-missing']);
  });

  it('finds files whose names are encoded, and leaves out what the book leaves out', async () => {
    const manifest =
      '<item id="a" href="b%C3%A0b%201.xhtml" media-type="application/xhtml+xml"/><item id="n" href="n.xhtml" media-type="application/xhtml+xml"/>';
    const bytes = zipped({
      'META-INF/container.xml': CONTAINER,
      'OEBPS/buku.opf': `<package>${METADATA}<manifest>${manifest}</manifest><spine><itemref idref="a"/><itemref idref="n" linear="no"/><itemref idref="tiada"/></spine></package>`,
      'OEBPS/bàb 1.xhtml': page('<p>Ada.</p>'),
      'OEBPS/n.xhtml': page('<p>Catatan.</p>'),
    });
    expect((await texts(bytes)).map(({ text }) => text.split('\n').at(-2))).toEqual(['Ada.']);
  });
});

describe('a file that is no book', () => {
  it.each([
    ['is no ZIP', strToU8('PK bukan')],
    ['has no container', zipped({ 'a.txt': 'x' })],
    ['has a container that leads nowhere', zipped({ 'META-INF/container.xml': CONTAINER })],
  ])('is refused: it %s', async (_, bytes) => {
    await expect(readEpub(bytes, 'x.epub')).rejects.toMatchObject({ code: 'not-epub' });
  });

  it('is refused when it is locked', async () => {
    const locked =
      '<encryption><EncryptedData><CipherData><CipherReference URI="OEBPS/teks/a.xhtml"/></CipherData></EncryptedData></encryption>';
    const font = locked.replace('teks/a.xhtml', 'huruf.otf');
    const bytes = (encryption: string) =>
      book({ a: '<p>Teks.</p>' }, { 'META-INF/encryption.xml': encryption });
    await expect(readEpub(bytes(locked), 'x.epub')).rejects.toMatchObject({ code: 'epub-locked' });
    expect(await readEpub(bytes(font), 'x.epub')).toHaveLength(1);
  });

  it('is refused when it says that it unpacks to too much', async () => {
    const bytes = Buffer.from(book({ a: '<p>Teks.</p>' }));
    // The size of the first file that is unpacked, in the directory at the end of the ZIP file.
    const entry = bytes.indexOf('META-INF/container.xml', bytes.indexOf('PK\x01\x02')) - 46;
    bytes.writeUInt32LE(65 * 1024 * 1024, entry + 24);
    await expect(readEpub(bytes, 'x.epub')).rejects.toMatchObject({ code: 'too-large' });
  });

  it('is never unpacked to more than it says', async () => {
    const bytes = Buffer.from(book({ a: `<p>${'kata '.repeat(10_000)}</p>` }));
    const entry = bytes.lastIndexOf('OEBPS/teks/a.xhtml') - 46;
    bytes.writeUInt32LE(1000, entry + 24);
    const outcome = await readEpub(bytes, 'x.epub').catch((error: { code: string }) => error.code);
    if (typeof outcome === 'string') expect(outcome).toBe('not-epub');
    else expect(JSON.stringify(outcome).length).toBeLessThan(5000);
  });

  it('never breaks the program, wherever it is damaged', async () => {
    const whole = book({ a: '<h1>A</h1><p>Teks.</p>' }, { 'OEBPS/nav.xhtml': NAV_PAGE }, NAV);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = whole.slice();
        damaged[at] = byte;
        try {
          await readEpub(damaged, 'x.epub');
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^(?:not-epub|epub-locked|too-large)$/);
        }
      }),
      { numRuns: 150 },
    );
  });
});
