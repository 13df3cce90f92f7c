import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFile, survey } from '../../src/checker.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sijori-check-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let libraries = 0;

/** Writes a library and checks one of its files: `LINE:COL code` of each finding, `*` where it can be mended. */
async function check(
  files: Readonly<Record<string, string | Uint8Array>>,
  name = 'a.md',
): Promise<string[]> {
  libraries += 1;
  const library = join(folder, String(libraries));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(library, path)), { recursive: true });
    writeFileSync(join(library, path), text);
  }
  const path = join(library, name);
  const { findings } = await checkFile(path, survey([path], library));
  return findings.map(
    ({ line, column, code, fixable }) => `${line}:${column} ${code}${fixable ? ' *' : ''}`,
  );
}

const head = (more = '') => `---\ntitle: Judul\ndate: 2023-09-14\n${more}---\n`;

describe('the head', () => {
  it('finds nothing where nothing is wrong', async () => {
    expect(await check({ 'a.md': `${head('tags: [x, y]\nlang: id\n')}\nHalo.\n` })).toEqual([]);
  });

  it.each([
    ['a title', 'date: 2023-09-14\n', ['1:1 title-missing']],
    ['a date', 'title: x\n', ['1:1 date-missing']],
    ['a readable date', 'title: x\ndate: besok\n', ['3:1 date-unreadable']],
    ['an ISO date', 'title: x\ndate: 14 Sep 2023 # ya\n', ['3:7 date-form *']],
    [
      'the right weekday',
      'title: x\ndate: Rabu, 14 September 2023 08.21 WIB\n',
      ['3:7 date-weekday'],
    ],
    [
      'a weekday with an apostrophe',
      'title: x\ndate: Jum’at, 15 September 2023\n',
      ['3:7 date-form *'],
    ],
    [
      'an update after publication',
      'title: x\ndate: 2023-09-14\nupdated: 2023-09-13\n',
      ['4:1 date-order'],
    ],
    ['a language', 'title: x\ndate: 2023-09-14\nlang: klingon\n', ['4:7 lang-unknown']],
    ['a known language', 'title: x\ndate: 2023-09-14\nlang: xx\n', ['4:7 lang-unknown']],
    ['a flag', 'title: x\ndate: 2023-09-14\ndraft: mungkin\n', ['4:8 value-unreadable']],
    ['a known key', 'title: x\ndate: 2023-09-14\ncatgories: [a]\n', ['4:1 key-misspelt']],
    ['each tag once', 'title: x\ndate: 2023-09-14\ntags: [a, b, A]\n', ['4:14 tags-duplicate *']],
    ['each tag once', 'title: x\ndate: 2023-09-14\ntags: a, "b", a\n', ['4:15 tags-duplicate *']],
    [
      'each tag once',
      'title: x\ndate: 2023-09-14\ntags:\n  - a\n  - b\n  - A # c\n',
      ['7:5 tags-duplicate *'],
    ],
    ['valid YAML', 'title: a: b\ndate: 2023-09-14\n', ['2:9 front-matter-repaired *']],
    [
      'a picture that is there',
      'title: x\ndate: 2023-09-14\nimage: no.png\n',
      ['4:8 image-broken'],
    ],
    [
      'related articles that are there',
      'title: x\ndate: 2023-09-14\nrelated:\n  - nope\n  - b\n  - https://example.org/\n',
      ['5:5 related-broken'],
    ],
  ])('wants %s', async (_, fields, expected) => {
    const files = { 'a.md': `---\n${fields}---\n\nHalo.\n`, 'b.md': head() };
    expect(await check(files)).toEqual(expected);
  });

  it('takes a title from the first heading and a date from the name', async () => {
    expect(await check({ '2023-09-14-a.md': '# Judul\n\nHalo.\n' }, '2023-09-14-a.md')).toEqual([]);
  });

  it('never runs a program, and says so', async () => {
    const found = await check({ '2023-09-14-a.md': '---js\n{}\n---\n# A\n' }, '2023-09-14-a.md');
    expect(found).toEqual(['1:1 front-matter-executable']);
  });
});

