import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filterFor } from '../../../src/cli/query/querying.ts';
import { openShelf, type Place, refreshIndex } from '../../../src/librarian.ts';
import { type Database, findDriver } from '../../../src/library/index/driver.ts';
import { indexFolder, takeLock } from '../../../src/library/index/opening.ts';
import { type QueryFlags, queryFromFlags } from '../../../src/library/query/flags.ts';
import type { SortKey } from '../../../src/library/select.ts';
import { ANY, type Shelf } from '../../../src/library/shelf.ts';
import { bodyOf } from '../../../src/reader.ts';

let home = '';
let folder = '';
let remarks: string[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-index-'));
  folder = join(home, 'library');
  remarks = [];
  cpSync('test/corpus/library', folder, { recursive: true });
  cpSync('articles', join(folder, 'shipped'), { recursive: true });
});
afterEach(() => rmSync(home, { recursive: true }));

const place = (more: Partial<Place> = {}): Place => ({
  folder,
  cache: join(home, 'cache'),
  index: 'always',
  choice: {},
  now: () => Date.now(),
  remark: (code) => remarks.push(code),
  ...more,
});

/** What a shelf says, which is closed afterwards. */
async function asking<Result>(work: (shelf: Shelf) => Promise<Result>, more: Partial<Place> = {}) {
  const shelf = await openShelf(place(more));
  try {
    return await work(shelf);
  } finally {
    shelf.close();
  }
}

