import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parse5, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { describe, expect, it } from 'vitest';
import { html, htmlBody } from '../../src/emit/html.ts';
import { parse } from '../../src/parse/parse.ts';

const page = async (text: string) =>
  html(await parse({ path: 'story.md', text }), { language: 'en' });
const body = async (text: string) => htmlBody(await parse({ path: 'story.md', text }));

function elements(node: Tree.Node): Tree.Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elements)] : own;
}

describe('html', () => {
  it('is a whole page that says its language, title, author and policy', async () => {
    const written = await page(
      '---\ntitle: A & B\nauthors: [Ana "A"]\nlang: id\ntags: [x]\ndate: 2024-01-02\ndescription: <d>\n---\nHai.\n',
    );
    expect(
      written.startsWith('<!doctype html><html lang="id" dir="ltr"><head><meta charset="utf-8">'),
    ).toBe(true);
    expect(written).toContain('<title>A &#x26; B</title>');
    expect(written).toContain('<meta name="author" content="Ana &#x22;A&#x22;">');
    expect(written).toContain('content="default-src &#x27;none&#x27;; style-src');
    expect(written).toContain('<time datetime="2024-01-02">2024-01-02</time>');
    expect(written).toContain('<p dir="auto">Hai.</p>');
    expect(written.endsWith('</html>\n')).toBe(true);
  });

  it('prints a title once', async () => {
    const written = await page('# Hello\n\nText, with a [way back](#hello).\n');
    expect(written.match(/<h1/g)).toHaveLength(1);
    expect(written).toContain('<h1 class="page-title" dir="auto" id="hello">Hello</h1>');
  });

  it('sets a page of a script from right to left', async () => {
    expect(await page('---\ntitle: x\nlang: ar\n---\nالقراءة\n')).toContain(
      '<html lang="ar" dir="rtl">',
    );
  });

  it('takes its words and dates from a locale', async () => {
    const article = await parse({
      path: 'x.md',
      text: '---\ndate: 2024-01-02\n---\n> [!NOTE]\n> a\n',
    });
    const written = html(article, {
      language: 'id',
      text: (key) => `<${key}>`,
      date: ({ iso }) => `(${iso})`,
    });
    expect(written).toContain('<p class="alert-title" dir="auto">&#x3C;alert-note></p>');
    expect(written).toContain('>(2024-01-02)</time>');
  });

  it('loads nothing but pictures', async () => {
    const text = readFileSync(join(import.meta.dirname, '../../articles/specimen.md'), 'utf8');
    const written = await page(text);
    expect(written).not.toMatch(/<(?:script|link|iframe|object|embed|base)\b/i);
    expect(written).not.toMatch(/url\(|@import/);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JaVaScRiPt:alert(1))',
    '[a](vbscript:x)',
    '[a](data:text/html,<script>)',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="java&#10;script:alert(1)">a</a>',
    '![a](javascript:alert(1))',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '<svg onload=alert(1)>',
    '<style>*{}</style><p style="x:y" onclick="z()">a</p>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '[a](http://b "\\"onmouseover=alert(1) x=\\"")',
    '`</code><script>alert(1)</script>`',
    '```"><script>alert(1)</script>\n```',
    '# a {#x" onclick="alert(1)}',
    '<abbr title="&quot;><script>alert(1)</script>">a</abbr>',
    '[[javascript:alert(1)]]',
    '<javascript:alert(1)>',
    '$</code><script>alert(1)</script>$',
    'x[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: y',
  ])('runs nothing: %s', async (text) => {
    const written = await page(`---\ntitle: t\n---\n${text}\n`);
    for (const element of elements(parse5(written))) {
      expect(['script', 'svg', 'iframe', 'object']).not.toContain(element.tagName);
      for (const { name, value } of element.attrs) {
        expect(name).not.toMatch(/^on|^style$/);
        if (/^(?:href|src)$/.test(name))
          expect(value).not.toMatch(/^\s*(?:javascript|vbscript|data:text)/i);
      }
    }
    expect(written.match(/<style>/g)).toHaveLength(1);
  });

  it('leads to footnotes and back', async () => {
    const written = await body('a[^x] b[^x]\n\n[^x]: Note.\n\n[^u]: Unused.\n');
    expect(written).toContain('<sup><a href="#fn:1" id="fnref:1" role="doc-noteref">1</a></sup>');
    expect(written).toContain('id="fnref:1:2"');
    expect(written).toContain('<a href="#fnref:1:2" role="doc-backlink">');
    expect(written).toContain('<li id="fn:2">\n<p>Unused.</p>\n</li>');
  });

  it.each([
    [
      '> [!WARNING] Careful\n> x',
      '<aside class="alert alert-warning">\n<p class="alert-title">Careful</p>\n<p>x</p>\n</aside>',
    ],
    ['T\n: a\n: b', '<dl>\n<dt>T</dt>\n<dd>a</dd>\n<dd>b</dd>\n</dl>'],
    ['a $x<y$', '<p>a <code class="math">x&#x3C;y</code></p>'],
    ['$$\nx\n$$', '<pre class="math"><code class="math">x\n</code></pre>'],
    ['==m== H~2~O x^2^', '<p><mark>m</mark> H<sub>2</sub>O x<sup>2</sup></p>'],
    ['<kbd>K</kbd> <u>i</u>', '<p><kbd>K</kbd> <ins>i</ins></p>'],
    ['HTML\n\n*[HTML]: Hyper', '<p><abbr title="Hyper">HTML</abbr></p>'],
    [
      '<details open>\n<summary>S</summary>\n\nx\n\n</details>',
      '<details open>\n<summary>S</summary>\n<p>x</p>\n</details>',
    ],
    [
      '<figure><img src="a.png" alt="b"><figcaption>c</figcaption></figure>',
      '<figure>\n<p><img src="a.png" alt="b"></p>\n<figcaption>c</figcaption>\n</figure>',
    ],
  ])('%j', async (text, expected) => {
    expect((await body(text)).trim()).toBe(expected);
  });

  it('makes a figure of a lone picture with a title, and lets tables scroll', async () => {
    const written = await page('![a](b.png "c")\n\n| x |\n|--:|\n| y |\n');
    expect(written).toContain(
      '<figure><img src="b.png" alt="a" loading="lazy"><figcaption dir="auto">c</figcaption></figure>',
    );
    expect(written).toContain('<div class="scroll"><table>');
    expect(written).toContain('<th align="right" dir="auto">x</th>');
  });

  it('is as deep as the deepest article', async () => {
    expect(await page(`${'> '.repeat(2000)}deep\n`)).toContain('deep');
  });
});
