import { describe, expect, it } from 'vitest';
import { splitHead } from '../../src/parse/front-matter.ts';
import { guessLanguage } from '../../src/parse/language.ts';
import { type MetaContext, readMeta } from '../../src/parse/meta.ts';

function read(data: Record<string, unknown> | undefined, context: Partial<MetaContext> = {}) {
  return readMeta(data, { path: 'kim-putin.md', body: 'Isi.\n', ...context });
}

function meta(data: Record<string, unknown> | undefined, context: Partial<MetaContext> = {}) {
  return read(data, context).meta;
}

/** The meta of a YAML head. */
function yaml(...lines: readonly string[]) {
  const text = `---\n${lines.join('\n')}\n---\nIsi.\n`;
  const { data, body, keyLines } = splitHead(text);
  return readMeta(data, { path: 'kim-putin.md', body, keyLines });
}

describe('readMeta', () => {
  it('reads the canonical schema', () => {
    const { meta: all, notices } = yaml(
      'title: Presiden Vladimir Putin',
      'subtitle: Di Rusia',
      'description: Sebuah sinyal kuat',
      'date: 2023-09-14T08:21:00+07:00',
      'updated: 15 September 2023',
      'authors: [Pratiwi]',
      'editors: [Budi]',
      'tags: [Rusia]',
      'categories: [Dunia]',
      'lang: id',
      'slug: putin-kim',
      'draft: true',
      'image: {src: kim.jpg, alt: Kim, caption: Bertemu, credit: Ist}',
      'source: {name: sijori.id, url: "https://sijori.id/x"}',
      'location: Moskow',
      'series: Perang',
      'related: [Satu, Dua]',
      'aliases: [/lama]',
      'rating: 5',
    );
    expect(notices).toEqual([]);
    expect({ ...all, extra: { ...all.extra } }).toEqual({
      title: 'Presiden Vladimir Putin',
      titleFromBody: false,
      subtitle: 'Di Rusia',
      description: 'Sebuah sinyal kuat',
      date: { iso: '2023-09-14T08:21:00+07:00', origin: 'head' },
      updated: { iso: '2023-09-15', origin: 'head' },
      authors: ['Pratiwi'],
      editors: ['Budi'],
      tags: ['Rusia'],
      categories: ['Dunia'],
      lang: 'id',
      slug: 'putin-kim',
      draft: true,
      image: { src: 'kim.jpg', alt: 'Kim', caption: 'Bertemu', credit: 'Ist' },
      source: { name: 'sijori.id', url: 'https://sijori.id/x' },
      location: 'Moskow',
      series: 'Perang',
      related: ['Satu', 'Dua'],
      aliases: ['/lama'],
      extra: { rating: '5' },
    });
  });

  it('has no value for what nothing tells', () => {
    expect({ ...meta(undefined), extra: 0 }).toEqual({
      title: 'Kim putin',
      titleFromBody: false,
      authors: [],
      editors: [],
      tags: [],
      categories: [],
      slug: 'kim-putin',
      draft: false,
      related: [],
      aliases: [],
      extra: 0,
    });
  });

  it.each<readonly [string, Record<string, unknown>, object]>([
    [
      'Indonesian',
      { Judul: 'a', Tanggal: '14 Sep 2023', Penulis: 'b' },
      { title: 'a', authors: ['b'] },
    ],
    ['capitals', { TITLE: 'a', Tags: 'b, c' }, { title: 'a', tags: ['b', 'c'] }],
    [
      'dashes',
      { 'date-modified': '2023-09-14' },
      { updated: { iso: '2023-09-14', origin: 'head' } },
    ],
    [
      'underscores',
      { Published_At: '2023-09-14' },
      { date: { iso: '2023-09-14', origin: 'head' } },
    ],
    ['spaces', { 'kata kunci': 'a' }, { tags: ['a'] }],
    [
      'Zola',
      { taxonomies: { tags: ['a'], categories: ['b'] } },
      { tags: ['a'], categories: ['b'] },
    ],
    ['Hugo', { params: { author: 'a' } }, { authors: ['a'] }],
    [
      'Ghost',
      { feature_image: 'a.jpg', feature_image_alt: 'b' },
      { image: { src: 'a.jpg', alt: 'b' } },
    ],
    ['Hashnode', { datePublished: 'Thu Sep 14 2023', seriesSlug: 's' }, { series: 's' }],
    [
      'an empty canonical key',
      { title: '', judul: 'a', tags: null, keywords: 'b' },
      { title: 'a', tags: ['b'] },
    ],
  ])('finds fields under the names of %s', (_, data, expected) => {
    expect(meta(data)).toMatchObject(expected);
  });

  it('keeps what it does not know, or could not read', () => {
    const data = {
      title: 'a',
      layout: 'post',
      excerpt: 'x',
      description: 'y',
      date: 'kemarin',
      tags: null,
    };
    expect({ ...meta(data).extra }).toEqual({ layout: 'post', excerpt: 'x', date: 'kemarin' });
    const zola = { taxonomies: { tags: ['a'], people: ['b'] }, extra: { author: 'c' } };
    expect(JSON.parse(JSON.stringify(meta(zola).extra))).toEqual({ taxonomies: { people: ['b'] } });
  });
});

