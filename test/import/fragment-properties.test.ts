import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bodyMarkdown } from '../../src/emit/markdown.ts';
import { fragmentToMarkdown } from '../../src/import/html/fragment.ts';
import { textOf } from '../../src/model/text.ts';
import { parse } from '../../src/parse/parse.ts';

/** Words with the signs that Markdown reads, entities, and tags that are opened and closed anyhow. */
const piece = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      'kata ',
      'satu',
      ' dua',
      '*tiga* ',
      '_x_ ',
      '1. ',
      '# ',
      '- ',
      '> ',
      '`c` ',
      '[y](z) ',
      '![a] ',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '&amp; ',
      '&lt;b&gt; ',
      '&nbsp;',
      '~s~ ',
      '$5 ',
      '==m== ',
      ': ',
      '| ',
      '\n',
      '&#8217;',
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom('<', '</'),
        fc.constantFrom(
          ...'p div b i em strong span a blockquote ul ol li h2 h3 pre code table tr td th figure figcaption details summary dl dt dd sup sub mark kbd section center font br hr q'.split(
            ' ',
          ),
        ),
      )
      .map(([open, name]) => `${open}${name}>`),
  },
);
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const seen = (html: string) =>
  wordsOf(html.replace(/<[^>]*>/g, ' ').replace(/&(?:amp|lt|gt|nbsp|#8217);/g, ' '));

/** Breaks between words are the page's own matter: only letters and their order count. */
const letters = (words: readonly string[]) => words.join('');

it('keeps every letter of any tags, whatever they are in', async () => {
  await fc.assert(
    fc.asyncProperty(soup, async (html) => {
      const body = await fragmentToMarkdown(html);
      expect([...letters(wordsOf(textOf(body as never)))].sort()).toEqual(
        [...letters(seen(html))].sort(),
      );
    }),
    { numRuns: 300 },
  );
});

it('writes what Markdown reads as the same letters', async () => {
  await fc.assert(
    fc.asyncProperty(soup, async (html) => {
      const body = await fragmentToMarkdown(html);
      const text = `---\ntitle: Judul\n---\n\n${bodyMarkdown(body as never)}`;
      const article = await parse({ path: 'x.md', text });
      expect(letters(wordsOf(textOf(article.body as never)))).toBe(
        letters(wordsOf(textOf(body as never))),
      );
    }),
    { numRuns: 200 },
  );
});
