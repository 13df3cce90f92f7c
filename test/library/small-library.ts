import fc from 'fast-check';
import type { Candidate } from '../../src/library/query/candidate.ts';
import type { Meta } from '../../src/model/article.ts';

/** A made-up article, as much as a query can ask of. */
export interface Sample extends Candidate {
  readonly parts: readonly [title: string, about: string, names: string, body: string];
}

const WORDS =
  'main bermain permainan laut melaut kapal Natuna temu bertemu pertemuan ikan harga reading books book read ' +
  "Jum'at jumat co-op c++ 20.04 20 04 don't dont 読書 読書会 書 語学 日本語 café cafe Rp 10.000 http://x.id/a and or not OR x y";
const words = WORDS.split(' ');
const TAGS = [
  'asia',
  'Asia/China',
  'asia/china/utara',
  'asiatik',
  'Korea Utara',
  'laut',
  'Laut',
  '読書',
  'c++',
  'x',
];
const AUTHORS = ['Siti Rahma', 'Ann Lee', 'Rahmat', 'Lee', 'Ány'];
const DATES = [
  '2022-12-31T23:30:00-04:00',
  '2023-01-01',
  '2023-01-01T01:00:00+07:00',
  '2023-01-31T23:59:00+09:00',
  '2023-09-14T08:21:00+07:00',
  '2023-09-14T08:21:00',
  '2024-02-29',
  '2026-11-24T12:00:00Z',
  '2026-11-25',
];
const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
const some = <T>(values: readonly T[], most: number) =>
  fc.subarray([...values], { maxLength: most });
const prose = (most: number) =>
  fc.array(one(words), { maxLength: most }).map((list) => list.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const extra = fc.oneof(
  fc.constant({}),
  fc.record({ rating: one(['1', '3', '3.5', '10', 'tiga']) }),
  fc.record({
    Tayang: one(['2023-09-14', '2023-10', '14 September 2023']),
    rating: one(['2', '4']),
  }),
  fc.record({ params: fc.record({ seksi: one(['Depan', 'belakang']) }) }),
  fc.record({ meta: fc.record({ 'seksi-dua': fc.array(one(['a', 'b', 'Depan'])) }) }),
);

const meta: fc.Arbitrary<Meta> = fc
  .record({
    title: prose(5),
    slug: one(['laut-natuna', 'reading', '読書', 'a', 'a-b']),
    tags: some(TAGS, 4),
    authors: some(AUTHORS, 2),
    categories: some(['Politik', 'ekonomi'], 2),
    draft: fc.boolean(),
    extra,
    date: maybe(fc.record({ iso: one(DATES), origin: one(['head', 'name', 'file'] as const) })),
    updated: maybe(fc.record({ iso: one(DATES), origin: fc.constant('head' as const) })),
    lang: maybe(one(['id', 'en'])),
    series: maybe(one(['Perang Dingin', 'perang', 'Laut'])),
    subtitle: maybe(prose(3)),
    description: maybe(prose(4)),
    source: maybe(
      one([
        { name: 'Antara' },
        { url: 'https://x.id/Laut' },
        { name: 'X', url: 'https://antara.id' },
      ]),
    ),
    image: maybe(one([{ src: 'a.png' }, { src: 'b.png', alt: 'Kapal di laut' }])),
  })
  .map((known) => {
    const given = Object.fromEntries(
      Object.entries(known).filter(([, value]) => value !== undefined),
    );
    return {
      titleFromBody: false,
      editors: [],
      related: [],
      aliases: [],
      ...given,
    } as unknown as Meta;
  });

/** Articles of a library, each with a path of its own. */
export const library: fc.Arbitrary<Sample[]> = fc
  .array(
    fc.record({
      meta,
      body: prose(30),
      broken: fc.boolean(),
      state: one(['', 'reading', 'done']),
      starred: fc.boolean(),
    }),
    {
      minLength: 25,
      maxLength: 40,
    },
  )
  .map((known) =>
    known.map(({ meta, body, broken, state, starred }, at) => {
      const about = `${meta.subtitle ?? ''} ${meta.description ?? ''}`;
      const parts = [meta.title, about, [...meta.tags, ...meta.authors].join(' '), body] as const;
      return {
        path: `${at % 3 === 0 ? 'arsip/' : ''}${meta.slug}-${at}.md`,
        meta,
        words: body === '' ? 0 : body.split(' ').length,
        broken,
        reading: state === 'reading',
        done: state === 'done',
        starred,
        parts,
        texts: () => parts,
      };
    }),
  );

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const term: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: one(words.filter((word) => word !== 'OR')) },
  {
    weight: 3,
    arbitrary: fc
      .array(one(words), { minLength: 1, maxLength: 3 })
      .map((list) => quoted(list.join(' '))),
  },
  { weight: 2, arbitrary: one(['main*', 'b*', 'per*', '"harga ik"*', '読*', 'c+*', 'co-o*']) },
  {
    weight: 2,
    arbitrary: one([
      'title:main',
      'title:"laut natuna"',
      'body:temu',
      'body:読書',
      'title:書',
      'isi:b*',
      'title:-',
    ]),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(one(['tag:', 'tag:=', '#']), one([...TAGS, 'asia/', 'utara', 'nosuch']))
      .map(([field, tag]) => `${field}${/\s/.test(tag) ? quoted(tag) : tag}`),
  },
  {
    weight: 6,
    arbitrary: one(
      (
        'tag:as* tag:asia/* tag:* tag:asia,laut author:rahma @lee author:="ann~lee" author:r* author:* author:nobody date:2023 date:2023-01-01 date:2022 ' +
        'date:2023-01.. date:..2023-01-31 date:2023-09-14..2024 date:kemarin date:7d.. date:* date:>2023 date:<2023-09-14 updated:2023 updated:.. since:2024 ' +
        'words:<10 words:5..20 words:0 words:.. words:>=15 is:unread is:reading is:done is:starred is:draft is:broken is:untagged is:undated lang:id lang:en ' +
        'lang:* path:読書 path:A-B path:ars* series:perang series:="perang~dingin" series:l* series:* slug:a slug:=a slug:laut* source:antara source:https://x.id* path:arsip path:arsip/* ' +
        'path:=nosuch categories:politik rubrik:* rating:3 rating:>3 rating:2..4 rating:<=3.5 rating:tiga tayang:2023-09.. tayang:2023 seksi:depan ' +
        'seksi:* meta.seksidua:a params.seksi:belakang description:laut subtitle:* has:image imageAlt:kapal no:series no:tag has:date nosuch:x nosuch:>3 ' +
        'draft:true draft:false * -'
      )
        .split(' ')
        .map((text) => text.replace('~', ' ')),
    ),
  },
);

/** A query as text: of terms that some of the articles fit, joined in any way. */
export const queryTexts: fc.Arbitrary<string> = fc.letrec<{ query: string }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    term,
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `${a} ${b}`),
    fc.tuple(tie('query'), tie('query')).map(([a, b]) => `${a} OR ${b}`),
    fc
      .tuple(tie('query'), tie('query'), tie('query'))
      .map(([a, b, c]) => `(${a} OR ${b}) AND ${c}`),
    tie('query').map((a) => `NOT (${a})`),
    fc.tuple(term, term).map(([a, b]) => `${a} NOT ${b}`),
  ),
})).query;
