import { describe, expect, it } from 'vitest';
import { kindBySigns } from '../../src/import/detect.ts';

const kind = (start: string, name = '-', contentType?: string) =>
  kindBySigns({ name, contentType, bytes: new TextEncoder().encode(start) });

describe('what a source is', () => {
  it.each([
    ['feed', '<?xml version="1.0"?>\n<rss version="2.0">'],
    ['feed', '<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><!-- a\nb -->\n<feed xmlns="x">'],
    ['feed', '<rdf:RDF xmlns="http://purl.org/rss/1.0/">'],
    ['feed', '{"version": "https://jsonfeed.org/version/1.1", "items": []}'],
    ['feed', '{"title": "x", "version": "https:\\/\\/jsonfeed.org\\/version\\/1"}'],
    ['html', '<!DOCTYPE html>\n<html lang="id">'],
    ['html', '\n\n<!-- disimpan -->\n<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN">\n<head>'],
    ['html', '<?xml version="1.0"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml">'],
    ['html', '<article><h1>Judul</h1>'],
    ['html', '<p>Sepotong halaman'],
    ['markdown', '---\ntitle: x\n---\n'],
    ['markdown', '+++\ntitle = "x"\n+++\n'],
    ['epub', 'PK\x03\x04'],
    [undefined, 'Judul\n\nSenin, 6 Mei 2024\n'],
    [undefined, '# Judul\n\nIsi.\n'],
    [undefined, '<3 kata yang bukan HTML'],
    [undefined, '----\n'],
    [undefined, '{"version": "2"}'],
    [undefined, ''],
  ])('is told by how it begins: %s, %j', (expected, start) => {
    expect(kind(start)).toBe(expected);
  });

  it.each([
    ['html', 'halaman.html'],
    ['html', 'HALAMAN.HTM'],
    ['html', 'x.xhtml'],
    ['html', 'https://contoh.id/a.html?x=1.md#b'],
    ['feed', 'berita.rss'],
    ['feed', 'https://contoh.id/blog.atom'],
    ['markdown', 'a/b.md'],
    ['markdown', 'a.markdown'],
    [undefined, 'https://contoh.md/'],
    [undefined, 'a.txt'],
    [undefined, 'a.xml'],
  ])('is told by its name: %s, %s', (expected, name) => {
    expect(kind('apa saja', name)).toBe(expected);
  });

  it.each([
    ['html', 'text/html; charset=utf-8'],
    ['html', 'application/xhtml+xml'],
    ['feed', 'application/rss+xml'],
    ['feed', 'application/atom+xml; charset=utf-8'],
    ['feed', 'application/feed+json'],
    ['markdown', 'text/markdown'],
    [undefined, 'text/plain'],
    [undefined, 'application/xml'],
    [undefined, 'application/octet-stream'],
  ])('is told by its server: %s, %s', (expected, type) => {
    expect(kind('apa saja', 'https://contoh.id/x', type)).toBe(expected);
  });

  it('is told by its bytes first, then its server, then its name', () => {
    expect(kind('PK\x03\x04', 'x.html', 'text/html')).toBe('epub');
    expect(kind('<p>', 'https://contoh.id/x.md', 'text/html')).toBe('html');
    expect(kind('<p>', 'https://contoh.id/x.md')).toBe('markdown');
  });

  it('is a feed if it begins as one, though its server calls it a page', () => {
    expect(kind('<rss>', 'https://contoh.id/feed/', 'text/html')).toBe('feed');
    expect(kind('\ufeff<?xml version="1.0"?><rss>', 'https://contoh.id/feed.html')).toBe('feed');
  });

  it('is told in whatever encoding', () => {
    const wide = Buffer.from('\ufeff<!DOCTYPE html>', 'utf16le');
    expect(kindBySigns({ name: '-', bytes: wide })).toBe('html');
    expect(kindBySigns({ name: '-', bytes: Buffer.from('<rss>', 'utf16le').swap16() })).toBe(
      'feed',
    );
  });
});
