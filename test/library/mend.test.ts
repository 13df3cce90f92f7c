import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkFile, survey } from '../../src/checker.ts';
import { baseName } from '../../src/library/create.ts';
import { linesOf } from '../../src/library/lines.ts';
import { applyEdits, compatible } from '../../src/library/mend.ts';
import { writeWhole } from '../../src/library/store.ts';
import { parseHead } from '../../src/parse/parse.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sijori-mend-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function mended(raw: string): Promise<string> {
  const path = join(folder, 'a.md');
  writeFileSync(path, raw);
  const checked = await checkFile(path, survey([path], folder));
  return checked.mended ?? raw;
}

describe('mending', () => {
  it.each([
    ['a mark', '\ufeff---\ntitle: x\n---\na\n', '---\ntitle: x\n---\na\n'],
    ['a last line', 'a\nb', 'a\nb\n'],
    ['a last line as the others', 'a\r\nb', 'a\r\nb\r\n'],
    ['mixed line ends', 'a\nb\r\nc\nd\r', 'a\nb\nc\nd\n'],
    ['mixed line ends', 'a\r\nb\r\nc\n', 'a\r\nb\r\nc\r\n'],
    ['blanks in the head', '---  \ntitle: x \t\n---\na  \nb\n', '---\ntitle: x\n---\na  \nb\n'],
    [
      'tags',
      '---\ntitle:  x\ntags: [ a,"b" , A,b ] # c\n---\na\n',
      '---\ntitle:  x\ntags: [ a,"b" ] # c\n---\na\n',
    ],
    [
      'tags',
      '---\ntitle: x\ntags:\n- a\n# c\n- "A"\n- b\n---\na\n',
      '---\ntitle: x\ntags:\n- a\n# c\n- b\n---\na\n',
    ],
    ['tags', '---\ntitle: x\ntags: a, b, a\n---\na\n', '---\ntitle: x\ntags: a, b\n---\na\n'],
    [
      'tags of TOML',
      '+++\ntitle = "x"\ntags = ["a", "b", "a"]\n+++\na\n',
      '+++\ntitle = "x"\ntags = ["a", "b"]\n+++\na\n',
    ],
    [
      'dates',
      '---\ntitle: x\nTanggal:   "Kamis, 14 September 2023 08.21 WIB" # c\n---\na\n',
      '---\ntitle: x\nTanggal:   2023-09-14T08:21+07:00 # c\n---\na\n',
    ],
    [
      'broken values, and only them',
      '---\ntitle: a: b\nauthor:   X   Y # c\n"odd"  : 1\nsubtitle: @x\n---\na\n',
      "---\ntitle: 'a: b'\nauthor:   X   Y # c\n\"odd\"  : 1\nsubtitle: '@x'\n---\na\n",
    ],
    [
      'all of it at once',
      '\ufeff---\r\ntitle: a: b  \ntags: [x, X]\r\ndate: 1 Mei 2020\n---\na',
      "---\ntitle: 'a: b'\ntags: [x]\ndate: 2020-05-01\n---\na\n",
    ],
  ])('%s', async (_, before, after) => {
    expect(await mended(before)).toBe(after);
  });

  it.each([
    ['what is right', '---\ntitle: x\ndate: 2023-09-14 08:21:00 +0700\ntags: [a]\n---\na  \nb\n'],
    ['a weekday that is wrong', '---\ndate: Rabu, 14 September 2023\n---\na\n'],
    ['the words of block scalars', '---\ntitle: x\nnote: |\n  a  \n  b\n---\na\n'],
    ['dates of TOML', '+++\ndate = "14 September 2023"\n+++\na\n'],
    ['tags that are maps', '---\ntags:\n  - name: a\n  - name: a\n---\na\n'],
    ['nested lists', '---\ntags: [[a], [a]]\n---\na\n'],
    ['a key that is there twice', '---\ntitle: a\ntitle: b\n---\na\n'],
    ['a head that is a program', '---js\n{ "tags": ["a", "a"] }\n---\na\n'],
    ['tags in the body', 'a\n\ntags: [a, a]\n'],
    ['CRLF throughout', '---\r\ntitle: x\r\n---\r\na\r\n'],
  ])('lets be %s', async (_, text) => {
    expect(await mended(text)).toBe(text);
  });

  const value = fc.constantFrom(
    'a',
    'a: b',
    '"a" b',
    "'a'",
    '[a, b, A]',
    'a, b , a',
    '14 September 2023',
    'Kamis, 14 Sep 2023 # c',
    '@x',
    '{{ x }}',
    '|\n  a  \n  b',
    '\n  - a\n  - A\n  - "b"',
    '[a',
    '* x',
    '',
  );
  const key = fc.constantFrom('title', 'tags', 'kategori', 'date', 'Updated', 'x', 'note');
  const field = fc
    .tuple(key, fc.constantFrom(': ', ':  ', ':', ' : '), value, fc.constantFrom('', ' ', '\t'))
    .map((parts) => parts.join(''));
  const file = fc
    .record({
      mark: fc.constantFrom('', '\ufeff'),
      fields: fc.array(field, { maxLength: 6 }),
      body: fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\t', '#', '[', '\u00a0', 'é') }),
      ends: fc.infiniteStream(fc.constantFrom('\n', '\n', '\r\n')),
    })
    .map(({ mark, fields, body, ends }) =>
      `${mark}---\n${fields.join('\n')}\n---\n${body}`.replace(
        /\n/g,
        () => ends.next().value ?? '',
      ),
    );
  const normal = (raw: string) => raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const read = (raw: string) => {
    const { meta, body } = parseHead({ path: 'a.md', text: normal(raw) });
    return { meta, body: body.replace(/\n*$/, '') };
  };

  it('never changes what is read, nor the body but for its line ends; twice is once', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (raw) => {
        fc.pre(normal(raw).trim() !== '');
        const once = await mended(raw);
        expect(read(once)).toEqual(read(raw));
        expect(await mended(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it('makes edits and leaves every other character', () => {
    const edits = [
      { start: 4, end: 6, text: 'X' },
      { start: 0, end: 0, text: '<' },
    ];
    expect(applyEdits('0123456789', edits)).toBe('<0123X6789');
    const mend = { code: 'date-form' as const, line: 1, column: 1 };
    const chosen = compatible([
      { ...mend, edits },
      { ...mend, edits: [{ start: 5, end: 8, text: '' }] },
      { ...mend, edits: [{ start: 6, end: 8, text: '' }] },
    ]);
    expect(chosen.map((one) => one.edits[0]?.start)).toEqual([4, 6]);
  });

  it('counts lines whatever ends them', () => {
    expect(linesOf('\ufeffa\r\nb\rc\n')).toEqual([
      { text: 'a', start: 1, next: 4 },
      { text: 'b', start: 4, next: 6 },
      { text: 'c', start: 6, next: 8 },
      { text: '', start: 8, next: 8 },
    ]);
  });
});

describe('writing', () => {
  it('replaces a file and keeps its permissions', () => {
    const path = join(folder, 'mode.md');
    writeFileSync(path, 'old', { mode: 0o640 });
    writeWhole(path, 'new\r\n\ufeff', { overwrite: true });
    expect(readFileSync(path, 'utf8')).toBe('new\r\n\ufeff');
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it('never replaces a file that it was not told to', () => {
    const path = join(folder, 'deep', 'er', 'x.md');
    writeWhole(path, 'one', { overwrite: false });
    expect(() => writeWhole(path, 'two', { overwrite: false })).toThrow('exists');
    expect(readFileSync(path, 'utf8')).toBe('one');
  });

  it('names a file by day and slug, not longer than file systems take', () => {
    const named = (iso: string, slug: string, origin: 'head' | 'file' = 'head') =>
      baseName({ date: { iso, origin }, slug });
    expect(named('2023-09-14T08:21', 'a-b')).toBe('2023-09-14-a-b');
    expect(named('2023-09-14', '')).toBe('2023-09-14-article');
    expect(named('2023-09-14', 'a-b', 'file')).toBe('a-b');
    expect(baseName({ slug: 'a-b' })).toBe('a-b');
    const long = named('2023-09-14', Array(80).fill('kata').join('-'));
    expect(long).toMatch(/-kata$/);
    expect(long.length).toBeLessThan(137);
    expect(Buffer.byteLength(named('2023-09-14', '書'.repeat(200)))).toBeLessThan(137);
  });
});
