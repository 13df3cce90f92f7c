import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShelf, type Place, refreshIndex } from '../../../src/librarian.ts';
import type { Database } from '../../../src/library/index/driver.ts';
import { ANY } from '../../../src/library/shelf.ts';

// A library of more than 2,000 new articles is filled by segments of words; a smaller one is written by FTS5 itself.
const COUNT = 2400;
let home = '';
let folder = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-filling-'));
  folder = join(home, 'library');
  cpSync('test/corpus/library', folder, { recursive: true });
  cpSync('articles', join(folder, 'shipped'), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true }));

const place = (cache: string, more: Partial<Place> = {}): Place => ({
  folder,
  cache: join(home, cache),
  index: 'always',
  choice: {},
  now: () => Date.now(),
  remark: (code) => expect.unreachable(code),
  ...more,
});

/** Articles from one number to another, in words of three scripts, some alike, some that cannot be read. */
function write(from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const name = join(folder, `n${at % 10}`);
    mkdirSync(name, { recursive: true });
    const tags = [`t${at % 7}`, at % 5 === 0 ? 'Asia/Cina' : 'asia/cina'];
    const head = `title: Nomor ${at % 2000}\ntags: [${tags}]\nauthors: [Penulis ${at % 9}, "O'Neil"]`;
    const body = `kata${at % 999} laut, **Laut** jum'at café ${'読書感想文'.slice(at % 4)} море\n`;
    writeFileSync(join(name, `a${at}.md`), `---\n${head}\n---\n${body.repeat(1 + (at % 20))}`);
    if (at % 500 === 0) symlinkSync('nowhere', join(name, `broken${at}.md`));
    if (at % 700 === 0) writeFileSync(join(name, `binary${at}.md`), Buffer.alloc(200));
  }
}

const QUERIES = [
  [
    'docs',
    `SELECT path, place, size, hash, uid, slug, title_key, date_key, words, untagged, error, meta FROM docs ORDER BY path`,
  ],
  [
    'tags',
    `SELECT path, key, direct, coalesce(spelling, name) AS name FROM doc_tags JOIN docs ON docs.id = doc JOIN tags ON tags.id = tag ORDER BY 1, 2`,
  ],
  [
    'authors',
    `SELECT path, key, coalesce(spelling, name) AS name FROM doc_authors JOIN docs ON docs.id = doc JOIN authors ON authors.id = author ORDER BY 1, 2`,
  ],
  ['failures', 'SELECT path, code, details FROM failures ORDER BY path'],
  ['terms', 'SELECT term FROM terms ORDER BY 1'],
  ['stems', 'SELECT key, term FROM stems ORDER BY 1, 2'],
  [
    'sizes',
    `SELECT path, hex(sz) AS sz FROM fts_docsize JOIN docs ON docs.id = fts_docsize.id ORDER BY 1`,
  ],
  ['totals', 'SELECT hex(block) AS block FROM fts_data WHERE id = 1'],
  [
    'words',
    `SELECT path, term, col, offset FROM temp.instances JOIN docs ON docs.id = instances.doc ORDER BY 1, 2, 3, 4`,
  ],
] as const;

/** What FTS5 and the index keep of what is gone. */
const KEPT = new Set(['terms', 'stems', 'totals']);

/** All that an index says, whatever the numbers of its rows. */
async function contents(more: Place): Promise<Record<string, readonly unknown[]>> {
  const shelf = await openShelf(more);
  try {
    return await (shelf.index?.ask(told) ?? Promise.reject(new Error('no index')));
  } finally {
    shelf.close();
  }
}

function told(database: Database): Record<string, readonly unknown[]> {
  database.exec("INSERT INTO fts(fts) VALUES('integrity-check')");
  database.exec("CREATE VIRTUAL TABLE temp.instances USING fts5vocab('main', 'fts', 'instance')");
  return Object.fromEntries(
    QUERIES.map(([name, query]) => [
      name,
      database
        .prepare(query)
        .all()
        .map((row) => ({ ...row })),
    ]),
  );
}

/** Holds a changed index against one that is made anew. */
async function sameAsAnew(): Promise<void> {
  const changed = await contents(place('cache'));
  const anew = await contents(place('anew'));
  for (const [name] of QUERIES)
    if (!KEPT.has(name)) expect(changed[name], name).toEqual(anew[name]);
}

/** Files that the built program runs in a thread. */
const thread = resolve('dist/cataloguer-thread.cjs');

