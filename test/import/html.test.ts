import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../src/import/html/charset.ts';
import { readPage } from '../../src/import/html/html.ts';
import { importSource } from '../../src/importer.ts';
import type { ReaderError } from '../../src/model/errors.ts';

const folder = 'test/import/pages';
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
/** Pages that are no article. */
const NONE = ['form.html', 'front-page.html'];

async function imported(name: string): Promise<string> {
  const bytes = readFileSync(`${folder}/${name}`);
  const { articles } = await importSource({ name: `${folder}/${name}`, bytes }, 'html');
  return articles[0]?.text ?? '';
}

describe('a saved page', () => {
  it.each(names.filter((name) => !NONE.includes(name)))(
    '%s is the article it holds',
    async (name) => {
      const expected = readFileSync(`${folder}/${name.replace(/\.html$/, '.md')}`, 'utf8');
      expect(await imported(name)).toBe(expected);
    },
  );

  it.each(NONE)('%s is no article', async (name) => {
    const error = await imported(name).catch((cause: unknown) => cause as ReaderError);
    expect(error).toMatchObject({ code: 'no-article' });
  });
});

/** Letters and digits of the visible words of HTML, with what is moved elsewhere taken out first. */
function wordsOfHtml(html: string): string[] {
  const text = html
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&mdash;/g, '—')
    .replace(/&ndash;/g, '–')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function wordsOfMarkdown(markdown: string): string[] {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const text = body
    .replace(/!\[[^\]]*\]\([^)]*\)/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<https?:[^>]*>/g, ' ')
    .replace(/^```.*$/gm, ' ')
    .replace(/<[^>]*>/g, ' ');
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The element of a page that holds the words of its article, and what of it goes to the front matter or away. */
const WORDS: Readonly<
  Record<string, readonly [from: string, to: string, moved: readonly RegExp[]]>
> = {
  'portal-detik.html': [
    '<div class="detail__body-text itp_bodycontent">',
    '<div class="detail__body-tag">',
    [
      /<p><strong>Baca juga.*?<\/p>/g,
      /<table class="linksisip">.*?<\/table>/g,
      /<div class="parallaxindetail iklan">.*?<\/div>/g,
    ],
  ],
  'portal-kompas.html': [
    '<div class="read__content">',
    '<div class="read__bottom">',
    [/<p><strong>Baca juga.*?<\/p>(?:\n<ul>.*?<\/ul>)?/g, /<div class="ads-on-body">Iklan<\/div>/g],
  ],
  'portal-tribun.html': [
    '<div class="side-article',
    '<div class="ovh',
    [/<p class="baca">.*?<\/p>/g],
  ],
  'arabic.html': ['<p>عادت', '<p>اقرأ', []],
  'paywall-teaser.html': ['<div class="entry-content">', '<div class="paywall-box">', []],
};

describe('the words of an article', () => {
  it.each(Object.entries(WORDS))(
    '%s: not one is changed, lost or moved',
    async (name, [from, to, moved]) => {
      const html = readFileSync(`${folder}/${name}`, 'utf8');
      const start = html.indexOf(from);
      const whole = html.slice(start, html.indexOf(to, start));
      const article = moved.reduce((rest, pattern) => rest.replace(pattern, ' '), whole);
      // What plays is a link named by its title: no words of the article.
      const frames = [...article.matchAll(/<iframe[^>]*title="([^"]*)"/g)];
      const markdown = frames.reduce(
        (rest, [, title]) => rest.replace(`[${title}]`, '[]'),
        await imported(name),
      );
      expect(wordsOfMarkdown(markdown)).toEqual(wordsOfHtml(article));
    },
  );
});

describe('a time', () => {
  const page = async (html: string) => {
    const text = `<p>${'Satu dua tiga empat lima enam. '.repeat(12)}</p>`;
    const { body } = await readPage(
      `<html><body><article>${text}${html}${text}</article></body></html>`,
    );
    return JSON.stringify(body);
  };

  it('in a line of words is one of them', async () => {
    expect(await page('<div>It was <time>1999</time> when it began.</div>')).toContain('1999');
    expect(await page('<div><time>17.00</time> it ended.</div>')).toContain('17.00');
  });

  it('alone, or with signs only, is a label of the page', async () => {
    expect(await page('<div><b>Budi</b> · <time>2 May 2020</time></div>')).not.toContain('2020');
  });

  it('of the day stays where an entry of what is told as it happens begins with it', async () => {
    const entry = (time: string) => `<div><time>${time}</time><p>Lima kata demi kata.</p></div>`;
    expect(await page(entry('10:05') + entry('10.20 WIB'))).toMatch(/10:05.*10\.20 WIB/);
  });
});

describe('a page that means harm', () => {
  const nested = (open: string, close: string, times: number) =>
    `<html><body>${open.repeat(times)}${'Satu dua tiga empat lima. '.repeat(20)}${close.repeat(times)}</body></html>`;
  const SHAPES: Readonly<Record<string, string>> = {
    'ten thousand boxes': nested('<div>', '</div>', 10_000),
    'ten thousand marks that are never closed': nested('<b><i>', '', 10_000),
    'ten thousand lists': nested('<ul><li>', '', 10_000),
    'links in links': nested('<a href="javascript:alert(1)">', '', 10_000),
    'a script that is never closed': `${nested('<p>', '</p>', 1)}<script>${'x'.repeat(100_000)}`,
    'JSON-LD that is none': `<script type="application/ld+json">{"@graph":[{</script>${nested('<p>', '</p>', 1)}`,
  };

  it.each(Object.entries(SHAPES))('of %s is still read', async (_, html) => {
    const { body } = await readPage(html);
    const text = JSON.stringify(body);
    expect(text).toContain('Satu dua tiga');
    expect(text).not.toContain('javascript:');
  });

  it('of nothing ends in a clear error', async () => {
    for (const html of [
      '',
      ' ',
      '\0',
      '<',
      '<html></html>',
      '<frameset><frame src=x></frameset>',
    ]) {
      await expect(readPage(html)).rejects.toMatchObject({ code: 'no-article' });
    }
  });

  it('runs no script', async () => {
    const html = `<body><p>${'Satu dua tiga. '.repeat(20)}</p><script>globalThis.ran = true;</script><img src=x onerror="globalThis.ran = true"></body>`;
    await readPage(html);
    expect((globalThis as { ran?: boolean }).ran).toBeUndefined();
  });
});

describe('what a page says of its article', () => {
  const text = `<p>${'Satu dua tiga empat lima enam. '.repeat(12)}</p>`;
  const meta = async (head: string, url?: string) =>
    (
      await readPage(
        `<html><head>${head}</head><body><article><h1>Judul</h1>${text}</article></body></html>`,
        { url },
      )
    ).meta;

  it('is read from JSON-LD, then from its other tags', async () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'Judul',
      author: [{ name: 'Ani' }, 'Budi'],
      datePublished: '2024-01-02T03:04:05+08:00',
    };
    const script = `<script type="application/ld+json">${JSON.stringify([data])};</script>`;
    expect(await meta(`${script}<meta name="author" content="Lain">`)).toMatchObject({
      title: 'Judul',
      authors: ['Ani', 'Budi'],
      date: { iso: '2024-01-02T03:04:05+08:00' },
    });
    expect((await meta('<meta name="author" content="Oleh Citra &amp; Dewi">')).authors).toEqual([
      'Citra',
      'Dewi',
    ]);
    expect(
      (await meta('<meta property="article:author" content="https://x.example/a">')).authors,
    ).toEqual([]);
  });

  it('makes addresses whole by <base>, else by where it is from', async () => {
    const picture = '<meta property="og:image" content="/a.jpg">';
    expect((await meta(`<base href="https://b.example/x/">${picture}`)).image?.src).toBe(
      'https://b.example/a.jpg',
    );
    expect((await meta(picture, 'https://c.example/y?utm_source=z')).image?.src).toBe(
      'https://c.example/a.jpg',
    );
    expect((await meta('', 'https://c.example/y?utm_source=z')).source?.url).toBe(
      'https://c.example/y?utm_source=z',
    );
  });

  it('may be in any encoding', () => {
    expect(decodeHtml(readFileSync(`${folder}/japanese-shift-jis.html`))).toContain('港の朝市');
    expect(decodeHtml(readFileSync(`${folder}/plain-1997.html`))).toContain('Keeper’s');
  });
});
