import { describe, expect, it } from 'vitest';
import { bodyMarkdown } from '../../src/emit/markdown.ts';
import { decodeHtml } from '../../src/import/html/charset.ts';
import { fragmentToMarkdown } from '../../src/import/html/fragment.ts';

const base = 'https://contoh.id/berita/satu/';

async function markdownOf(html: string): Promise<string> {
  return bodyMarkdown((await fragmentToMarkdown(html, { base })) as never);
}

/** HTML, and the Markdown that it becomes. */
const FORMS: Readonly<Record<string, readonly [html: string, markdown: string]>> = {
  'marks within a line': [
    '<p>Satu <b>dua</b> <i>tiga</i> H<sub>2</sub>O <mark>empat</mark> <kbd>Ctrl</kbd> <abbr title="Himpunan">HT</abbr>',
    'Satu **dua** *tiga* H~2~O ==empat== <kbd>Ctrl</kbd> <abbr title="Himpunan">HT</abbr>',
  ],
  'two breaks as a new paragraph': ['Satu<br><br>dua<br>tiga', 'Satu\n\ndua\\\ntiga'],
  'whole addresses, tracking left alone': [
    '<a href="../x?utm_source=a">x</a> <a href="//y.id/">y</a> <a href="#z">z</a>',
    '[x](https://contoh.id/berita/x?utm_source=a) [y](https://y.id/) [z](#z)',
  ],
  'no link that would run something': [
    '<a href="java\nscript:alert(1)">a</a> <a href="data:text/html,x">b</a> <a>c</a>',
    'a b c',
  ],
  'a figure with a caption and a credit': [
    '<figure><img src="/a.jpg" alt="Alt"><figcaption><p>Kapal.</p><span>Foto: Ani</span></figcaption></figure>',
    '<figure>\n\n![Alt](https://contoh.id/a.jpg)\n\n<figcaption>Kapal. Foto: Ani</figcaption>\n\n</figure>',
  ],
  'a captioned picture that is no figure yet': [
    '<div class="photo"><img src="/b.jpg"><div class="photo-caption">Dua</div></div>',
    '<figure>\n\n![](https://contoh.id/b.jpg)\n\n<figcaption>Dua</figcaption>\n\n</figure>',
  ],
  'pictures that scripts would load later': [
    '<p><img src="data:image/gif;base64,R0" data-src="/c.jpg"> <picture><source srcset="/d-1.webp 1x, /d-2.webp 2x"></picture>' +
      ' <img src="/blank.gif"><noscript><img src="/e.jpg"></noscript> <img src="/px.gif" width=1 height=1>',
    '![](https://contoh.id/c.jpg) ![](https://contoh.id/d-2.webp) ![](https://contoh.id/e.jpg)',
  ],
  'a table without losing cells': [
    '<table><tr><th colspan=2>Nama<th>Nilai<tr><td>a<td>b|c<td><p>d</p><tr><td rowspan=2>x<td>y<td>z<tr><td>1<td>2</table>',
    '| Nama | | Nilai |\n| - | - | - |\n| a | b\\|c | d |\n| x | y | z |\n| | 1 | 2 |',
  ],
  'a table that only places things': [
    '<table><tr><td><p>Satu<p>Dua<td><h2>Tiga</h2></table>',
    'Satu\n\nDua\n\n## Tiga',
  ],
  'code and its language': [
    '<div class="highlight-source-js"><pre>a = <b>1</b>;\nb();</pre></div><pre><code class="language-python">x\n  y\n</code></pre>',
    '```js\na = 1;\nb();\n```\n\n```python\nx\n  y\n```',
  ],
  'code without the numbers of its lines': [
    '<table class="lntable"><tr><td><pre><code>1\n2\n</code></pre></td><td><pre><code class="language-go" data-lang="go">a\nb</code></pre></td></table>',
    '```go\na\nb\n```',
  ],
  'a description list': ['<dl><dt>Kata<dd>Arti</dl>', 'Kata\n: Arti'],
  details: [
    '<details><summary>Ringkas</summary><p>Isi</details>',
    '<details>\n<summary>Ringkas</summary>\n\nIsi\n\n</details>',
  ],
  'what plays as links': [
    '<iframe src="//youtube.com/embed/a" title="Video"></iframe><video><source src="v.mp4">Lama.</video>',
    '[Video](https://youtube.com/embed/a)\n\n<https://contoh.id/berita/satu/v.mp4>',
  ],
  'a footnote': [
    '<p>Kata<sup id="r1"><a href="#n1">1</a></sup>.</p><section class="footnotes"><ol><li id="n1"><p>Isi. <a href="#r1">↩</a></p></ol></section>',
    'Kata[^1].\n\n[^1]: Isi.',
  ],
  'a footnote in the manner of a wiki': [
    '<p>Kata<sup id="cite_ref-a" class="reference"><a href="#cite_note-a">[1]</a></sup>.</p><ol class="references"><li id="cite_note-a"><span class="mw-cite-backlink"><b><a href="#cite_ref-a">^</a></b></span> <span>Buku.</span></ol>',
    'Kata[^1].\n\n[^1]: Buku.',
  ],
  'a footnote of a book': [
    '<p>Tali<a epub:type="noteref" href="#n1">1</a>.</p><aside epub:type="footnote" id="n1"><p>Rami.</p></aside>',
    'Tali[^1].\n\n[^1]: Rami.',
  ],
  'only what is seen': [
    '<p hidden>a<p style="display: none">b<p class="sr-only">c<script>d</script><style>e</style><template>f</template><p>g<button>h</button>',
    'g',
  ],
  'emphases within their own kind': [
    '<p>x <b><b><strong>a</strong> <i>b <span><b>c</b></span><em>d</em></i></b> e</b><b>f</b>',
    'x **a *b cd* ef**',
  ],
  'a no-break space': ['<p>Akhir&nbsp;kata<p>&nbsp;', 'Akhir\u00a0kata'],
};

describe('a piece of HTML', () => {
  for (const [name, [html, markdown]] of Object.entries(FORMS)) {
    it(`keeps ${name}`, async () => {
      expect((await markdownOf(html)).trimEnd()).toBe(markdown);
    });
  }

  it('of nothing is nothing', async () => {
    expect(await markdownOf('')).toBe('');
  });
});

describe('the bytes of a page', () => {
  const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

  it('are read by their mark, the server, the page, and else by their looks', () => {
    expect(decodeHtml(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]), 'text/html; charset=latin1')).toBe(
      'a',
    );
    expect(decodeHtml(Uint8Array.from([0xff, 0xfe, 0x61, 0x00]))).toBe('a');
    expect(decodeHtml(bytes('\x93\x94'), 'text/html; charset="Shift_JIS"')).toBe('灯');
    expect(decodeHtml(bytes('<meta charset=shift_jis>\x93\x94'))).toBe(
      '<meta charset=shift_jis>灯',
    );
    expect(decodeHtml(bytes('<?xml version="1.0" encoding="koi8-r"?>\xc1'))).toContain('а');
    expect(decodeHtml(bytes('\xc3\xa9'))).toBe('é');
    expect(decodeHtml(bytes('\x93a\x94'))).toBe('“a”');
    expect(decodeHtml(bytes('<meta charset=utf-8>\x93a\x94'))).toBe('<meta charset=utf-8>“a”');
    expect(decodeHtml(bytes('a'), 'text/html; charset=nothing')).toBe('a');
  });
});
