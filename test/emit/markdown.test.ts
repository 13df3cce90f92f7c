import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/emit/markdown.ts';
import { parse } from '../../src/parse/parse.ts';

const whole = async (text: string) => markdown(await parse({ path: 'story.md', text }));
const body = async (text: string) =>
  (await whole(`---\ntitle: T\n---\n${text}`)).replace(/^---\n[\s\S]*?\n---\n\n?/, '').trimEnd();
const head = async (fields: string) =>
  /^---\n([\s\S]*?)\n---\n/.exec(await whole(`---\n${fields}\n---\nx\n`))?.[1];

describe('front matter', () => {
  it('is canonical: names, order, only what has a value', async () => {
    const written = await head(
      'Tags: Korea Utara\njudul: Dua kata\nlayout: post\npenulis: Pratiwi\ntanggal: 14 September 2023 08:21 WIB\nsumber: sijori.id\nsubtitle:\nbahasa: id',
    );
    expect(written).toBe(
      'title: Dua kata\ndate: 2023-09-14T08:21+07:00\nauthors: [Pratiwi]\ntags: [Korea Utara]\nlang: id\nslug: story\nsource: sijori.id\nlayout: post',
    );
  });

  it.each([
    ['no', '"no"'],
    ['08:21', '"08:21"'],
    ['1984', '"1984"'],
    ['1.10', '"1.10"'],
    ['"a: b"', '"a: b"'],
    ['"a #b"', '"a #b"'],
    ['"- a"', '"- a"'],
    ['\'say "so"\'', 'say "so"'],
    ['\'"so" said\'', '"\\"so\\" said"'],
    ['"a\\u202Eb"', '"a\\u202eb"'],
    ['Rusia & Korea', 'Rusia & Korea'],
    ['"@home"', '"@home"'],
  ])('title %s', async (given, expected) => {
    expect((await head(`title: ${given}\nlang: id`))?.split('\n')[0]).toBe(`title: ${expected}`);
  });

  it('keeps what it does not know, lists and maps included', async () => {
    const written = await head(
      'title: t\nlang: id\nweight: 10\ntoc: true\nmenu:\n  main:\n    name: x\n    list: [a, "b, c"]\nrows:\n  - a: 1\n    b: 2\n  - plain',
    );
    expect(written).toBe(
      'title: t\nlang: id\nslug: story\nweight: 10\ntoc: true\nmenu:\n  main:\n    name: x\n    list: [a, "b, c"]\nrows:\n  - a: 1\n    b: 2\n  - plain',
    );
  });

  it('writes a picture and a source as maps when there is more than one thing to say', async () => {
    expect(
      await head('title: t\nlang: id\nimage: {src: a.png, alt: b}\nsource: X (https://x.org)'),
    ).toBe(
      'title: t\nlang: id\nslug: story\nimage:\n  src: a.png\n  alt: b\nsource:\n  name: X\n  url: https://x.org',
    );
  });

  it('does not take the time of the file for a date', async () => {
    const article = await parse({ path: 'story.md', text: 'x\n', modified: 1e12 });
    expect(article.meta.date?.origin).toBe('file');
    expect(markdown(article)).not.toContain('date:');
  });
});

describe('body', () => {
  it.each([
    ['* a\n* b', '- a\n- b'],
    ['a\n=', '# a'],
    ['_a_ __b__ ~~c~~', '*a* **b** ~~c~~'],
    ['    code', '```\ncode\n```'],
    ['a  \nb', 'a\\\nb'],
    ['[a][x]\n\n[x]: http://y "t"', '[a](http://y "t")\n\n[x]: http://y "t"'],
    ['[[a|b c]]', '[b c](a)'],
    ['> [!note] Own\n> x', '> [!NOTE] Own\n> x'],
    ['H~2~O, x^2^', 'H~2~O, x^2^'],
    ['x<sup>*a*</sup> <sub>b c</sub>', 'x<sup>*a*</sup> <sub>b c</sub>'],
    ['==a== <mark> b </mark>', '==a== ==b=='],
    ['<kbd>Ctrl</kbd>+<u>x</u>', '<kbd>Ctrl</kbd>+<ins>x</ins>'],
    ['T\n:   a\n\n    b', 'T\n: a\n\n  b'],
    ['*[A]: b\n\nA <abbr title="c">D</abbr>', '*[A]: b\n\nA <abbr title="c">D</abbr>'],
    ['# a {#own}\n\n# b', '# a {#own}\n\n# b'],
    ['|a|\n|:-:|\n|b\\|c|', '| a |\n| :-: |\n| b\\|c |'],
    ['1) a\n2) b', '1. a\n2. b'],
    [
      '<figure><img src="a.png" alt="b"><figcaption>c <em>d</em></figcaption></figure>',
      '<figure>\n\n![b](a.png)\n\n<figcaption>c <em>d</em></figcaption>\n\n</figure>',
    ],
    [
      '<details><summary>S</summary>x</details>',
      '<details>\n<summary>S</summary>\n\nx\n\n</details>',
    ],
    ['$a$ and $`b`$', '$a$ and $`b`$'],
  ])('%j', async (text, expected) => {
    expect(await body(text)).toBe(expected);
  });

  it.each([
    'It costs $5.',
    'a ~ b',
    'some ~50',
    '2 ^ 3',
    'a * b',
    'snake_case_word',
    'an [aside] in brackets, and [1]',
    'if a == b',
    'raw.example, draw.io',
    'A & B < C',
    'Jakarta (MOSKOW) - "kata"',
  ])('escapes nothing in vain: %s', async (text) => {
    expect(await body(text)).toBe(text);
  });

  it.each([
    '\\# a',
    '1\\. a',
    'a [b]\\(c)',
    '!\\[a]\\(b)',
    '\\*a\\*',
    'from \\$5 to \\$10',
    '\\==a\\==',
    'a\n\\: b',
    '# a {#b\\}',
    '> \\[!NOTE]\n> a',
    '\\*\\[a]: b',
    '\\^a\\^',
  ])('keeps the escapes that count: %s', async (text) => {
    expect(await body(text)).toBe(text);
  });
});

describe('marks that would meet', () => {
  it.each([
    ['<code>a</code><code>b</code> and `c`<code>d</code>', '`ab` and `cd`'],
    ['<b>a</b><b>b</b>, <i>c</i><i>d</i>, <del>e</del><del>f</del>', '**ab**, *cd*, ~~ef~~'],
    ['<b>a<code>b</code></b><b><code>c</code>d</b>', '**a`bc`d**'],
  ])('are of one node: %s', async (given, expected) => {
    expect(await body(given)).toBe(expected);
  });
});

describe('what a line above would run on into', () => {
  const table = '<table><tr><th>c</th></tr><tr><td>d</td></tr></table>';
  it.each([
    [`a<blockquote>b</blockquote>${table}`, '- a\n  > b\n\n  | c |\n  | - |\n  | d |'],
    [`a<ul><li>b</li></ul>${table}`, '- a\n  - b\n\n  | c |\n  | - |\n  | d |'],
    [`a${table}`, '- a\n  | c |\n  | - |\n  | d |'],
    ['a<dl><dt>c</dt><dd>d</dd></dl>', '- a\n\n  c\n  : d'],
    ['a<blockquote>b</blockquote><dl><dt>c</dt><dd>d</dd></dl>', '- a\n  > b\n\n  c\n  : d'],
  ])('stands apart in an item: %s', async (item, expected) => {
    expect(await body(`<ul><li>${item}</li></ul>`)).toBe(expected);
  });
});
