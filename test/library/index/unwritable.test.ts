import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cataloguerOf } from '../../../src/cataloguer.ts';
import { ALL, count } from '../../../src/library/index/asking.ts';
import { findDriver, type Opener } from '../../../src/library/index/driver.ts';
import { type Keeper, keeperOf } from '../../../src/library/index/keeper.ts';
import { knownFile } from '../../../src/library/index/known-file.ts';
import { keysOf } from '../../../src/library/text/terms.ts';
import { listFolder } from '../../../src/source/find.ts';

let home = '';
let root = '';
let isFull = false;
let remarks: string[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-unwritable-'));
  root = join(home, 'library');
  cpSync('test/corpus/library', root, { recursive: true });
  isFull = false;
  remarks = [];
});
afterEach(() => rmSync(home, { recursive: true }));

/** A driver whose files cannot be written to once the disk is full, as SQLite says it. */
async function opener(code: string): Promise<Opener> {
  const open = await findDriver();
  if (!open) throw new Error('no driver');
  return (path) => {
    const database = open(path);
    const exec = (sql: string) => {
      if (isFull && sql.startsWith('BEGIN IMMEDIATE'))
        throw Object.assign(new Error(code.toLowerCase()), { code });
      database.exec(sql);
    };
    return { ...database, exec };
  };
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
    fill: () => {
      throw new Error('no library here is large');
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

    it('is told from one that is up to date', async () => {
      const known = await keeper(code);
      await known.refresh('all');
      isFull = true;
      writeFileSync(join(root, 'baru.md'), '# Baru\n');
      expect(await known.refresh('folders')).toMatchObject({ outcome: 'unwritable' });
      isFull = false;
      expect(await known.refresh('folders')).toMatchObject({ outcome: 'done', added: 1 });
      known.close();
    });
  },
);