describe('lists', () => {
  it.each<readonly [unknown, readonly string[]]>([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    ['Korea Utara', ['Korea Utara']],
    ['a, b ,c', ['a', 'b', 'c']],
    ['a; b', ['a', 'b']],
    ['#Rusia', ['Rusia']],
    ['#Rusia #Korea Utara', ['Rusia', 'Korea Utara']],
    [
      ['#a', '# b'],
      ['a', 'b'],
    ],
    ['C#', ['C#']],
    [['a, b'], ['a, b']],
    [['Rusia', 'rusia', 'RUSIA'], ['Rusia']],
    [['É', 'e\u0301'], ['É']],
    [
      ['a/b', 'a'],
      ['a/b', 'a'],
    ],
    [null, []],
    ['null', []],
    ['~', []],
    ['', []],
    [' , ,', []],
    [['', null, 'a'], ['a']],
    [5, ['5']],
    [true, ['true']],
    [
      [['a', ['b']], 'c'],
      ['a', 'b', 'c'],
    ],
    [{ name: 'a' }, ['a']],
    [
      [{ name: 'a' }, { title: 'b' }, { slug: 'c' }],
      ['a', 'b', 'c'],
    ],
    [{ a: null, b: '' }, ['a', 'b']],
    [{ x: 'a', y: ['b'] }, ['a', 'b']],
    [[{ Flask: 'bagian 1' }], ['Flask: bagian 1']],
    ['__proto__, constructor', ['__proto__', 'constructor']],
    [[{}], []],
  ])('reads tags %j', (value, tags) => {
    expect(meta({ tags: value }).tags).toEqual(tags);
  });

  it.each<readonly [unknown, readonly string[]]>([
    ['Pratiwi', ['Pratiwi']],
    ['Irfan Kamil, Jessi Carina', ['Irfan Kamil', 'Jessi Carina']],
    ['A & B', ['A', 'B']],
    ['Andi dan Budi', ['Andi', 'Budi']],
    ['Dandi Sandi', ['Dandi Sandi']],
    ['Budi Santoso, S.H., M.Si., Ani', ['Budi Santoso, S.H., M.Si.', 'Ani']],
    ['Oleh Sulardi', ['Sulardi']],
    ['Olehana', ['Olehana']],
    [
      [{ name: 'A', affiliation: 'X' }, 'B'],
      ['A', 'B'],
    ],
    [['Smith, John'], ['Smith, John']],
  ])('reads authors %j', (value, authors) => {
    expect(meta({ author: value }).authors).toEqual(authors);
  });

  it('keeps titles and paths with commas whole', () => {
    const { related, aliases } = meta({ related: 'Satu, dua', aliases: ['[[a|b]]', '/c,d'] });
    expect([related, aliases]).toEqual([['Satu, dua'], ['a', '/c,d']]);
  });

  it('is quick with many tags', () => {
    const tags = Array.from({ length: 100_000 }, (_, at) => `t${at}`).join(',');
    expect(meta({ tags }).tags.length).toBe(100_000);
  });
});

