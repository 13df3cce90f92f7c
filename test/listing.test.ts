import { describe, expect, it } from 'vitest';
import type { Context } from '../src/cli/context.ts';
import { grouped, type Listed } from '../src/cli/lists/groups.ts';
import { table } from '../src/cli/lists/table.ts';
import { ansi } from '../src/emit/ansi.ts';
import { localeFor } from '../src/locale/locale.ts';
import type { Meta } from '../src/model/article.ts';
import { lineWidth } from '../src/model/line.ts';

const none = { titleFromBody: false, editors: [], categories: [], related: [], aliases: [] };
const metaOf = (meta: Partial<Meta>): Meta => ({
  ...none,
  title: 'Laut Natuna tenang',
  authors: [],
  tags: [],
  slug: 'laut',
  draft: false,
  extra: {},
  ...meta,
});
const listed = (meta: Partial<Meta>, number = 1): Listed => ({
  path: 'a.md',
  number,
  meta: metaOf(meta),
});
const contextOf = (columns: number, language: 'id' | 'en' = 'en'): Context =>
  ({
    terminal: { columns, hyperlinks: true, styled: true, isTerminal: true },
    locale: localeFor(language),
  }) as unknown as Context;

describe('dates in a list', () => {
  const id = localeFor('id');
  const en = localeFor('en');
  it.each([
    ['2024-03-01', 'today      ', 'hari ini   '],
    ['2024-02-29T23:00:00+07:00', 'yesterday  ', 'kemarin    '],
    ['2024-02-24', '6 days ago ', '6 hari lalu'],
    ['2024-02-23', '23 Feb 2024', '23 Feb 2024'],
    ['2024-03-02', '02 Mar 2024', '02 Mar 2024'],
    ['2024', '2024       ', '2024       '],
  ])('%s is near or is a date, in eleven columns', (iso, english, indonesian) => {
    expect(en.nearDate({ iso, origin: 'head' }, '2024-03-01')).toBe(english);
    expect(id.nearDate({ iso, origin: 'head' }, '2024-03-01')).toBe(indonesian);
  });
});

describe('titles in a list', () => {
  const shown = (meta: Partial<Meta>) =>
    ansi(table(grouped([listed(meta)], undefined), contextOf(80)), { colors: 0 });

  it('lead to where the article was published', () => {
    expect(shown({ source: { url: 'https://sijori.id/a' } })).toContain(
      '\x1b]8;id=1;https://sijori.id/a\x1b\\Laut Natuna tenang\x1b]8;;\x1b\\',
    );
  });

  it.each([
    [{ source: { url: 'javascript:alert(1)' } }],
    [{ source: { url: 'https://user@evil.example/' } }],
    [{ title: 'https://bank.example', source: { url: 'https://evil.example/' } }],
    [{}],
  ])('lead nowhere that a reader could be harmed by: %j', (meta) => {
    expect(shown(meta)).not.toContain(']8;');
  });
});

describe('a list on a terminal', () => {
  it.each([20, 34, 60, 200])('is never wider than %i columns', (columns) => {
    const entries = [
      listed(
        { title: '読書の時間'.repeat(20), tags: ['日本語', 'b'], authors: ['あ'.repeat(60)] },
        12,
      ),
      listed(
        { title: 'x', tags: ['tag'.repeat(40)], date: { iso: '2024-03-01', origin: 'head' } },
        3,
      ),
    ];
    for (const by of [undefined, 'tag', 'author', 'month'] as const) {
      const lines = table(grouped(entries, by), contextOf(columns, 'id'));
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
    }
  });
});

describe('groups', () => {
  const names = (entries: readonly Listed[], by: 'tag' | 'author' | 'month') =>
    grouped(entries, by).map(({ name, entries: all }) => [name, all.map(({ number }) => number)]);

  it('are in order of their size, those without a name last, in one spelling', () => {
    const entries = [
      listed({ tags: ['b'] }, 1),
      listed({}, 2),
      listed({ tags: ['Rusia', 'a'] }, 3),
      listed({ tags: ['rusia'] }, 4),
      listed({}, 5),
      listed({}, 6),
    ];
    expect(names(entries, 'tag')).toEqual([
      ['Rusia', [3, 4]],
      ['a', [3]],
      ['b', [1]],
      ['', [2, 5, 6]],
    ]);
  });

  it('of months keep the order of the list', () => {
    const at = (iso: string, number: number) => listed({ date: { iso, origin: 'head' } }, number);
    const entries = [at('2024-03-02', 1), at('2024-03-01', 2), at('2023-12-31', 3)];
    expect(names(entries, 'month')).toEqual([
      ['2024-03', [1, 2]],
      ['2023-12', [3]],
    ]);
  });
});
