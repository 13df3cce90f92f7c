import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ansi } from '../src/emit/ansi.ts';
import { plain } from '../src/emit/plain.ts';
import type { Article } from '../src/model/article.ts';
import { parse } from '../src/parse/parse.ts';
import { pageOf } from './page.ts';

const ARTICLES = join(import.meta.dirname, '../articles');
/** One file for each article, width and way of showing it: what a change does to whole pages is read there. */
const PAGES = join(import.meta.dirname, 'pages');

const names = readdirSync(ARTICLES).filter((name) => name.endsWith('.md'));

/** The ways an article is shown; `shown` says what becomes of the lines. */
const ways = {
  plain: async (article: Article, width: number) =>
    plain(await pageOf(article, { width, header: true, plain: true })),
  text: async (article: Article, width: number) =>
    plain(await pageOf(article, { width, header: true })),
  // Escape characters are written as their picture: a diff of pages must not steer a terminal either.
  ansi16: async (article: Article, width: number) =>
    ansi(await pageOf(article, { width, header: true, hyperlinks: true }), {
      colors: 1,
    }).replaceAll('\x1b', '␛'),
};

describe.each(names)('%s', (name) => {
  const text = readFileSync(join(ARTICLES, name), 'utf8');
  const cases = [40, 80].flatMap((width) =>
    Object.entries(ways).map(([way, shown]) => [way, width, shown] as const),
  );
  it.each(cases)('%s at %i columns', async (way, width, shown) => {
    const article = await parse({ path: `articles/${name}`, text });
    const file = `${name.replace(/\.md$/, '')}.${width}.${way}.txt`;
    await expect(await shown(article, width)).toMatchFileSnapshot(join(PAGES, file));
  });
});