describe('title', () => {
  it.each<readonly [string, unknown, string, string, boolean]>([
    ['head', 'Judul', 'Isi.', 'Judul', false],
    ['head, repeated by the body', 'Judul', '\n# Judul\n\nIsi.', 'Judul', true],
    ['head, repeated with other quotes', '“Judul” satu', '# "Judul"  SATU', '“Judul” satu', true],
    ['head, another heading', 'Judul', '# Lain', 'Judul', false],
    ['head, repeated further down', 'Judul', 'Isi.\n\n# Judul', 'Judul', false],
    ['body', undefined, '# Judul #\n\nIsi.', 'Judul', true],
    ['body, underlined', undefined, 'Judul\n=====\n\nIsi.', 'Judul', true],
    ['body, further down', undefined, 'Isi.\n\n## x\n\n# Judul\n', 'Judul', false],
    [
      'body, not in code',
      undefined,
      '```\n# bukan\n```\n\n~~~\n# bukan\n~~~\n\n# Judul',
      'Judul',
      false,
    ],
    [
      'body with marks',
      undefined,
      '# A *b* `c` [d](e) ![f](g) \\# &amp; _h_i {#id}',
      'A b c d f # & _h_i',
      true,
    ],
    ['name', undefined, '#bukan judul', 'Kim putin', false],
    ['name, empty title', '', 'Isi.', 'Kim putin', false],
    ['a number', 2023, '', '2023', false],
    ['a list', ['a', 'b'], '', 'a, b', false],
    ['a map', { name: 'a' }, '', 'a', false],
    ['lines', 'a\n b', '', 'a b', false],
  ])('comes from the %s', (_, title, body, expected, titleFromBody) => {
    expect(meta({ title }, { body })).toMatchObject({ title: expected, titleFromBody });
  });

  it.each([
    ['posts/2023-09-14-kim_putin--bertemu.md', 'Kim putin bertemu', 'kim-putin-bertemu'],
    ['kim putin.txt', 'Kim putin', 'kim-putin'],
    ['2023-09-14.md', '2023-09-14', '2023-09-14'],
    ['tulisan/kopi-pagi/index.md', 'Kopi pagi', 'kopi-pagi'],
    ['C:\\berita\\Kopi.MD', 'Kopi', 'kopi'],
    ['Café Đà Nẵng.md', 'Café Đà Nẵng', 'cafe-da-nang'],
    ['北京-新闻.md', '北京 新闻', '北京-新闻'],
    ['한국어.md', '한국어', '한국어'],
    ['हिन्दी.md', 'हिन्दी', 'हिन्दी'],
    ["jum'at.md", "Jum'at", 'jumat'],
    ['-', '', 'article'],
    ['!!!.md', '!!!', 'article'],
  ])('and slug come from the name %s', (path, title, slug) => {
    expect(meta(undefined, { path })).toMatchObject({ title, slug });
  });

  it('gives a slug to standard input', () => {
    expect(meta({ title: 'Kopi Pagi' }, { path: '-' }).slug).toBe('kopi-pagi');
  });
});

describe('slug', () => {
  it.each<readonly [Record<string, unknown>, string]>([
    [{ slug: 'Kopi Pagi' }, 'kopi-pagi'],
    [{ permalink: '/2023/09/kopi-pagi/' }, 'kopi-pagi'],
    [{ url: 'https://sijori.id/berita/kopi-pagi.html?x=1#y' }, 'kopi-pagi'],
    [{ url: '/kopi/index.html' }, 'kopi'],
    [{ path: 'a/%E5%8C%97' }, '北'],
    [{ path: 'a/%zz' }, 'zz'],
    [{ permalink: '/:year/:title/' }, 'kim-putin'],
    [{ permalink: '{{ page.slug }}' }, 'kim-putin'],
    [{ permalink: false }, 'false'],
    [{ slug: '../..' }, 'kim-putin'],
    [{ slug: { a: {} } }, 'kim-putin'],
  ])('of %j is %s', (data, slug) => {
    expect(meta(data).slug).toBe(slug);
  });
});

