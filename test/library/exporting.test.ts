import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Destination, destinationIn } from '../../src/library/exporting/destination.ts';
import { fileNamer } from '../../src/library/exporting/file-names.ts';
import { relinked } from '../../src/library/exporting/relink.ts';
import { isSigned, signed } from '../../src/library/exporting/signature.ts';
import { sourcesOf } from '../../src/library/exporting/sources.ts';
import { descendants } from '../../src/model/tree.ts';
import { UNSAID } from '../../src/model/unsaid.ts';
import { slugify } from '../../src/parse/meta-names.ts';
import { parse } from '../../src/parse/parse.ts';

describe('sources of an export', () => {
  let home = '';
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'sijori-sources-'));
    mkdirSync(join(home, 'one/sub'), { recursive: true });
    mkdirSync(join(home, 'one/library'));
    symlinkSync(join(home, 'one/sub'), join(home, 'link'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  it('are known where a path goes up from where a link leads', () => {
    // To the system this is one/library; taken as text it would be a folder beside the link.
    const library = `${home}/link/../library`;
    const sources = sourcesOf([`${library}/a.md`, `${library}/b.md`], join(home, 'one/library'));
    expect(() => sources.pathFor('a.md', `${library}/b.md`)).toThrow('of-another');
    expect(sources.pathFor('a.md', `${library}/a.md`)).toBe(join(home, 'one/library/a.md'));
  });
});

describe('names of files', () => {
  const day = { iso: '2024-05-06T08:00:00+07:00', origin: 'head' as const };

  it('are day and slug, the day only where the article states one', () => {
    const name = fileNamer('html');
    expect(name({ slug: 'kapal', date: day })).toBe('2024-05-06-kapal.html');
    expect(name({ slug: 'kapal', date: { ...day, origin: 'file' } })).toBe('kapal.html');
    expect(name({ slug: '' })).toBe('article.html');
  });

  it('are counted in order where they would be the same', () => {
    const name = fileNamer('md');
    const names = ['a', 'a', 'a-2', 'a', 'b'].map((slug) => name({ slug }));
    expect(names).toEqual(['a.md', 'a-2.md', 'a-2-2.md', 'a-3.md', 'b.md']);
  });

  it('are none that is reserved, nor a device of Windows', () => {
    const name = fileNamer('html', ['index']);
    const names = ['index', 'con', 'com1', 'lpt²', 'aux', 'console'].map((slug) => name({ slug }));
    expect(names).toEqual(
      'index-2.html con-2.html com1-2.html lpt²-2.html aux-2.html console.html'.split(' '),
    );
  });

  it('are safe and different whatever the titles are', () => {
    const titles = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string()));
    fc.assert(
      fc.property(titles, (all) => {
        const name = fileNamer('md', ['index']);
        const names = all.map((title) => name({ slug: slugify(title) }));
        expect(new Set(names).size).toBe(names.length);
        for (const one of names) {
          expect(one).toMatch(/^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}-]*\.md$/u);
          expect(Buffer.byteLength(one)).toBeLessThan(200);
        }
      }),
    );
  });
});

const FROM = '/home/lib/sub/a.md';
/** What lies in the library. */
const THERE = new Set('sub/b.md sub/foto ibu.png sub/a:b.png data.csv besok.md sub'.split(' '));

