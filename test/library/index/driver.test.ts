import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  findDriver,
  isBusy,
  isDamaged,
  isDatabaseError,
} from '../../../src/library/index/driver.ts';
import { createSchema, SCHEMA_VERSION } from '../../../src/library/index/schema.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sijori-driver-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The driver that this Node has, which must be one. */
async function opener() {
  const open = await findDriver();
  if (!open) throw new Error('no driver loads');
  return open;
}

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('the driver', () => {
  it('makes the tables, and finds whole words in them', async () => {
    const open = await opener();
    const database = open(join(folder, 'a.db'));
    createSchema(database);
    expect(database.prepare('PRAGMA user_version').first()?.['user_version']).toBe(SCHEMA_VERSION);
    const insert =
      'INSERT INTO fts(rowid, title, subtitle_description, tags_authors, body) VALUES(?, ?, ?, ?, ?)';
    database.prepare(insert).run(7, 'laut natuna', '', '', 'ikan tongkol 読書');
    const find = database.prepare('SELECT rowid AS id FROM fts WHERE fts MATCH ?');
    expect(find.all('"natuna"')).toEqual([{ id: 7 }]);
    expect(find.all('body : "ikan tongkol"')).toEqual([{ id: 7 }]);
    expect(find.first('"読書"')).toEqual({ id: 7 });
    expect(find.first('"ikan natuna"')).toBeUndefined();
    database.prepare('DELETE FROM fts WHERE rowid = ?').run(7);
    expect(find.all('"natuna"')).toEqual([]);
    database.close();
  });

  it('is none in the plain mode', async () => {
    expect(await findDriver({ driver: 'none' })).toBeUndefined();
  });

  it('tells a database that is held, one that is damaged, and other faults apart', async () => {
    const open = await opener();
    const [one, two] = [open(join(folder, 'b.db')), open(join(folder, 'b.db'))];
    one.exec('CREATE TABLE t(a UNIQUE); BEGIN IMMEDIATE');
    two.exec('PRAGMA busy_timeout = 0');
    const held = thrownBy(() => two.exec('BEGIN IMMEDIATE'));
    expect([isBusy(held), isDamaged(held), isDatabaseError(held)]).toEqual([true, false, true]);
    writeFileSync(join(folder, 'c.db'), 'this is no database at all\n'.repeat(200));
    const damaged = thrownBy(() => open(join(folder, 'c.db')).exec('SELECT * FROM t'));
    expect([isBusy(damaged), isDamaged(damaged)]).toEqual([false, true]);
    one.exec('INSERT INTO t VALUES(1)');
    const twice = thrownBy(() => one.exec('INSERT INTO t VALUES(1)'));
    expect([isBusy(twice), isDamaged(twice), isDatabaseError(twice)]).toEqual([false, false, true]);
    expect(isDatabaseError(new TypeError('x'))).toBe(false);
    one.close();
    two.close();
  });
});
