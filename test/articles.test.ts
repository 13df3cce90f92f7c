import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'articles');
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
const HEAD = /^---\n([\s\S]*?\n)---\n/;

type Fields = Readonly<Record<string, unknown>>;

interface Parts {
  readonly fields: Fields;
  readonly body: string;
}

function parts(text: string): Parts {
  const head = HEAD.exec(text);
  if (!head) throw new Error('no front matter');
  const fields = load(head[1] as string, { schema: FAILSAFE_SCHEMA });
  if (typeof fields !== 'object' || fields === null) throw new Error('front matter is no mapping');
  return { fields: { ...fields }, body: text.slice(head[0].length) };
}

const article = (name: string): Parts => parts(readFileSync(join(folder, name), 'utf8'));

/** Words as white space parts them; U+00A0 is white space here, as in `\s`. */
const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');

describe('the seed article', () => {
  const slug = 'presiden-vladimir-putin-dan-pemimpin-korea-utara-kim-jong-un-bertemu-di-rusia';
  const { fields, body } = article(`2023-09-14-${slug}.md`);
  const raw = readFileSync(join(root, 'test/corpus/seed.txt'), 'utf8');
  const lines = raw.split('\n').filter((line) => words(line).length > 0);
  const [title, date, author, image] = lines as [string, string, string, string];
  const tags = lines.at(-1) as string;

  it('has every word of the raw text, in order: some in the front matter, the rest in the body', () => {
    const bare = body.replace(/^## /m, '').replaceAll('\\*', '*');
    const moved = [title, date, author, image];
    expect([...moved.flatMap(words), ...words(bare), ...words(tags)]).toEqual(words(raw));
  });

  it('keeps in its front matter what the moved lines said', () => {
    expect(fields['title']).toBe(title);
    expect(date).toBe('Kamis, 14 September 2023 08:21 WIB');
    expect(fields['date']).toBe('2023-09-14T08:21:00+07:00');
    expect(fields['authors']).toEqual([author.slice('Penulis:'.length)]);
    expect(fields['image']).toBe(image);
    expect(fields['tags']).toEqual([tags.slice('Tags:'.length)]);
    expect(fields).toMatchObject({
      lang: 'id',
      slug,
      source: 'sijori.id',
      location: 'Moskow',
      aliases: ['seed'],
    });
  });

  it('has clean white space, one paragraph a line and its one heading', () => {
    expect(body).not.toMatch(/\u00a0| {2}| $|\t/m);
    const blocks = body.trim().split(/\n{2,}/u);
    expect(blocks).toHaveLength(20);
    expect(blocks.filter((block) => block.startsWith('#'))).toEqual(['## Korea Utara Untung']);
    expect(blocks[0]).toMatch(/^MOSKOW \(sijori\.id\) - Presiden/);
    expect(body).toMatch(/ \(\\\*\)\n$/);
  });
});

describe.each(names)('%s', (name) => {
  const { fields, body } = article(name);

  it('has a title, a date, authors, tags, a language and a slug', () => {
    expect(fields['title']).toMatch(/\S/);
    expect(fields['date']).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d\+\d\d:\d\d)?$/);
    for (const key of ['authors', 'tags']) {
      expect(fields[key]).toEqual(expect.arrayContaining([expect.stringMatching(/\S/)]));
    }
    expect(['id', 'en']).toContain(fields['lang']);
    expect(name.replace(/^\d{4}-\d\d-\d\d-/, '')).toBe(`${String(fields['slug'])}.md`);
  });

  it('names only articles and images that ship with it', () => {
    const prose = body.replace(/^(`{3,}|~{3,})[\s\S]*?^\1$/gm, '');
    const targets = [...prose.matchAll(/\]\(([\w./-]+\.(?:md|png|svg))(?: "[^"]*")?\)/g)];
    for (const [, target] of targets) {
      expect(() => readFileSync(join(folder, target as string))).not.toThrow();
    }
    const slugs = names.map((other) => String(article(other).fields['slug']));
    const related = Array.isArray(fields['related']) ? fields['related'] : [];
    const wikilinks = [...prose.matchAll(/\[\[([^\]|]+)/g)].map(([, slug]) => slug);
    for (const slug of [...related, ...wikilinks]) expect(slugs).toContain(slug);
  });
});