function destination(folder = '/home/out'): Destination {
  const made = destinationIn(folder);
  const meta = (slug: string, title: string, aliases: string[] = []) => ({
    ...{ ...UNSAID, slug, title, aliases },
  });
  made.add({ path: FROM, meta: meta('a', 'Satu') }, 'a.html');
  made.add({ path: '/home/lib/sub/b.md', meta: meta('b', 'Dua: kata', ['kedua']) }, '2024-b.html');
  made.add({ path: '/home/lib/c1.md', meta: meta('c', 'Sama') }, 'c.html');
  made.add({ path: '/home/lib/c2.md', meta: meta('d', 'Sama') }, 'd 100%.html');
  const exists = (path: string) => THERE.has(path.replace(/^\/home\/lib\//, ''));
  return { ...made, exists };
}

/** Where the links and pictures of a Markdown text lead from the destination. */
async function addresses(markdown: string, to = destination()): Promise<string[]> {
  const article = await parse({ path: 'sub/a.md', text: markdown });
  const { body } = relinked(article, FROM, to);
  return [...descendants(body)].flatMap((node) =>
    node.type === 'link' || node.type === 'image' ? [node.url] : [],
  );
}

describe('links of an exported article', () => {
  it.each([
    // To exported articles.
    ['[x](b.md)', '2024-b.html'],
    ['[x](./b.md#satu)', '2024-b.html#satu'],
    ['[x](b)', '2024-b.html'],
    ['[x](../c2.md)', 'd%20100%25.html'],
    ['[x][y]\n\n[y]: b.md', '2024-b.html'],
    ['<a href="b.md">x</a>', '2024-b.html'],
    ['[x](a.md#di-sini)', 'a.html#di-sini'],
    // To files that stay where they are.
    ['![x](foto%20ibu.png "Ibu")', '../lib/sub/foto%20ibu.png'],
    ['![x](<foto ibu.png>)', '../lib/sub/foto%20ibu.png'],
    ['[x](../data.csv?a=1#b)', '../lib/data.csv?a=1#b'],
    ['[x](../besok)', '../lib/besok.md'],
    ['[x](../sub/)', '../lib/sub/'],
    ['![x](a:b.png)', 'a:b.png'],
    ['![x](./a:b.png)', '../lib/sub/a%3Ab.png'],
    ['[x](tiada.md)', '../lib/sub/tiada.md'],
    // To names.
    ['[[b]]', '2024-b.html'],
    ['[[kedua|kata]]', '2024-b.html'],
    ['[[Dua: kata#Harga Ikan!]]', '2024-b.html#harga-ikan'],
    ['[[Sama]]', '../lib/sub/Sama'],
    ['[[tiada]]', '../lib/sub/tiada'],
    ['[[https://x.example/]]', 'https://x.example/'],
    // To where they are left.
    ['[x](#satu)', '#satu'],
    ['[[#Satu]]', '#Satu'],
    ['[x]()', ''],
    ['[x](?a=1)', '?a=1'],
    ['[x](/b.md)', '/b.md'],
    ['[x](https://x.example/b.md)', 'https://x.example/b.md'],
    ['[x](//x.example/b.md)', '//x.example/b.md'],
    ['[x](mailto:a@b.example)', 'mailto:a@b.example'],
    ['[x](javascript:alert)', 'javascript:alert'],
    ['[x](%00)', '../lib/sub/%00'],
    ['[x](%zz.md)', '../lib/sub/%25zz.md'],
  ])('%s: %s', async (markdown, expected) => {
    expect(await addresses(markdown)).toEqual([expected]);
  });

  it('lead to the web where the article comes from there and no such file is beside it', async () => {
    const text = (link: string) => `---\nsource: https://x.example/y/z.html\n---\n${link}\n`;
    expect(await addresses(text('[x](lain.html) [x](/akar) [x](?q=1) [x](b.md)'))).toEqual([
      'https://x.example/y/lain.html',
      'https://x.example/akar',
      '?q=1',
      '2024-b.html',
    ]);
  });

  it('never become an address with a scheme', async () => {
    const to = destination('/home/lib/sub');
    expect(await addresses('![x](./a:b.png) [x](./javascript:alert%281%29)', to)).toEqual([
      'a%3Ab.png',
      'javascript%3Aalert(1)',
    ]);
  });

  it('are those of the head too', async () => {
    const head = 'image: foto ibu.png\nrelated: [b.md, b, ../data.csv, tiada, https://x.example/]';
    const article = await parse({ path: 'sub/a.md', text: `---\n${head}\n---\n` });
    const { meta } = relinked(article, FROM, destination());
    expect(meta.image).toEqual({ src: '../lib/sub/foto%20ibu.png' });
    expect(meta.related).toEqual([
      '2024-b.html',
      '2024-b.html',
      '../lib/data.csv',
      'tiada',
      'https://x.example/',
    ]);
  });

  it('leave the article itself as it was', async () => {
    const article = await parse({ path: 'sub/a.md', text: '[x](b.md)\n' });
    const before = structuredClone(article);
    relinked(article, FROM, destination());
    expect(article).toEqual(before);
  });
});

describe('a signed page', () => {
  it('is known until a byte of it changes', () => {
    const page = signed('<p>x</p>\n');
    expect(isSigned(page)).toBe(true);
    expect(isSigned(page.replace('x', 'y'))).toBe(false);
    expect(isSigned(`${page}\n`)).toBe(false);
    expect(isSigned('')).toBe(false);
  });
});