describe('date', () => {
  const path = 'a/2021/01/01/2022-02-02-x.md';

  it('comes from the head, the name, the folders, the path in the head, the file', () => {
    const modified = Date.UTC(2024, 0, 1);
    const of = (data: Record<string, unknown>, at: string) =>
      meta(data, { path: at, modified }).date;
    expect(of({ date: '2023-09-14' }, path)).toEqual({ iso: '2023-09-14', origin: 'head' });
    expect(of({}, path)).toEqual({ iso: '2022-02-02', origin: 'name' });
    expect(of({}, '2021/01/01/x.md')).toEqual({ iso: '2021-01-01', origin: 'path' });
    expect(of({ path: '2023/12/15/x' }, 'x.md')).toEqual({ iso: '2023-12-15', origin: 'path' });
    expect(of({}, 'x.md')).toEqual({ iso: '2024-01-01T00:00:00+00:00', origin: 'file' });
    expect(meta({}).date).toBeUndefined();
  });

  it.each([
    '2024-02-31',
    '9999-99-99T99:99:99Z',
    '0000-00-00',
    'kemarin sore',
    '2024-05-01 25:61 WIB',
  ])('says that it cannot read %s, and goes on', (date) => {
    const { meta: found, notices } = yaml('title: x', `Date: ${date}`, 'updated: 2023-09-14');
    expect(notices).toEqual([
      { code: 'date-unreadable', details: { key: 'Date', value: date }, line: 3, column: 1 },
    ]);
    expect(found.date).toBeUndefined();
    expect(found.updated?.iso).toBe('2023-09-14');
    expect(found.extra['Date']).toBe(date);
  });

  it('says so of a list, of an earlier name, and of the change', () => {
    const codes = (data: Record<string, unknown>) =>
      read(data).notices.map(({ details }) => details['key']);
    expect(codes({ date: ['2024-01-01'] })).toEqual(['date']);
    expect(codes({ date: 'x', created: '2023-09-14' })).toEqual(['date']);
    expect(codes({ date: '2023-09-14', created: 'x' })).toEqual([]);
    expect(codes({ lastmod: 'x' })).toEqual(['lastmod']);
    expect(codes({ date: 'x'.repeat(1e6) })).toEqual(['date']);
  });

  it.each([null, '', '~', 'null', 'Last Modified', 'today', 'git Created'])(
    'takes %j for none in silence',
    (date) => {
      expect(read({ date })).toMatchObject({ notices: [] });
    },
  );
});

describe('draft', () => {
  it.each<readonly [Record<string, unknown>, boolean]>([
    [{ draft: true }, true],
    [{ draft: 'true' }, true],
    [{ draft: 'yes' }, true],
    [{ konsep: 'ya' }, true],
    [{ draft: 'no' }, false],
    [{ draft: 'false' }, false],
    [{ draft: '' }, false],
    [{ draft: 'mungkin' }, false],
    [{ published: false }, true],
    [{ published: 'false' }, true],
    [{ published: true }, false],
    [{ published: '2023-09-14' }, false],
    [{ publish: 'no' }, true],
    [{ status: 'Draft' }, true],
    [{ status: 'published' }, false],
    [{ draft: false, status: 'draft' }, false],
    [{ draft: ['true'] }, true],
    [{ draft: ['true', 'true'] }, false],
    // The maps of a head have no prototype, and so are no strings.
    [{ draft: [Object.create(null)] }, false],
  ])('of %j is %s', (data, draft) => {
    const { meta: found, notices } = read(data);
    expect([found.draft, notices]).toEqual([draft, []]);
  });

  it('lies in _drafts', () => {
    expect(meta({}, { path: 'situs/_drafts/x.md' }).draft).toBe(true);
    expect(meta({ published: '2023-09-14' }).date?.iso).toBe('2023-09-14');
  });
});

