import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontMatter } from '../../src/emit/markdown-head.ts';
import { sortOut, toolOf } from '../../src/import/tools/folder.ts';
import { readMarkdown } from '../../src/import/tools/markdown.ts';
import { withPictures } from '../../src/import/tools/pictures.ts';
import type { Meta } from '../../src/model/article.ts';
import type { Draft } from '../../src/model/draft.ts';
import { splitHead } from '../../src/parse/front-matter.ts';

// A small folder as each tool makes it, and beside it every article that is to become of it.
// `UPDATE_TOOLS=1 npx vitest run test/import/tools.test.ts` writes what becomes of them now; read the diff.

const FOLDER = 'test/import/tools';
const UPDATE = process.env['UPDATE_TOOLS'] === '1';

const NOTHING: Meta = {
  title: '',
  titleFromBody: false,
  authors: [],
  editors: [],
  tags: [],
  categories: [],
  slug: '',
  draft: false,
  related: [],
  aliases: [],
  extra: {},
};

function written({ meta, extra = {}, body, files = [] }: Draft): string {
  const head = frontMatter({ ...NOTHING, ...meta, extra });
  const along = files.map(({ from, to }) => `(${from.slice(FOLDER.length + 1)} → ${to})\n`);
  return `${head}\n${String(body).replace(/\n?$/, '\n')}${along.join('')}`;
}

async function imported(root: string): Promise<string> {
  const tool = toolOf(readdirSync(root));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|markdown|html)$/.test(path) && !path.startsWith('.'))
    .sort();
  const { articles, left } = sortOut(files, tool);
  const out = [`${tool ?? 'no tool'}\n`];
  for (const { path, reason } of left) out.push(`left out, ${reason}: ${path}\n`);
  for (const file of articles) {
    const path = join(root, file);
    const draft = readMarkdown({ path, text: readFileSync(path, 'utf8') });
    out.push(`\n=== ${file}\n${written(await withPictures(draft, path, existsSync))}`);
  }
  return out.join('');
}

describe('folders of other tools', () => {
  const tools = readdirSync(FOLDER).filter((name) => !name.includes('.'));
  it('are of nine tools', () => expect(tools).toHaveLength(9));

  it.each(tools)('%s', async (tool) => {
    const path = join(FOLDER, `${tool}.expected.txt`);
    const made = await imported(join(FOLDER, tool));
    if (UPDATE) writeFileSync(path, made);
    expect(made).toBe(readFileSync(path, 'utf8'));
  });

  it.each([
    ['hugo', ['content', 'hugo.yaml']],
    ['hugo', ['config.toml', 'content', 'themes']],
    ['zola', ['config.toml', 'content', 'templates']],
    ['jekyll', ['_config.yml', 'index.md']],
    ['jekyll', ['_posts']],
    ['hexo', ['_config.yml', 'source']],
    ['astro', ['astro.config.ts', 'src']],
    ['obsidian', ['.obsidian', 'Catatan.md']],
    [undefined, ['a.md', 'b.md', 'config.toml']],
  ])('%s is known by its files', (tool, names) => expect(toolOf(names)).toBe(tool));
});

describe('a Markdown file', () => {
  const read = (text: string, path = 'tulisan.md') => readMarkdown({ path, text });

  it('keeps its body byte for byte, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (rest) => {
        const body = `Awal ${rest.replaceAll('\r', '')}`;
        expect(read(`---\ntitle: Satu\n---\n${body}`).body).toBe(body);
      }),
    );
  });

  it('loses no key: what sijori has no name for is kept as it was read', () => {
    const keys = fc.stringMatching(/^x[a-z]{1,8}$/);
    const values = fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/);
    fc.assert(
      fc.property(fc.dictionary(keys, values, { minKeys: 1 }), (fields) => {
        const lines = Object.entries(fields).map(([key, value]) => `${key}: ${value}`);
        const { extra } = read(`---\ntitle: Satu\n${lines.join('\n')}\n---\nIsi.\n`);
        expect({ ...extra }).toEqual(fields);
      }),
    );
  });

  it('says the same when what it became is read again', () => {
    const path = `${FOLDER}/jekyll/_posts/2021-02-03-menanam-cabai.md`;
    const once = written(read(readFileSync(path, 'utf8'), path));
    expect(written(read(once, 'perpustakaan/2021-02-03-menanam-cabai.md'))).toBe(once);
    expect(splitHead(once).notices).toEqual([]);
  });

  it('is told what was wrong with its head', () => {
    const { doubts } = read('---\ntitle: Flask: bagian 1\ndate: kemarin\n---\nIsi.\n');
    expect(doubts.map(({ key }) => key)).toEqual(['front-matter-repaired', 'date-unreadable']);
  });

  it.each([
    ['pos/satu/index.en.md', 'satu', 'en'],
    ['pos/satu.id.md', 'satu', 'id'],
    ['pos/2023-01-02-satu.id.md', 'satu', 'id'],
    ['pos/node.js.md', 'node-js', undefined],
  ])('%s is called %s, in %s', (path, slug, lang) => {
    expect(read('---\ndraft: false\n---\nIsi.\n', path).meta).toMatchObject({
      slug,
      ...(lang && { lang }),
    });
  });

  it('is not taken for Hexo with a rule in it', () => {
    const text = 'Catatan: satu\n\n---\n\nDua.\n';
    expect(read(text, 'x.md').body).toBe(text);
  });
});

describe('pictures', () => {
  const along = (body: string, files: readonly string[], meta = {}) =>
    withPictures(
      { meta: { title: 'T', slug: 't', ...meta }, body, lines: [], doubts: [] },
      'a/b/c.md',
      (path) => files.includes(path),
    );

  it('go along wherever the text names them, and only their addresses change', async () => {
    const { body, files } = await along(
      '![x](p.png "j") `![x](p.png)` <img src="../q.jpg"> ![y][r]\n\n[r]: <../b/p.png>\n',
      ['a/b/p.png', 'a/q.jpg'],
    );
    expect(body).toBe(
      '![x](t/p.png "j") `![x](p.png)` <img src="t/q.jpg"> ![y][r]\n\n[r]: <t/p.png>\n',
    );
    expect(files).toHaveLength(2);
  });

  it('of the same name are told apart', async () => {
    const { body } = await along('![](p.png) ![](../p.png)', ['a/b/p.png', 'a/p.png']);
    expect(body).toBe('![](t/p-2.png) ![](t/p.png)');
  });

  it('stay where they are when they are not there, far away, or no pictures', async () => {
    const text = '![](p.png) ![](https://x.example/q.png) ![](../../etc/passwd)';
    expect((await along(text, ['../etc/passwd', 'etc/passwd'])).body).toBe(text);
  });

  it('of an article with an address are relative to that', async () => {
    const source = { url: 'https://x.example/t' };
    expect((await along('![](p.png)', ['a/b/p.png'], { source })).body).toBe('![](p.png)');
  });
});