describe('an index that is filled', () => {
  it.each([
    ['here', {}],
    ['by threads', { thread }],
  ])(
    '%s says what one says that is written bit by bit',
    async (_, more) => {
      for (let at = 0; at < COUNT; at += 800) {
        write(at, at + 800);
        await refreshIndex(place('bits'), 'all');
      }
      const bits = await contents(place('bits'));
      const filled = await contents(place('filled', more));
      for (const [name] of QUERIES) expect(filled[name], name).toEqual(bits[name]);
      expect(filled['failures']).toHaveLength(4);
    },
    120_000,
  );

  it('says the same here and by threads where it takes more than one piece', async () => {
    for (let at = 0; at < 9000; at += 1) {
      mkdirSync(join(folder, `p${at % 50}`), { recursive: true });
      writeFileSync(join(folder, `p${at % 50}`, `a${at}.md`), `# Nomor ${at}\n\nsatu kata${at}\n`);
    }
    const here = await contents(place('here'));
    const filled = await contents(place('threads', { thread }));
    for (const [name] of QUERIES) expect(filled[name], name).toEqual(here[name]);
    const words = here['words'] as readonly { term: string }[];
    expect(words.filter(({ term }) => term === 'satu').length).toBeGreaterThanOrEqual(9000);
    for (const at of [0, 4095, 8192, 8999])
      expect(words.filter(({ term }) => term === `kata${at}`)).toHaveLength(1);
  }, 120_000);

  it('is changed afterwards as any', async () => {
    write(0, COUNT);
    await refreshIndex(place('cache', { thread }), 'all');
    write(COUNT - 5, COUNT + 5);
    for (const name of ['n1', 'n2']) rmSync(join(folder, name), { recursive: true });
    await refreshIndex(place('cache'), 'contents');
    await sameAsAnew();
  }, 120_000);

  it('says what is new, altered and moved at once', async () => {
    write(0, COUNT + 100);
    mkdirSync(join(folder, 'elsewhere'));
    await refreshIndex(place('cache', { thread }), 'all');
    for (let at = 0; at < 10; at += 1)
      renameSync(join(folder, `n${at}`), join(folder, 'elsewhere', `m${at}`));
    write(COUNT + 100, COUNT + 200);
    const altered = readdirSync(folder).filter((name) => name.endsWith('.md'));
    for (const name of altered) appendFileSync(join(folder, name), '\n\nlaut lagi\n');
    const refreshed = await refreshIndex(place('cache', { thread }), 'all');
    expect(altered.length).toBeGreaterThan(1);
    expect(refreshed).toMatchObject({ outcome: 'done', altered: altered.length });
    await sameAsAnew();
  }, 120_000);

  it('holds long articles, whose words are written before their piece is read', async () => {
    write(0, COUNT);
    for (const name of ['x', 'y', 'z'])
      writeFileSync(
        join(folder, `${name}.md`),
        `---\ntitle: ${name}\n---\n${'panjang b '.repeat(750_000)}`,
      );
    for (const more of [{}, { thread }]) {
      rmSync(join(home, 'cache'), { recursive: true, force: true });
      const shelf = await openShelf(place('cache', more));
      const [segments, found] = await (shelf.index?.ask((database) => {
        database.exec("INSERT INTO fts(fts) VALUES('integrity-check')");
        return [
          'SELECT count(DISTINCT segid) AS n FROM fts_idx',
          `SELECT count(*) AS n FROM fts WHERE fts MATCH '"b panjang b"'`,
        ].map((query) => Number(database.prepare(query).first()?.['n']));
      }) ?? []);
      shelf.close();
      expect(segments).toBeGreaterThan(1);
      expect(found).toBe(3);
    }
  }, 120_000);

  it('by threads can be stopped, keeps what is done and goes on', async () => {
    write(0, 2 * COUNT);
    let asked = 0;
    const stop = () => {
      asked += 1;
      return asked > 9;
    };
    await expect(openShelf(place('cache', { thread, stop }))).rejects.toThrow('stopped');
    const left: number[] = [];
    const progress = (_: number, all: number) => left.push(all);
    const shelf = await openShelf(place('cache', { thread, progress }));
    expect(left[0]).toBeLessThan(2 * COUNT);
    expect(await shelf.count(ANY)).toBe((await contents(place('anew')))['docs']?.length);
    shelf.close();
    expect(await contents(place('cache'))).toEqual(await contents(place('anew')));
  }, 120_000);
});
