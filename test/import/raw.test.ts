import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { slugify } from '../../src/parse/meta-names.ts';
import { lostWords, read, rendered, words, wordsOfLines, written } from './raw-reading.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(import.meta.dirname, 'raw');
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.txt'));
const seed = readFileSync(join(root, 'test/corpus/seed.txt'), 'utf8');

describe('the seed', () => {
  const slug = 'presiden-vladimir-putin-dan-pemimpin-korea-utara-kim-jong-un-bertemu-di-rusia';
  const shipped = readFileSync(join(root, `articles/2023-09-14-${slug}.md`), 'utf8');

  it('is the shipped article, byte by byte, with its language, its slug and its alias', () => {
    const draft = read(seed);
    // What no line says: the slug is the title's, the language is guessed, the alias is given by hand.
    const more = { lang: 'id', slug: slugify(draft.meta.title), aliases: ['seed'] };
    expect(written(draft, more)).toBe(shipped);
    expect(draft.doubts).toEqual([]);
  });
});

describe.each(fixtures)('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8');

  it('is read as the Markdown beside it', async () => {
    await expect(written(read(text))).toMatchFileSnapshot(join(folder, name.replace(/txt$/, 'md')));
  });

  it('has every word in its front matter or in its body, in order', async () => {
    const draft = read(text);
    const { staying, all } = wordsOfLines(draft);
    expect(all).toEqual(words(text));
    expect((await rendered(String(draft.body))).flatMap(words)).toEqual(staying);
    expect(lostWords(draft)).toEqual([]);
  });
});
