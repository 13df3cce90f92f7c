import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outline, readOpml, writeOpml } from '../../src/import/feed/opml.ts';

const read = (text: string) => readOpml(text, 'daftar.opml');
const opml = (body: string) => `<opml version="2.0"><body>${body}</body></opml>`;

describe('a list of feeds', () => {
  it('is read with its folders, each feed once', () => {
    const found = read(
      opml(
        '<outline text="Laut &amp; pantai"><outline title="A" text="a" xmlUrl="https://a.example/x?a=1&amp;b=2" htmlUrl="https://a.example/"/>' +
          '<outline text="Dalam"><outline text="B" XMLURL="https://b.example/"/></outline></outline>' +
          '<outline text="lagi" xmlUrl="https://b.example/"/><outline text="C" xmlUrl="https://c.example/"/>',
      ),
    );
    expect(found.map(({ title, url, folders }) => [title, url, folders.join('/')])).toEqual([
      ['A', 'https://a.example/x?a=1&b=2', 'Laut & pantai'],
      ['B', 'https://b.example/', 'Laut & pantai/Dalam'],
      ['C', 'https://c.example/', ''],
    ]);
    expect(found[0]?.siteUrl).toBe('https://a.example/');
  });

  it('may hold other things, which are left out', () => {
    const text =
      '<outline text="x" xmlUrl="file:///etc/passwd"/><outline text="y" xmlUrl="javascript:1"/>';
    expect(read(opml(text))).toEqual([]);
  });

  it('is read as far as it goes', () => {
    expect(read('<opml><body><outline text="R&D" xmlUrl="https://a.example/"><outl')).toHaveLength(
      1,
    );
    expect(read('<opml version="2.0"/>')).toEqual([]);
  });

  it.each(['', '<rss/>', 'kata', '<outline xmlUrl="https://a.example/"/>'])(
    '%j is none',
    (text) => {
      expect(() => read(text)).toThrow(expect.objectContaining({ code: 'not-opml' }));
    },
  );

  it('does not expand entities that it defines', () => {
    const text =
      '<!DOCTYPE opml [<!ENTITY a "https://a.example/">]><opml><outline xmlUrl="&a;"/></opml>';
    expect(read(text)).toEqual([]);
  });

  it('is the same after it was written, whatever feeds and folders are called', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
      .map((text) =>
        text
          .replace(/[\0-\x1f\ufffe\uffff]/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((text) => text !== '');
    const feed: fc.Arbitrary<Outline> = fc.record({
      url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
      title: name,
      siteUrl: fc.constant(undefined),
      folders: fc.array(fc.constantFrom('Laut', 'R&D', '"<a>"'), { maxLength: 2 }),
    });
    const lists = fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 8 });
    fc.assert(
      fc.property(lists, (feeds) => {
        const again = read(writeOpml(feeds, 'Feeds'));
        const byUrl = (all: readonly Outline[]) => new Map(all.map((one) => [one.url, one]));
        expect(byUrl(again)).toEqual(byUrl(feeds));
        expect(read(writeOpml(again, 'Feeds'))).toEqual(again);
      }),
    );
  });
});
