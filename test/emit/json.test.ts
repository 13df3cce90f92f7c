import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { json } from '../../src/emit/json.ts';
import { parse } from '../../src/parse/parse.ts';

const read = async (text: string, path = 'folder/story.md') =>
  JSON.parse(json(await parse({ path, text })));

describe('json', () => {
  it('has all keys in one order, null where nothing is known', async () => {
    const tree = await read('Word.\n');
    expect(Object.keys(tree)).toEqual(
      'schema path meta words headings links images footnotes notices text body'.split(' '),
    );
    expect(Object.keys(tree.meta)).toEqual(
      (
        'title titleFromBody subtitle description date dateOrigin updated authors editors tags categories lang slug ' +
        'draft image source location series related aliases extra'
      ).split(' '),
    );
    expect(tree).toMatchObject({ schema: 1, path: 'folder/story.md', words: 1, text: 'Word.\n' });
    expect(tree.meta).toMatchObject({ subtitle: null, image: null, tags: [], extra: {} });
  });

  it('counts lines from the top of the file', async () => {
    const tree = await read('---\ntitle: T\n---\n\n# One\n\ntext\n\n## Two\n\nmore\n');
    expect(tree.headings).toEqual([
      { id: 'one', depth: 1, text: 'One', firstLine: 5, lastLine: 11 },
      { id: 'two', depth: 2, text: 'Two', firstLine: 9, lastLine: 11 },
    ]);
    const blocks = tree.body.children.map(({ type, lines }: Record<string, unknown>) => [
      type,
      lines,
    ]);
    expect(blocks).toEqual([
      ['heading', [5, 5]],
      ['paragraph', [7, 7]],
      ['heading', [9, 9]],
      ['paragraph', [11, 11]],
    ]);
  });

  it('lists links, images and footnotes with where they lead', async () => {
    const tree = await read(
      'See [a *b*](c.md "t"), ![d](../e.png), [f](#g)[^n].\n\n[^n]: A note[^m].\n\n[^m]: Deeper.\n\n[^u]: Unused.\n',
    );
    expect(tree.links).toEqual([
      { url: 'c.md', text: 'a b', title: 't', resolved: 'folder/c.md' },
      { url: '#g', text: 'f', title: null, resolved: '#g' },
    ]);
    expect(tree.images).toEqual([{ src: '../e.png', alt: 'd', title: null, resolved: 'e.png' }]);
    expect(tree.footnotes.map((note: { number: unknown }) => note.number)).toEqual([1, 2, null]);
    expect(tree.footnotes[1]).toEqual({ number: 2, identifier: 'm', text: 'Deeper.' });
  });

  it('says what kind of node each is', async () => {
    const tree = await read('> [!TIP] Own title\n> text\n\n- [x] done\n\n```js x\n1\n```\n');
    expect(tree.body.children).toMatchObject([
      { type: 'alert', kind: 'tip', title: 'Own title' },
      { type: 'list', ordered: false, children: [{ type: 'listItem', checked: true }] },
      { type: 'code', lang: 'js', meta: 'x', value: '1' },
    ]);
  });

  it('has no raw control, bidirectional or invisible character', async () => {
    const article = await parse({
      path: 'x.md',
      text: '---\ntitle: "a\\u202Eb"\n---\nc\u202ed\u200b\u009b31m\u0007\u2028e\n',
    });
    const written = json(article);
    expect(written).not.toMatch(/[\x7f-\x9f\u200b-\u200f\u2028-\u202e\x07]/);
    expect(JSON.parse(written).meta.title).toBe('a\u202eb');
    expect(written.endsWith('}\n')).toBe(true);
  });

  it('is as deep as the deepest article', async () => {
    const tree = await read(`${'> '.repeat(2000)}deep\n`);
    expect(JSON.stringify(tree)).toContain('deep');
  });

  it('is the same for the same article', async () => {
    const path = join(import.meta.dirname, '../../articles/specimen.md');
    const text = readFileSync(path, 'utf8');
    const once = json(await parse({ path, text }));
    expect(json(await parse({ path, text }))).toBe(once);
  });
});
