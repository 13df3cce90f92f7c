import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ansi } from '../src/emit/ansi.ts';
import { plain } from '../src/emit/plain.ts';
import type { Article } from '../src/model/article.ts';
import { type Line, lineWidth } from '../src/model/line.ts';
import { textOf } from '../src/model/text.ts';
import { descendants } from '../src/model/tree.ts';
import { parse } from '../src/parse/parse.ts';
import { pageOf, seen } from './page.ts';

const CORPUS = '../shared/corpus';
const WIDTHS = [20, 40, 80, 160];

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path));
}

interface Example {
  readonly markdown: string;
  readonly example: number;
}
function examples(name: string): (readonly [string, string])[] {
  const all = JSON.parse(readFileSync(`test/spec-data/${name}.json`, 'utf8')) as Example[];
  return all.map(({ markdown, example }) => [`${name} ${example}`, markdown] as const);
}

const texts = [
  ...files('articles').map((path) => [path, readFileSync(path, 'utf8')] as const),
  ...(existsSync(CORPUS) ? files(CORPUS) : []).map(
    (path) => [path, readFileSync(path, 'utf8')] as const,
  ),
  ...examples('commonmark'),
  ...examples('gfm'),
  ...examples('gfm-extensions'),
];

/** The letters and digits of a text: what no layout may lose, whatever it does to spaces and hyphens. */
const letters = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');

/** The letters of the body in reading order; footnotes that nobody refers to and TeX are told apart. */
function wanted(article: Article): string {
  return letters(
    article.body.children
      .filter((block) => block.type !== 'footnoteDefinition' && block.type !== 'definition')
      .map((block) => textOf(block))
      .join('\n'),
  );
}

/** Whether all of `inner` is in `outer` in order, other letters between. */
function isWithin(inner: string, outer: string): boolean {
  let at = 0;
  for (const char of outer) if (at < inner.length && inner.startsWith(char, at)) at += char.length;
  return at >= inner.length;
}

/** Lines that may be wider than asked in a pipe: code, math and addresses, which are to be copied. */
function mayBeWide(article: Article): boolean {
  for (const { type } of descendants(article.body)) {
    if (type === 'code' || type === 'math' || type === 'table' || type === 'verbatim') return true;
  }
  return false;
}

function tooWide(lines: readonly Line[], width: number): string[] {
  return lines.filter((line) => lineWidth(line) > width).map(seen);
}

const isAddress = (line: string) => /^\[\d+\]: /.test(line);

describe.skipIf(!existsSync(CORPUS))('the corpora are there', () => {
  it('with all their files', () => expect(texts.length).toBeGreaterThan(1900));
});

/** What is wrong with a page on a terminal. */
async function faultsOnScreen(article: Article, width: number): Promise<string[]> {
  const pages = [true, false].map((hyperlinks) =>
    pageOf(article, { width, hyperlinks, header: true }),
  );
  return (await Promise.all(pages)).flatMap((lines) =>
    tooWide(lines, width).filter((line) => !isAddress(line)),
  );
}

/** What is wrong with a page in a pipe. */
async function faultsInPipe(article: Article, width: number): Promise<string[]> {
  const lines = await pageOf(article, { width, plain: true });
  const shown = plain(lines);
  return [
    isWithin(wanted(article), letters(shown)) ? [] : ['letters lost'],
    /[ \t]$/m.test(shown) ? ['trailing blanks'] : [],
    shown.includes('\x1b') ? ['escape'] : [],
    mayBeWide(article) ? [] : tooWide(lines, width).filter((line) => !isAddress(line)),
  ].flat();
}

async function faultsOf(check: typeof faultsInPipe, width: number): Promise<string[]> {
  const found: string[] = [];
  for (const [name, text] of texts) {
    const article = await parse({ path: name, text });
    for (const fault of await check(article, width)) found.push(`${name}: ${fault}`);
  }
  return found;
}

describe('every file and every example of the specifications', () => {
  it.each(WIDTHS)('fits into %i columns on a terminal', async (width) => {
    expect(await faultsOf(faultsOnScreen, width)).toEqual([]);
  });

  it.each(WIDTHS)(
    'keeps every letter in order in a pipe of %i columns, none too wide',
    async (width) => {
      expect(await faultsOf(faultsInPipe, width)).toEqual([]);
    },
  );

  it('gives the same bytes for the same input', async () => {
    const render = async (name: string, text: string) => {
      const article = await parse({ path: name, text });
      return ansi(await pageOf(article, { width: 72, hyperlinks: true, header: true }), {
        colors: 3,
      });
    };
    for (const [name, text] of texts.filter((_, at) => at % 7 === 0)) {
      expect(await render(name, text)).toBe(await render(name, text));
    }
  });
});
