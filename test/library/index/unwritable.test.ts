import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cataloguerOf } from '../../../src/cataloguer.ts';
import { ALL, count } from '../../../src/library/index/asking.ts';
import { type Database, findDriver, type Opener } from '../../../src/library/index/driver.ts';
import { type Keeper, keeperOf } from '../../../src/library/index/keeper.ts';
import { knownFile } from '../../../src/library/index/known-file.ts';
import { keysOf } from '../../../src/library/text/terms.ts';
import { listFolder } from '../../../src/source/find.ts';

let home = '';
let root = '';
let isFull = false;
/** Whether SQLite finds out at the end, and has taken all back by itself. */
let isLate = false;
/** Pages that there is room for, as on a disk. */
let room: number | undefined;
let remarks: string[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-unwritable-'));
  root = join(home, 'library');
  cpSync('test/corpus/library', root, { recursive: true });
  isFull = false;
  isLate = false;
  room = undefined;
  remarks = [];
});
afterEach(() => rmSync(home, { recursive: true }));

/** A driver whose files cannot be written to once the disk is full, as SQLite says it. */
async function opener(code: string): Promise<Opener> {
  const open = await findDriver();
  if (!open) throw new Error('no driver');
  return (path) => {
    const database = open(path);
    if (room !== undefined) database.exec(`PRAGMA max_page_count = ${room}`);
    const exec = (sql: string) => {
      if (isFull) refuse(sql, code, database);
      database.exec(sql);
    };
    return { ...database, exec };
  };
}

function refuse(sql: string, code: string, database: Database): void {
  if (!sql.startsWith(isLate ? 'COMMIT' : 'BEGIN IMMEDIATE')) return;
  if (isLate) database.exec('ROLLBACK');
  throw Object.assign(new Error(code.toLowerCase()), { code });
}

async function keeper(code: string): Promise<Keeper> {
  const cataloguer = cataloguerOf(root);
  return keeperOf({
    open: await opener(code),
    folder: join(home, 'index'),
    files: { root, list: listFolder, now: () => Date.now() },
    read: async function* (paths) {
      yield paths.map((path) => cataloguer.read(path, Date.now()));
    },
    fill: async function* (paths, { first }) {
      const some = paths.map((path, at) => cataloguer.add(path, Date.now(), first + at));
      yield { some, first, segments: cataloguer.segments(true), isLast: true };
    },
    keysOf,
    isoHere: () => undefined,
    remark: (text) => remarks.push(text),
  });
}

describe.each(['SQLITE_READONLY', 'SQLITE_FULL', 'SQLITE_IOERR'])(
  'an index that gives %s',
  (code) => {
    it('answers as it is, and says so', async () => {
      const known = await keeper(code);
      await known.refresh('all');
      const articles = await known.ask((database) => count(database, ALL));
      isFull = true;
      const rows = await known.ask((database) => database.prepare('SELECT * FROM docs').all());
      for (const row of rows) appendFileSync(join(root, String(row['path'])), '\nlagi\n');
      expect(await known.verify(rows.map(knownFile))).toBe(false);
      expect(remarks).toEqual(['index-stale']);
      expect(await known.claim('sweeping', Date.now(), 0)).toBe(false);
      expect(await known.ask((database) => count(database, ALL))).toBe(articles);
      known.close();
    });

    it.each([false, true])('is told from one that is up to date, late: %s', async (late) => {
      const known = await keeper(code);
      await known.refresh('all');
      isFull = true;
      isLate = late;
      writeFileSync(join(root, 'baru.md'), '# Baru\n');
      expect(await known.refresh('folders')).toMatchObject({ outcome: 'unwritable' });
      isFull = false;
      expect(await known.refresh('folders')).toMatchObject({ outcome: 'done', added: 1 });
      known.close();
    });
  },
);

it('is told from one that is up to date while many articles are put in', async () => {
  for (let at = 0; at < 2100; at += 1)
    writeFileSync(join(root, `${at}.md`), `# Nomor ${at}\n\nkata${at} laut\n`);
  room = 150;
  const known = await keeper('SQLITE_FULL');
  expect(await known.refresh('all')).toMatchObject({ outcome: 'unwritable' });
  await known.ask((database) => database.exec('PRAGMA max_page_count = 1000000'));
  expect(await known.refresh('all')).toMatchObject({ outcome: 'done' });
  expect(remarks).toEqual([]);
  known.close();
}, 60_000);
