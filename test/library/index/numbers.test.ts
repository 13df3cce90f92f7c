import { describe, expect, it } from 'vitest';
import { find } from '../../../src/library/index/asking.ts';
import { COLUMNS, type Document } from '../../../src/library/index/document.ts';
import { type Database, findDriver } from '../../../src/library/index/driver.ts';
import { remembered, writing } from '../../../src/library/index/opening.ts';
import { createSchema } from '../../../src/library/index/schema.ts';
import { writerOf } from '../../../src/library/index/writing.ts';

const COUNT = 5000;

/** Many articles of few days, so that paths tell many apart. */
function documentAt(place: number, day = (place * 7919) % 997): Document {
  const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
  const values: Record<string, string | number> = {
    uid: String(place),
    slug: `a${place}`,
    title: `Judul ${place}`,
    title_key: '',
    date_key: date,
    author_key: '',
    draft: 0,
    words: 1,
    untagged: 1,
    meta: `{"title":"Judul ${place}","slug":"a${place}"}`,
  };
  return {
    file: { path: `${place % 13}/é${place}.md`, mtime: 0, size: 1, ino: 1, seen: 0, hash: '' },
    columns: COLUMNS.map((name) => values[name] ?? null),
    tags: [],
    authors: [],
    aliases: [],
    texts: ['', '', '', ''],
    words: [],
  };
}

async function library(): Promise<Database> {
  const open = await findDriver();
  if (!open) throw new Error('no driver');
  const database = open(':memory:');
  createSchema(database);
  put(
    database,
    Array.from({ length: COUNT }, (_, place) => documentAt(place)),
  );
  return database;
}

function put(database: Database, documents: readonly Document[]): void {
  const writer = writerOf(database, () => []);
  writing(database, () => {
    writer.start();
    for (const document of documents) writer.put(document);
    writer.finish();
  });
}

/** The numbers of some articles, from all over the library, and those that counting through all gives. */
function numbers(database: Database): { some: unknown[]; all: unknown[] } {
  const where = 'id % 331 = 7';
  const some = find(database, { where, parameters: [] });
  const ids = new Set(some.map(({ id }) => id));
  const all = find(database, { where: '1', parameters: [] });
  const pair = ({ id, number }: { id: number; number: number }) => [id, number];
  return { some: some.map(pair), all: all.filter(({ id }) => ids.has(id)).map(pair) };
}

describe('the number of an article', () => {
  it('is its place among all, the newest first, with milestones and without', async () => {
    const database = await library();
    const first = numbers(database);
    expect(first.some).toEqual(first.all);
    expect(remembered(database, 'milestones')).toBeDefined();
    const second = numbers(database);
    expect(second.some).toEqual(first.all);
  });

  it('is another when articles come, change their day and go', async () => {
    const database = await library();
    const before = numbers(database);
    put(database, [documentAt(COUNT, 996), documentAt(7, 996), documentAt(8, 0)]);
    expect(remembered(database, 'milestones')).toBeUndefined();
    const after = numbers(database);
    expect(after.some).toEqual(after.all);
    expect(after.some).not.toEqual(before.some);
    const writer = writerOf(database, () => []);
    writing(database, () => {
      writer.start();
      for (const id of [1, 400, 4999]) writer.remove(id);
      writer.finish();
    });
    const rest = numbers(database);
    expect(rest.some).toEqual(rest.all);
    expect(rest.some).not.toEqual(after.some);
  });
});
