import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/library/query/evaluate.ts';
import { type QueryFlags, queryFromFlags } from '../../src/library/query/flags.ts';
import { namesIn, resolve, similar } from '../../src/library/resolve.ts';
import { countTags, type Entry, sorted } from '../../src/library/select.ts';

function entry(slug: string, more: Partial<Entry['meta']> = {}): Entry {
  const meta = {
    title: slug,
    titleFromBody: false,
    authors: [],
    editors: [],
    tags: [],
    categories: [],
    slug,
    draft: false,
    related: [],
    aliases: [],
    extra: {},
    ...more,
  };
  return { path: `lib/${slug}.md`, meta };
}
const date = (iso: string) => ({ iso, origin: 'head' as const });
const slugs = (entries: readonly Entry[]) => entries.map(({ meta }) => meta.slug);

const LIBRARY = [
  entry('a', {
    tags: ['Rusia', 'Asia/China'],
    authors: ['Pratiwi'],
    date: date('2023-09-14T08:21+07:00'),
  }),
  entry('b', { tags: ['rusia'], authors: ['Andi Wijaya'], date: date('2023-09-30') }),
  entry('c', { tags: ['Korea Utara'], authors: ['Siti Pratiwi'], date: date('2022-01-02') }),
  entry('d', { tags: ["Jum'at"], title: 'Hari Jumat' }),
];

describe('selecting', () => {
  const query = (flags: QueryFlags) => queryFromFlags(flags, { now: '2026-11-25T16:00:00Z' });
  const asked = (entry: Entry) => ({
    ...entry,
    ...{ words: 0, broken: false, reading: false, done: false, starred: false, texts: () => [] },
  });

  it.each([
    [{ tag: ['RUSIA'] }, ['a', 'b']],
    [{ tag: ['#rusia'] }, ['a', 'b']],
    [{ tag: ['rusia', 'asia'] }, ['a']],
    [{ tag: ['china'] }, []],
    [{ tag: ['asia/china,korea utara'] }, ['a', 'c']],
    [{ tag: ['jumat'] }, ['d']],
    [{ author: ['pratiwi'] }, ['a', 'c']],
    [{ author: ['andi,siti'] }, ['b', 'c']],
    [{ since: '2023' }, ['a', 'b']],
    [{ since: '2023-09-15' }, ['b']],
    [{ until: '2022' }, ['c']],
    [{ until: '2023-09' }, ['a', 'b', 'c']],
    [{ since: '2023-09-14', until: '2023-09-14' }, ['a']],
    [{ tag: ['rusia'], author: ['andi'], since: '2023-09' }, ['b']],
  ])('%j finds %j', (wanted: QueryFlags, expected) => {
    expect(slugs(LIBRARY.filter((one) => evaluate(query(wanted), asked(one))))).toEqual(expected);
  });

  it('orders by date with the newest first and the undated last', () => {
    expect(slugs(sorted(LIBRARY, 'date'))).toEqual(['b', 'a', 'c', 'd']);
    expect(slugs(sorted(LIBRARY, 'title'))).toEqual(['a', 'b', 'c', 'd']);
    expect(slugs(sorted(LIBRARY, 'author'))).toEqual(['b', 'a', 'c', 'd']);
    expect(slugs(sorted(LIBRARY, 'path', true))).toEqual(['d', 'c', 'b', 'a']);
  });

  it('compares moments, not clock faces', () => {
    const east = entry('east', { date: date('2023-09-14T08:00+09:00') });
    const west = entry('west', { date: date('2023-09-14T01:00-05:00') });
    expect(slugs(sorted([east, west], 'date'))).toEqual(['west', 'east']);
  });

  it('counts a tag once in all its spellings, under the commonest', () => {
    const more = [...LIBRARY, entry('e', { tags: ['rusia'] })];
    expect(countTags(more)[0]).toEqual({ tag: 'rusia', count: 3 });
  });
});

describe('naming an article', () => {
  const list = [
    entry('putin-kim', { title: 'Putin dan Kim Bertemu di Rusia', aliases: ['seed'] }),
    entry('putin-xi', { title: 'Putin dan Xi Bertemu di Beijing' }),
    entry('guide', { title: 'A guide' }),
    entry('2023', { title: '1984' }),
    entry('2', { title: '2' }),
  ];
  it.each([
    // What a number of the list means stays; others may be names.
    ['2', 'putin-xi'],
    ['2023', '2023'],
    ['2023.md', '2023'],
    ['1984', '2023'],
    ['1', 'putin-kim'],
    ['3', 'guide'],
    ['guide', 'guide'],
    ['seed', 'putin-kim'],
    ['GUIDE.md', 'guide'],
    ['putin beijing', 'putin-xi'],
    ['bert rus', 'putin-kim'],
    ['a guide', 'guide'],
  ])('%s is %s', (query, slug) => {
    expect(resolve(query, namesIn(list)).meta.slug).toBe(slug);
  });

  it.each([
    ['putin', 'ambiguous'],
    ['nothing like it', 'no-match'],
    ['9', 'no-match'],
    ['198', 'no-match'],
    ['0', 'no-match'],
    ['', 'no-match'],
  ])('%s is %s', (query, code) => {
    expect(() => resolve(query, namesIn(list))).toThrow(expect.objectContaining({ code }));
  });

  it('suggests what is spelled alike', () => {
    expect(similar('rusa', ['Rusia', 'Korea', 'Rusak'])).toEqual(['Rusia', 'Rusak']);
    expect(similar('zzz', ['Rusia'])).toEqual([]);
  });
});