describe('image, source, language', () => {
  it.each<readonly [Record<string, unknown>, unknown]>([
    [{ image: 'kim putin.jpg' }, { src: 'kim putin.jpg' }],
    [{ images: ['a.jpg', 'b.jpg'] }, { src: 'a.jpg' }],
    [{ cover: { image: 'a.jpg', alt: 'b' } }, { src: 'a.jpg', alt: 'b' }],
    [
      { gambar: 'a.jpg', keterangan: 'b', foto: 'c' },
      { src: 'a.jpg', caption: 'b', credit: 'c' },
    ],
    [{ image: '[[a.png]]' }, { src: 'a.png' }],
    [{ image: '![x](a.png)' }, { src: 'a.png' }],
    [{ image: null, thumbnail: 'a.jpg' }, { src: 'a.jpg' }],
    [{ image: 'null' }, undefined],
    [{ image: false }, undefined],
    [{ image: 'false' }, undefined],
    [{ image: {} }, undefined],
    [{ caption: 'tanpa gambar' }, undefined],
  ])('reads the image of %j', (data, image) => {
    expect(meta(data).image).toEqual(image);
  });

  it.each<readonly [Record<string, unknown>, unknown]>([
    [{ sumber: 'sijori.id' }, { name: 'sijori.id' }],
    [{ source: 'https://sijori.id/x' }, { url: 'https://sijori.id/x' }],
    [{ source: 'Sijori (https://sijori.id/x)' }, { name: 'Sijori', url: 'https://sijori.id/x' }],
    [
      { source: 'a', canonical_url: 'https://b.c' },
      { name: 'a', url: 'https://b.c' },
    ],
    [{ tumblr_url: 'http://b.c' }, { url: 'http://b.c' }],
    [{ source: { title: 'a', link: 'https://b.c' } }, { name: 'a', url: 'https://b.c' }],
    [{ source: {} }, undefined],
  ])('reads the source of %j', (data, source) => {
    expect(meta(data).source).toEqual(source);
  });

  it.each([
    ['id', 'id'],
    ['id_ID.UTF-8', 'id'],
    ['in', 'id'],
    ['in-ID', 'id'],
    ['Bahasa Indonesia', 'id'],
    ['English', 'en'],
    ['zh-hans', 'zh'],
    ['und', 'xx'],
    ['entah', 'xx'],
    ['', 'xx'],
  ])('reads the language %j', (lang, expected) => {
    expect(meta({ lang }, { lang: 'xx' }).lang).toBe(expected);
  });

  it('never shows an object', () => {
    const odd: unknown[] = [{}, [], [{}], { a: { b: {} } }, [[[]]], true, 0, Symbol('x'), () => 1];
    for (const value of odd) {
      const keys = [
        'title',
        'tags',
        'author',
        'lang',
        'slug',
        'image',
        'source',
        'series',
        'draft',
      ];
      const found = meta(Object.fromEntries(keys.map((key) => [key, value])));
      expect(JSON.stringify({ ...found, extra: 0 })).not.toMatch(/\[object|undefined|null/);
    }
  });
});

describe('guessLanguage', () => {
  it.each([
    [
      'id',
      'Sebuah sinyal kuat yang menguatkan hubungan dua negara itu dan tidak akan berubah di Rusia.',
    ],
    ['en', 'The quick brown fox and the dog that it has seen were not at home with you.'],
    ['ja', 'これは日本語の文章です。GitHub を使います。'],
    ['zh', '这是一个中文句子,关于开源软件。'],
    ['ko', '이것은 한국어 문장입니다.'],
    ['th', 'นี่คือประโยคภาษาไทย'],
    ['ar', 'هذه جملة باللغة العربية عن البرمجيات'],
    ['fa', 'این یک جمله به زبان فارسی است که چیزی می‌گوید'],
    ['ur', 'یہ اردو میں ایک جملہ ہے'],
    ['hi', 'यह हिन्दी में एक वाक्य है'],
    ['ta', 'இது தமிழ் வாக்கியம்'],
    ['ru', 'Это предложение на русском языке'],
    ['uk', 'Це речення українською мовою, її знають'],
    ['he', 'זה משפט בעברית'],
    ['el', 'Αυτή είναι μια πρόταση'],
    [undefined, 'Dies ist ein deutscher Satz und er hat keine Bedeutung für uns.'],
    [undefined, 'Esta es una frase en español que no dice nada para nadie.'],
    [undefined, 'Kopi'],
    [undefined, '123 — “…”'],
    [undefined, ''],
  ])('is %s', (lang, text) => {
    expect(guessLanguage(text)).toBe(lang);
  });

  it('looks at a bounded part', () => {
    expect(guessLanguage(`${'dan yang itu '.repeat(2e5)}${'the and of '.repeat(2e6)}`)).toBe('id');
  });
});