const indexFiles = () =>
  readdirSync(join(home, 'cache'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.db'))
    .map((path) => join(home, 'cache', path));
const indexFile = () => indexFiles().find((path) => path.includes('index-v')) ?? '';
/** Everything in the file itself, nothing in its log. */
const settled = (database: Pick<Database, 'exec'>) =>
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
const titles = (shelf: Shelf) =>
  shelf.find(ANY).then((found) => found.map(({ meta }) => meta.title));

describe('an index', () => {
  it('counts the words of each article as without one', async () => {
    const text =
      'Anak-anak naik kapal-kapalan 20.04, pukul 12:30; covid-19, 2nd, jum\u2019at \u0001x_y.\n';
    writeFileSync(join(folder, 'ulang.md'), `# Ulang\n\n${text}`);
    const rows = await asking(async ({ index }) =>
      index?.ask((database) => database.prepare('SELECT path, words FROM docs').all()),
    );
    const counted = Object.fromEntries((rows ?? []).map((row) => [row['path'], row['words']]));
    const plain = await asking((shelf) => shelf.find(ANY), { index: 'never' });
    const bodies = plain.map(({ path }) => [path.slice(folder.length + 1), bodyOf(path).words]);
    expect(counted).toEqual(Object.fromEntries(bodies));
    expect(counted['ulang.md']).toBe(13);
  });

  it('says what the files say, of every article', async () => {
    const all = (shelf: Shelf) => shelf.find(ANY);
    const plain = await asking(all, { index: 'never' });
    const indexed = await asking(all);
    expect(indexed.map(({ path, number }) => ({ path, number }))).toEqual(
      plain.map(({ path, number }) => ({ path, number })),
    );
    expect(indexed.map(({ meta }) => meta)).toEqual(plain.map(({ meta }) => meta));
  });

  const QUERIES: readonly QueryFlags[] = [
    {},
    { tag: ['natuna'] },
    { tag: ['asia'] },
    { tag: ['laut,reading'], author: ['rahma,lee'] },
    { tag: ['#Natuna', 'LAUT'] },
    { author: ['a'] },
    { since: '2021', until: '2024-02' },
    { until: '2022-05-05' },
    { tag: ['nosuch'] },
  ];
  const SORTS: readonly SortKey[] = ['date', 'title', 'author', 'path'];

  const filter = (flags: QueryFlags) => {
    const context = { cwd: '/', env: { XDG_STATE_HOME: home } };
    const query = queryFromFlags(flags, { now: '2026-11-25T16:00:00Z' });
    return filterFor(query, folder, context);
  };

  it('finds and orders as the files do', async () => {
    const answers = (shelf: Shelf) =>
      Promise.all(
        QUERIES.flatMap((one) =>
          SORTS.flatMap((sort) =>
            [false, true].map(async (reverse) => {
              const found = await shelf.find({ ...filter(one), sort, reverse, limit: 5 });
              const count = await shelf.count(filter(one));
              return [count, ...found.map(({ path, number }) => `${number} ${path}`)];
            }),
          ),
        ),
      );
    expect(await asking(answers)).toEqual(await asking(answers, { index: 'never' }));
  });

  it('goes through more than it holds at a time, in the same order', async () => {
    for (let at = 0; at < 600; at += 1)
      writeFileSync(
        join(folder, `n${at}.md`),
        `---\ntitle: T${at % 7}\ndate: ${2000 + (at % 20)}\n---\n`,
      );
    const paths = async (entries: AsyncIterable<{ path: string; number: number }>) => {
      const found: string[] = [];
      for await (const { path, number } of entries) found.push(`${number} ${path}`);
      return found;
    };
    for (const more of [
      {},
      { sort: 'title', reverse: true },
      { limit: 300 },
      { limit: 0 },
    ] as const) {
      const expected = await asking((shelf) => shelf.find({ ...ANY, ...more }));
      const walked = (shelf: Shelf) => paths(shelf.walk({ ...ANY, ...more }));
      const found = await asking(walked);
      expect(found).toEqual(expected.map(({ path, number }) => `${number} ${path}`));
      expect(await asking(walked, { index: 'never' })).toEqual(found);
    }
  });

  it('leaves out what is gone when its turn comes', async () => {
    for (let at = 0; at < 300; at += 1) writeFileSync(join(folder, `n${at}.md`), `# T${at}\n`);
    await asking(async (shelf) => {
      let last = '';
      for await (const { path } of shelf.walk({ ...ANY, sort: 'path' })) {
        if (last === '') rmSync(join(folder, 'shipped'), { recursive: true });
        expect(path).not.toContain('shipped');
        last = path;
      }
      expect(last).toBe(join(folder, 'reading-slowly.md'));
    });
  });

  it('counts tags, authors and series as the files do', async () => {
    writeFileSync(join(folder, 's1.md'), '---\ntitle: A\nseries: Laut\ntags: [LAUT]\n---\n');
    writeFileSync(join(folder, 's2.md'), '---\ntitle: B\nseries: laut\ntags: [LAUT]\n---\n');
    const counts = async (shelf: Shelf) => [
      await shelf.tags(),
      await shelf.authors(),
      await shelf.series(),
    ];
    expect(await asking(counts)).toEqual(await asking(counts, { index: 'never' }));
  });

  it('knows articles by the same names', async () => {
    const names = ['1', '7', '99', '0', 'laut-natuna', 'Laut Natuna', 'rusak', 'rusak.md', 'seed'];
    names.push('catatan', 'a', 'read slow', '読書', '2023-12-24-読書', 'zzz', '’', 'tanpa kepala');
    const meant = (shelf: Shelf) =>
      Promise.all(
        names.map((name) =>
          shelf.resolve(name).then(
            ({ path }) => path,
            (error: Error) => error.message,
          ),
        ),
      );
    expect(await asking(meant)).toEqual(await asking(meant, { index: 'never' }));
  });

  it('names what cannot be read, and what has a head that had to be repaired', async () => {
    writeFileSync(join(folder, 'noise.md'), Buffer.from([0, 1, 2, 0, 1, 2, 0, 1]));
    const unreadable = (shelf: Shelf) => shelf.unreadable();
    const found = await asking(unreadable);
    expect(found).toEqual(await asking(unreadable, { index: 'never' }));
    expect(found.map(({ path }) => path)).toEqual([join(folder, 'noise.md')]);
    const broken = await asking((shelf) =>
      shelf.find({ ...ANY, condition: () => ({ where: 'error IS NOT NULL', parameters: [] }) }),
    );
    expect(broken.map(({ path }) => path)).toEqual([join(folder, 'arsip/rusak.md')]);
  });
});

describe('freshness', () => {
  /** Files and folders as if nobody had touched them for long, so that no clock is too coarse. */
  function settle(): void {
    const old = new Date(Date.now() - 3_600_000);
    for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
      utimesSync(join(folder, path), old, old);
    utimesSync(folder, old, old);
  }

  it('sees files that come, go, move and are written into', async () => {
    settle();
    await asking(titles);
    writeFileSync(join(folder, 'arsip/baru.md'), '# Paling baru\n');
    expect(await asking(titles)).toContain('Paling baru');
    rmSync(join(folder, 'arsip/baru.md'));
    expect(await asking(titles)).not.toContain('Paling baru');
    appendFileSync(join(folder, 'arsip/toml.md'), '\nsatu baris\n');
    writeFileSync(join(folder, 'reading-slowly.md'), '# Read at once\n');
    const now = await asking(titles);
    expect(now).toContain('Read at once');
    expect(now).not.toContain('Reading slowly');
    mkdirSync(join(folder, 'sub/deep'), { recursive: true });
    renameSync(join(folder, 'arsip'), join(folder, 'sub/deep/arsip'));
    const paths = await asking((shelf) => shelf.find(ANY));
    expect(paths.map(({ path }) => path)).toContain(join(folder, 'sub/deep/arsip/toml.md'));
    expect(paths.map(({ path }) => path)).not.toContain(join(folder, 'arsip/toml.md'));
  });

  it('keeps the row of a file that was moved', async () => {
    settle();
    const ids = (shelf: Shelf) =>
      shelf.index?.ask((database) =>
        database.prepare('SELECT id, path FROM docs ORDER BY id').all(),
      ) ?? Promise.reject(new Error('no index'));
    const before = await asking(ids);
    renameSync(join(folder, 'reading-slowly.md'), join(folder, 'arsip/slow.md'));
    const after = await asking(ids);
    const id = before.find(({ path }) => path === 'reading-slowly.md')?.['id'];
    expect(after.find(({ path }) => path === 'arsip/slow.md')?.['id']).toBe(id);
    expect(after).toHaveLength(before.length);
  });

  it('reads a file again that changed within the tick of a coarse clock', async () => {
    settle();
    const path = join(folder, 'tick.md');
    const stamp = new Date();
    writeFileSync(path, '# Aaaa\n');
    utimesSync(path, stamp, stamp);
    expect(await asking(titles)).toContain('Aaaa');
    writeFileSync(path, '# Bbbb\n');
    utimesSync(path, stamp, stamp);
    expect(await asking(titles)).toContain('Bbbb');
  });

  it('finds what was written into files that are not shown, when it is time to look', async () => {
    settle();
    await asking(titles);
    writeFileSync(join(folder, 'arsip/toml.md'), '# Berubah\n');
    const found = (shelf: Shelf) =>
      shelf.find({
        ...ANY,
        condition: () => ({ where: "title_key = 'berubah'", parameters: [] }),
      });
    expect(await asking(found)).toHaveLength(0);
    const later = Date.now() + 601_000;
    expect(await asking(found, { now: () => later })).toHaveLength(1);
  });

  it('reads all again when asked to, and tells what came of it', async () => {
    settle();
    expect(await refreshIndex(place(), 'all')).toMatchObject({ outcome: 'done', altered: 0 });
    const path = join(folder, 'arsip/toml.md');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, readFileSync(path, 'utf8').replace('Catatan', 'Katatan'));
    utimesSync(path, atime, mtime);
    expect(await refreshIndex(place(), 'all')).toMatchObject({ altered: 0 });
    expect(await refreshIndex(place(), 'contents')).toMatchObject({ altered: 1 });
    const found = (shelf: Shelf) =>
      shelf.find({
        ...ANY,
        condition: () => ({ where: "title_key LIKE 'katatan%'", parameters: [] }),
      });
    expect(await asking(found)).toHaveLength(1);
  });
});

describe('an index file', () => {
  it('is in a folder that only its user can read', async () => {
    await asking(titles);
    expect(statSync(join(indexFile(), '..')).mode & 0o777).toBe(0o700);
  });

  it('takes the place of one that another version made', async () => {
    await asking(titles);
    const made = indexFile();
    const old = made.replace(/v\d+\.db$/, 'v0.db');
    renameSync(made, old);
    writeFileSync(`${old}-wal`, '');
    expect(await asking(titles)).toEqual(await asking(titles, { index: 'never' }));
    const files = readdirSync(join(made, '..')).filter((name) => name.startsWith('index-v'));
    expect(files.filter((name) => name.startsWith('index-v0'))).toEqual([]);
    expect(existsSync(made)).toBe(true);
  });

  it('may be deleted at any time', async () => {
    const before = await asking(titles);
    for (const file of indexFiles()) rmSync(file);
    expect(await asking(titles)).toEqual(before);
    expect(remarks).toEqual([]);
  });

  it.each([
    ['no database', () => Buffer.from('this is no database\n'.repeat(1000))],
    ['a database with a hole', (bytes: Buffer) => bytes.fill(0xff, 8192, 40_000)],
    ['the beginning of a database', (bytes: Buffer) => bytes.subarray(0, 12_288)],
  ])('that is %s is set aside and made anew, with one remark', async (_, damage) => {
    const before = await asking(titles);
    await asking(async (shelf) => shelf.index?.ask(settled));
    writeFileSync(indexFile(), damage(readFileSync(indexFile())));
    expect(await asking(titles)).toEqual(before);
    expect(remarks).toEqual(['index-damaged']);
    expect(await asking(titles)).toEqual(before);
    expect(remarks).toHaveLength(1);
  });

  it('that cannot be written leaves the library to be read as a whole, with one remark', async () => {
    writeFileSync(join(home, 'cache'), 'a file is in the way');
    const before = await asking(titles, { index: 'never' });
    expect(await asking(titles)).toEqual(before);
    expect(remarks).toEqual(['index-unwritable']);
  });

  it('without a driver is none, with one remark', async () => {
    const before = await asking(titles, { index: 'never' });
    expect(await asking(titles, { choice: { driver: 'none' } })).toEqual(before);
    expect(remarks).toEqual(['index-none']);
  });
});

describe('indexing many', () => {
  const COUNT = 3500;
  beforeEach(() => {
    for (let at = 0; at < COUNT; at += 1) {
      const name = join(folder, `n${at % 10}`);
      mkdirSync(name, { recursive: true });
      writeFileSync(join(name, `a${at}.md`), `---\ntitle: Nomor ${at}\n---\nkata${at} laut\n`);
    }
  });

  it('can be stopped, keeps what is done and goes on', async () => {
    let asked = 0;
    const stop = () => {
      asked += 1;
      return asked > 5;
    };
    await expect(openShelf(place({ stop }))).rejects.toThrow('stopped');
    const done: number[] = [];
    const progress = (_: number, all: number) => done.push(all);
    const found = await asking((shelf) => shelf.count(ANY), { progress });
    expect(done[0]).toBeLessThan(COUNT);
    expect(found).toBe(await asking((shelf) => shelf.count(ANY), { index: 'never' }));
    const matches = await asking(
      (shelf) =>
        shelf.index?.ask((database) =>
          database.prepare(`SELECT count(*) AS n FROM fts WHERE fts MATCH '"laut"'`).first(),
        ) ?? Promise.reject(new Error('no index')),
    );
    expect(Number(matches?.['n'])).toBeGreaterThanOrEqual(COUNT);
  }, 120_000);

  it('leaves no merging of everything to the next command that writes', async () => {
    const crisis = "SELECT v FROM fts_config WHERE k = 'crisismerge'";
    const set = await asking((shelf) => {
      if (!shelf.index) throw new Error('no index');
      return shelf.index.ask((database) => database.prepare(crisis).first());
    });
    // FTS5 merges all segments of a level at once from 16 on; a large library begins with more.
    expect(Number(set?.['v'])).toBeGreaterThanOrEqual(200);
  }, 120_000);
});

it('does not call a library empty whose index another process has only begun', async () => {
  const cache = indexFolder(join(home, 'cache'), realpathSync(folder));
  mkdirSync(cache, { recursive: true });
  const open = await findDriver({});
  const lock = open && takeLock(open, cache, 0);
  expect(lock).toBeDefined();
  expect(await asking((shelf) => shelf.isEmpty())).toBe(false);
  lock?.release();
  expect(await asking((shelf) => shelf.isEmpty())).toBe(false);
});

it('reads the library that is meant, where `..` goes up from where a link leads', async () => {
  mkdirSync(join(home, 'real', 'deep'), { recursive: true });
  mkdirSync(join(home, 'real', 'library'));
  mkdirSync(join(home, 'library'), { recursive: true });
  writeFileSync(join(home, 'real', 'library', 'a.md'), '---\ntitle: Ours\n---\n');
  writeFileSync(join(home, 'library', 'a.md'), '---\ntitle: Of others\n---\n');
  symlinkSync(join(home, 'real', 'deep'), join(home, 'link'));
  for (const index of ['always', 'never'] as const) {
    const there = { folder: `${home}/link/../library`, index };
    const found = await asking((shelf) => shelf.find(ANY), there);
    expect(found.map(({ meta }) => meta.title)).toEqual(['Ours']);
  }
});
