import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { articleOf, importSource } from '../src/importer.ts';
import type { Draft } from '../src/model/draft.ts';
import { parseHead } from '../src/parse/parse.ts';

const draft = (meta: Partial<Draft['meta']>, body: Draft['body'] = 'Isi.\n'): Draft => ({
  meta: { title: 'Judul Berita', ...meta },
  body,
  lines: [],
  doubts: [],
});
const date = (iso: string) => ({ iso, origin: 'head' as const });

describe('an article of a draft', () => {
  it('has canonical front matter, then the body as it is', async () => {
    const { text } = await articleOf(
      draft(
        { date: date('2024-05-06T07:08:00+07:00'), lang: 'id', tags: ['Natuna'] },
        'Halo  \n*x*',
      ),
      'sumber',
    );
    expect(text).toBe(
      '---\ntitle: Judul Berita\ndate: 2024-05-06T07:08:00+07:00\ntags: [Natuna]\nlang: id\nslug: judul-berita\n---\n\nHalo  \n*x*\n',
    );
  });

  it('writes a body that is a tree as Markdown', async () => {
    const body = { type: 'root' as const, children: [{ type: 'thematicBreak' as const }] };
    expect((await articleOf(draft({ lang: 'en' }, body), '')).text).toMatch(/\n---\n\n---\n$/);
  });

  it('guesses the language where nothing says it', async () => {
    const body = 'Itu adalah hal yang tidak dapat dan tidak akan ada di sini karena itu.\n';
    expect((await articleOf(draft({}, body), '')).text).toContain('\nlang: id\n');
  });

  it.each([
    ['a day', { date: date('2024-05-06') }, '2024-05-06-judul-berita.md'],
    ['no date', {}, 'judul-berita.md'],
    [
      'the date of its file only',
      { date: { iso: '2024-05-06', origin: 'file' as const } },
      'judul-berita.md',
    ],
    ['a slug of its own', { slug: 'lain' }, 'lain.md'],
    ['a slug with a path in it', { slug: '../../etc/passwd' }, 'etc-passwd.md'],
    ['a title of signs only', { title: '?!' }, 'article.md'],
  ])('names its file after %s', async (_, meta, name) => {
    expect((await articleOf(draft(meta), '')).fileName).toBe(name);
  });

  it('names a file that every file system takes, and says the same in its slug', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (title) => {
        const { fileName, text } = await articleOf(draft({ title, date: date('2024-05-06') }), '');
        expect(new TextEncoder().encode(fileName).length).toBeLessThanOrEqual(140);
        expect(fileName).not.toMatch(/[/\\\0]/);
        const { meta } = parseHead({ path: fileName, text });
        expect(fileName).toBe(`2024-05-06-${meta.slug}.md`);
      }),
    );
  });

  it('has a hash of its source, and is known by its address or by what its feed calls it', async () => {
    const one = await articleOf(draft({}), 'a', 'tag:1');
    expect(one.hash).toBe((await articleOf(draft({ title: 'x' }), 'a')).hash);
    expect(one.hash).not.toBe((await articleOf(draft({}), 'b')).hash);
    expect(one.id).toBe('tag:1');
    const url = 'https://contoh.id/a';
    expect((await articleOf(draft({ source: { url } }), 'a', 'tag:1')).id).toBe(url);
  });
});

describe('a page', () => {
  // Bytes as those of what is compressed: every value as often as another.
  const bytes = Uint8Array.from({ length: 4096 }, (_, at) => (at * 167 + (at >> 4) * 31) & 0xff);

  it('is refused where it is no text in any encoding', async () => {
    await expect(importSource({ name: 'x.html', bytes })).rejects.toMatchObject({ code: 'binary' });
  });

  it('may hold a control now and then', async () => {
    const text = `<h1>Judul</h1><p>${'Kata demi kata. '.repeat(40)}\x07</p>`;
    const { articles } = await importSource({ name: 'x.html', bytes: Buffer.from(text) });
    expect(articles).toHaveLength(1);
  });
});
