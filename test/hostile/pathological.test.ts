import { describe, expect, it } from 'vitest';
import { html } from '../../src/emit/html.ts';
import { json } from '../../src/emit/json.ts';
import { plain } from '../../src/emit/plain.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { textOf } from '../../src/model/text.ts';
import { parse } from '../../src/parse/parse.ts';
import { pageOf } from '../page.ts';

const times = (text: string, count: number) => text.repeat(count);

/** cmark's pathological inputs (test/pathological_tests.py) and shapes beyond them, by their size. */
const SHAPES: Readonly<Record<string, (n: number) => string>> = {
  'nested strong emph': (n) => `${times('*a **a ', n)}b${times(' a** a*', n)}`,
  'closers with no openers': (n) => times('a_ ', n),
  'openers with no closers': (n) => times('_a ', n),
  'link closers': (n) => times('a]', n),
  'link openers': (n) => times('[a', n),
  'mismatched openers and closers': (n) => times('*a_ ', n),
  'issue 389': (n) => `${times('*a ', n)}${times('_a*_ ', n)}`,
  'multiples of three': (n) => `a**b${times('c* ', n)}`,
  'link openers and emph closers': (n) => times('[ a_', n),
  'pattern [ (](': (n) => times('[ (](', n),
  'pattern ![[]()': (n) => times('![[]()', n),
  'nested brackets': (n) => `${times('[', n)}a${times(']', n)}`,
  'nested quotes': (n) => `${times('> ', n)}a`,
  'nested lists': (n) =>
    Array.from({ length: Math.min(500, n) }, (_, at) => `${'  '.repeat(at)}* a`).join('\n'),
  backticks: (n) =>
    Array.from({ length: Math.min(1500, n) }, (_, at) => `e${'`'.repeat(at)}`).join(''),
  'unclosed links A': (n) => times('[a](<b', n),
  'unclosed links B': (n) => times('[a](b', n),
  'unclosed comment': (n) => `</${times('<!--', n)}`,
  'lists in lists': (n) => `${times('- ', n)}x${times('\n', n)}`,
  'emph in deep quote': (n) => `${times('>', n)}${times('a*', n)}`,
  entities: (n) => `x ${times('&amp;', n)}`,
  'many references': (n) => `${times('[0] ', n)}\n\n[0]: /u`,
  'many footnotes': (n) =>
    Array.from({ length: n }, (_, at) => `[^${at}]\n\n[^${at}]: x\n`).join('\n'),
  'one word': (n) => times('a', n * 10),
  'one Chinese paragraph': (n) => times('汉', n * 4),
  'one paragraph': (n) => times('kata demi kata. ', n * 2),
  'one line of code': (n) => `\`\`\`\n${times('x', n * 10)}\n\`\`\``,
  'a tall table': (n) => `|a|b|\n|---|---|\n${times('|1|2|\n', n)}`,
  'a wide table': (n) => `|${times('a|', n / 4)}\n|${times('-|', n / 4)}\n|${times('b|', n / 4)}`,
  headings: (n) => times('# a\n\n', n),
  'marks and dollars': (n) => times('==a $x$ ', n),
  'brackets and accents': (n) => times('[ é', n * 8),
  'backticks and accents': (n) => times('é`', n * 8),
  'open tags': (n) => times('<b><a href="', n),
};

async function milliseconds(text: string): Promise<number> {
  const start = performance.now();
  const article = await parse({ path: 'x.md', text });
  plain(await pageOf(article, { width: 72, plain: true }));
  await pageOf(article, { width: 72 });
  return performance.now() - start;
}

const SIZE = 4000;
/** A generous limit for what takes well under a second on a calm machine. */
const LIMIT = 20_000;

describe('pathological input', () => {
  it.each(Object.entries(SHAPES))(
    '%s is read and laid out in time about linear in its size',
    async (_, shape) => {
      await milliseconds(shape(SIZE / 8));
      const small = await milliseconds(shape(SIZE));
      const large = await milliseconds(shape(SIZE * 4));
      expect(large).toBeLessThan(LIMIT);
      // Four times the size: quadratic would be sixteen. Short times are noise.
      expect(large).toBeLessThan(Math.max(3000, small * 12));
    },
    120_000,
  );

  it.each([
    ['quotes', `${times('> ', 3000)}kata`],
    ['lists', `${times('- ', 3000)}kata`],
    ['emphasis', `${times('*a ', 3000)}kata${times('*', 3000)}`],
  ])('%s nested thousands deep keep their words in every output', async (_, text) => {
    const article = await parse({ path: 'x.md', text });
    expect(textOf(article.body)).toContain('kata');
    expect(plain(await pageOf(article, { width: 40, plain: true }))).toContain('kata');
    expect(json(article)).toContain('kata');
    expect(html(article, localeFor('en'))).toContain('kata');
  });

  it('shows nesting to sixteen levels, and no line is too wide', async () => {
    const article = await parse({ path: 'x.md', text: `${times('> ', 40)}satu dua tiga empat` });
    const lines = plain(await pageOf(article, { width: 60 })).split('\n');
    expect(lines[0]).toMatch(/^(?:\S ){16}(?=satu)/u);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  });
});
