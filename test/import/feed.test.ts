import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedText } from '../../src/import/feed/bytes.ts';
import { readFeed } from '../../src/import/feed/feed.ts';
import { wordsOf } from '../../src/import/feed/text.ts';
import { mendXml } from '../../src/import/feed/xml-mend.ts';
import { articleOf } from '../../src/importer.ts';
import { ReaderError } from '../../src/model/errors.ts';
import { textOf } from '../../src/model/text.ts';

// A feed of each form, and beside it every article that is to become of it.
// `UPDATE_FEEDS=1 npx vitest run test/import/feed.test.ts` writes what becomes of them now; read the diff.

const FOLDER = 'test/import/feeds';
const ADDRESS = 'https://asal.example/umpan/semua.xml';
const UPDATE = process.env['UPDATE_FEEDS'] === '1';

async function imported(text: string): Promise<string> {
  const { title, siteUrl, items, failures, notices } = await readFeed(text, ADDRESS);
  const out = [`${title} (${siteUrl ?? 'no site'})\n`];
  for (const { code } of notices) out.push(`notice: ${code}\n`);
  for (const { reason } of failures) out.push(`failure: ${reason}\n`);
  for (const { id, draft } of items) {
    const { text: article } = await articleOf(draft, '');
    const doubts = draft.doubts.map(({ key }) => `doubt: ${key}\n`).join('');
    out.push(`\n=== ${id}\n${doubts}${article}`);
  }
  return out.join('');
}

const rss = (items: string, head = '<title>U</title>') =>
  `<rss version="2.0"><channel>${head}${items}</channel></rss>`;

const read = async (text: string) => readFeed(text, ADDRESS);

async function bodyOf(description: string): Promise<string> {
  const { items } = await read(rss(`<item><title>J</title>${description}</item>`));
  const draft = items[0]?.draft;
  return draft && typeof draft.body !== 'string' ? textOf(draft.body) : '';
}

describe('feeds', () => {
  const feeds = readdirSync(FOLDER).filter((name) => !name.endsWith('.txt'));
  it('are of each form', () => expect(feeds.length).toBeGreaterThan(6));

  it.each(feeds)('%s', async (name) => {
    const path = join(FOLDER, `${name}.expected.txt`);
    const made = await imported(readFileSync(join(FOLDER, name), 'utf8'));
    if (UPDATE) writeFileSync(path, made);
    expect(made).toBe(readFileSync(path, 'utf8'));
  });
});

describe('an entry', () => {
  it('keeps every word of its text, in order', async () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    const tag = fc.constantFrom('p', 'div', 'h2', 'blockquote');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(tag, fc.array(word)), { maxLength: 8 }), async (parts) => {
        const html = parts.map(([name, words]) => `<${name}>${words.join(' ')}</${name}>`).join('');
        const body = await bodyOf(`<description><![CDATA[${html}]]></description>`);
        expect(body.split(/\s+/).filter(Boolean)).toEqual(parts.flatMap(([, words]) => words));
      }),
      { numRuns: 50 },
    );
  });

  it('says the same in CDATA, escaped, and escaped twice', async () => {
    const html = '<p>Satu &amp; dua.</p><p>Tiga.</p>';
    const once = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    const twice = once.replaceAll('&', '&amp;');
    const said = await Promise.all(
      [`<![CDATA[${html}]]>`, once, twice, `<![CDATA[${once}]]>`].map((text) =>
        bodyOf(`<description>${text}</description>`),
      ),
    );
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toMatch(/Satu & dua\.\s+Tiga\./);
  });

  it.each([
    ['Tahu &amp; tempe', 'Tahu & tempe'],
    ['Tahu &amp;amp; tempe', 'Tahu & tempe'],
    ['Huruf &lt;b&gt;tebal&lt;/b&gt;', 'Huruf tebal'],
    ['a &lt;b c', 'a <b c'],
    ['Pakai &lt;kbd tanpa penutup', 'Pakai <kbd tanpa penutup'],
  ])('titled %s is called %s', async (written, title) => {
    const { items } = await read(rss(`<item><title>${written}</title></item>`));
    expect(items[0]?.draft.meta.title).toBe(title);
  });

  it('is told apart from others by address where all have one identifier', async () => {
    const item = (path: string) =>
      `<item><title>A</title><guid isPermaLink="false">1</guid><link>https://a.example/${path}</link></item>`;
    const { items } = await read(rss(item('x') + item('y') + item('x')));
    expect(items.map(({ id }) => id)).toEqual(['1', 'https://a.example/y']);
  });

  it('has only addresses of the web', async () => {
    const { items } = await read(
      rss(
        '<item><title>A</title><link>javascript:x()</link><enclosure url="file:///etc/passwd" type="audio/mpeg"/></item>',
      ),
    );
    expect(items[0]?.url).toBeUndefined();
    expect(JSON.stringify(items[0]?.draft.body)).not.toContain('passwd');
  });

  it.each([
    ['Thu, 14 Sep 2023 08:21:00 +0700', '2023-09-14T08:21:00+07:00'],
    ['Thu, 14 Sep 2023 08:21:00 GMT', '2023-09-14T08:21:00+00:00'],
    ['2023-09-14T08:21:00Z', '2023-09-14T08:21:00+00:00'],
    ['Thu, 14 Sep 23 08:21:00 UT', '2023-09-14T08:21:00+00:00'],
    ['14 Sep 99 08:21 EST', '1999-09-14T08:21-05:00'],
    ['Kamis, 14 September 2023 08:21 WIB', '2023-09-14T08:21+07:00'],
  ])('of %s is dated %s', async (written, iso) => {
    const { items } = await read(rss(`<item><title>A</title><pubDate>${written}</pubDate></item>`));
    expect(items[0]?.draft.meta.date?.iso).toBe(iso);
  });
});