describe('links', () => {
  const around = {
    'b.md': `---\ntitle: Lebah\nslug: bee\naliases: [biene]\n---\n\n# Kepala dua {#dua}\n\n<a id="jangkar"></a>\n`,
    'images/x y.png': '',
  };
  const links = (text: string) => check({ ...around, 'a.md': `${head()}${text}\n` });

  it.each([
    '[a](b.md)',
    '[a](b.md#dua)',
    '[a](./b#jangkar)',
    '[a](images/)',
    '![x](images/x%20y.png)',
    '![x](<images/x y.png>)',
    '[a](https://example.org/nope)',
    '[a](mailto:a@example.org)',
    '[a](/from/the/root)',
    '# Satu dua\n\n[a](#satu-dua) [b](#top) [c](#)',
    '[[bee]] [[biene]] [[b]] [[B#Kepala dua|dua]] [[judul]]',
    '`[x](no.md)`',
    '\\[x](no.md)',
    '    [x](no.md)',
  ])('lets %s be', async (text) => {
    expect(await links(text)).toEqual([]);
  });

  it.each([
    ['[a](no.md)', '5:1 link-broken'],
    ['x ![a](no.png)', '5:3 link-broken'],
    ['[a](b.md#drei)', '5:1 anchor-broken'],
    ['[a](#nirgends)', '5:1 anchor-broken'],
    ['[a]()', '5:1 link-empty'],
    ['[[nope]]', '5:1 wikilink-broken'],
    ['[[#nope]]', '5:1 wikilink-broken'],
    ['[a][b]\n\n[b]: no.md', '5:1 link-broken'],
    ['![](images/x%20y.png)', '5:1 alt-missing'],
    ['<p>\n<a href="no.md">x</a>\n</p>', '5:1 link-broken'],
  ])('finds %s', async (text, expected) => {
    expect(await links(text)).toEqual([expected]);
  });

  it('does not ask the web for what is relative to a web address', async () => {
    const files = { 'a.md': `${head('source: https://example.org/x/\n')}[a](no.md)\n` };
    expect(await check(files)).toEqual([]);
  });
});

describe('references', () => {
  it.each([
    ['[x][y]', ['5:1 reference-undefined']],
    ['[x][]', ['5:1 reference-undefined']],
    ['![x][y]', ['5:2 reference-undefined']],
    ['[1][2] `[x][y]` \\[x][y] [ ][ ]', []],
    ['a[^1] b[^2]\n\n[^1]: one', ['5:8 footnote-undefined']],
    ['a[^1]\n\n[^1]: one\n[^2]: two', ['8:1 footnote-unused']],
    ['a[^1]\n\n[^1]: one[^2]\n\n[^2]: two', []],
    ['# a\n\n### b', ['7:1 heading-skipped']],
    ['### a\n\n# b\n\n## c', []],
  ])('%s', async (text, expected) => {
    expect(await check({ 'a.md': `${head()}${text}\n` })).toEqual(expected);
  });
});

describe('the text', () => {
  it.each([
    ['a\x1b[31m', ['5:2 control-character']],
    ['a\u0085b', ['5:2 control-character']],
    ['a \u202eb\u202c', ['5:3 bidi-control']],
    ['a \u2067b', ['5:3 bidi-control']],
    ['a \u2067\u05d0\u2069 b', []],
    ['kataâ€™nya', ['5:5 damaged-text']],
    ['cafÃ©', ['5:4 damaged-text']],
    ['a\ufffd', ['5:2 damaged-text']],
    ['São Paulo, SÃO, Âge, café’s “x”', []],
  ])('%j', async (text, expected) => {
    expect(await check({ 'a.md': `${head()}${text}\n` })).toEqual(expected);
  });

  it('counts lines and columns from the top, whatever the line ends', async () => {
    const crlf = `\ufeff${head()}a\x1b\nb`.replaceAll('\n', '\r\n');
    expect(await check({ 'a.md': crlf })).toEqual([
      '1:1 byte-order-mark *',
      '5:2 control-character',
      '6:2 final-newline *',
    ]);
  });

  it('finds line ends that are not as most', async () => {
    expect(await check({ 'a.md': `${head()}a\r\nb\n` })).toEqual(['5:2 line-ends *']);
  });

  it('proposes nothing for a file that is not UTF-8', async () => {
    const bytes = Buffer.from(`${head('tags: [a, a]\n')}caf\xe9`, 'latin1');
    expect(await check({ 'a.md': bytes })).toEqual(['1:1 encoding']);
  });
});

describe('a library', () => {
  it('finds slugs and titles that are taken, and tags that are spelt otherwise', async () => {
    const files = {
      'a.md': `${head('slug: satu\ntags: [Rusia, laut]\n')}a\n`,
      'b.md': `${head('slug: satu\ntags: [rusia]\n')}b\n`,
      'c.md': `---\ntitle: JUDUL\ndate: 2023-09-14\nslug: dua\ntags: [Rusia]\n---\nc\n`,
    };
    expect(await check(files, 'a.md')).toEqual(['4:1 slug-duplicate']);
    expect(await check(files, 'b.md')).toEqual(['4:1 slug-duplicate', '5:8 tag-spelling']);
    expect(await check(files, 'c.md')).toEqual(['2:1 title-duplicate']);
  });

  it('names the second of two when both are checked', async () => {
    const library = join(folder, 'both');
    mkdirSync(library);
    const paths = ['a.md', 'b.md'].map((name) => join(library, name));
    for (const path of paths) writeFileSync(path, `${head('slug: satu\n')}x\n`);
    const around = survey(paths, library);
    const [first, second] = await Promise.all(paths.map((path) => checkFile(path, around)));
    expect(first?.findings).toEqual([]);
    expect(second?.findings.map(({ code, details }) => [code, details])).toEqual([
      ['slug-duplicate', { slug: 'satu', other: paths[0] }],
    ]);
  });
});