describe('what is no feed', () => {
  it.each(['', 'kata', '{}', '{"version":', '<x/>', '<rss', '[1]', 'null', '<opml/>'])(
    '%j is refused',
    async (text) => {
      await expect(read(text)).rejects.toMatchObject({ code: 'not-feed' });
    },
  );

  it('may be a page that names its feed', async () => {
    const page =
      '<!doctype html><link rel="alternate" type="application/rss+xml" href="/umpan.xml"><p>Isi';
    await expect(read(page)).rejects.toMatchObject({
      code: 'not-feed-page',
      details: { feed: 'https://asal.example/umpan.xml' },
    });
  });

  it('never throws anything but a ReaderError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (noise) => {
        const error = await read(`<rss version="2.0"><channel>${noise}`).catch((one) => one);
        if (error instanceof Error) expect(error).toBeInstanceOf(ReaderError);
      }),
      { numRuns: 100 },
    );
  });
});

describe('hostile feeds', () => {
  it('of many entries are read to the thousandth, and say so', async () => {
    const item = (at: number) =>
      `<item><title>A</title><link>https://a.example/${at}</link></item>`;
    const { items, notices } = await read(
      rss(Array.from({ length: 1200 }, (_, at) => item(at)).join('')),
    );
    expect(items).toHaveLength(1000);
    expect(notices).toEqual([{ code: 'feed-cut', details: { most: 1000, count: 1200 } }]);
  });

  it('says that entries with the identifier of another say something else', async () => {
    const entry = (text: string) =>
      `<item><guid isPermaLink="false">1</guid><title>${text}</title></item>`;
    const { items, notices } = await read(
      `<rss><channel>${['One', 'Two', 'One', 'Three'].map(entry).join('')}</channel></rss>`,
    );
    expect(items).toHaveLength(1);
    expect(notices).toEqual([{ code: 'feed-repeated', details: { count: 2 } }]);
  });

  it('are refused when they are too long or nested too deep', async () => {
    const long = rss(`<!--${'x'.repeat(11_000_000)}-->`);
    await expect(read(long)).rejects.toMatchObject({ code: 'too-large' });
    await expect(read(`<rss>${'<a>'.repeat(600)}`)).rejects.toMatchObject({ code: 'not-feed' });
  });

  it('with deep or mis-nested HTML lose no word', async () => {
    const deep = '&lt;div&gt;'.repeat(5000);
    expect(await bodyOf(`<description>${deep}dalam</description>`)).toContain('dalam');
    const crossed = '&lt;b&gt;&lt;i&gt;&lt;p&gt;'.repeat(1000);
    expect(await bodyOf(`<description>${crossed}silang</description>`)).toContain('silang');
  });
});

describe('mending XML', () => {
  const NONE = { names: new Set<string>(), most: 0 };
  const mended = (text: string) => mendXml(text, '', NONE).text.replace(/^<\?.*?\?>/, '');

  it.each([
    ['<a>x & y &amp; &#65; &c;</a>', '<a>x &amp; y &amp; &#65; &c;</a>'],
    ['<a><b>x', '<a><b>x</b></a>'],
    ['<a>x</b></a>', '<a>x</a>'],
    ['<a k=1 j>x<br>y</a>', '<a k="1" j="">x<br/>y</a>'],
    ['<a><![CDATA[1 < 2 & 3]]></a>', '<a><![CDATA[1 < 2 & 3]]></a>'],
    ['<a><![CDATA[x', '<a><![CDATA[x]]></a>'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<a>&b;</a>'],
    ['<a k="x&y"/>', '<a k="x&amp;y"></a>'],
  ])('%s', (broken, whole) => expect(mended(broken)).toBe(whole));

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '<a>',
            '</a>',
            '<b ',
            '>',
            '&',
            ';',
            'x',
            '"',
            ']]>',
            '<![CDATA[',
            '<!--',
            '-->',
            '=',
          ),
          maxLength: 30,
        }),
        (text) => {
          const once = mended(`<r>${text}`);
          expect(mended(once)).toBe(once);
        },
      ),
    );
  });
});

describe('the text of a feed', () => {
  const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
  const latin = '<?xml version="1.0" encoding="iso-8859-1"?><a>caf\xe9</a>';

  it('is decoded as its mark, its server, or its declaration says, in that order', () => {
    expect(feedText(bytes(latin))).toContain('café');
    expect(feedText(bytes('\x93a\x94 \x96 b'), 'text/xml; charset=iso-8859-1')).toBe('“a” – b');
    expect(feedText(new TextEncoder().encode(latin), 'text/xml; charset=utf-8')).toContain('café');
    expect(feedText(bytes('\xef\xbb\xbfcaf\xc3\xa9'), 'text/xml; charset=iso-8859-1')).toBe('café');
    expect(feedText(bytes('\xff\xfea\0'))).toBe('a');
  });

  it('is UTF-8 where it claims what cannot be', () => {
    expect(feedText(bytes('<?xml version="1.0" encoding="utf-16"?><a/>'))).toContain('<a/>');
    expect(feedText(bytes('<?xml version="1.0" encoding="utf-7"?>+ADw-'))).toContain('+ADw-');
  });
});

describe('the words of HTML', () => {
  it('leave out what nobody sees, and part blocks', () => {
    expect(wordsOf('<p>a<b>b</b></p><p>c</p><script>d</script>&amp;')).toBe('ab c &');
  });
});
