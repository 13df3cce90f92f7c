import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Database, findDriver } from '../../../../src/library/index/driver.ts';
import { byteScanner } from '../../../../src/library/index/words/byte-words.ts';
import { postingsOf } from '../../../../src/library/index/words/postings.ts';
import { forgetStructure, writeSegment } from '../../../../src/library/index/words/segment-rows.ts';

const open = await findDriver();
if (!open) throw new Error('no driver of SQLite here');
const opened: Database[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

/** A table as that of the index, and a table that FTS5 fills by itself. */
function table(): Database {
  const database = (open as NonNullable<typeof open>)(':memory:');
  opened.push(database);
  database.exec(`CREATE VIRTUAL TABLE fts USING fts5(a, b, c, d, content='', contentless_delete=1, tokenize='ascii');
    CREATE VIRTUAL TABLE words USING fts5vocab(fts, 'instance')`);
  return database;
}

type Row = readonly string[];

/** Fills a table by FTS5 itself. */
function plainly(segments: readonly (readonly Row[])[]): Database {
  const database = table();
  let id = 0;
  for (const rows of segments)
    for (const row of rows) {
      id += 1;
      database.prepare('INSERT INTO fts(rowid, a, b, c, d) VALUES(?, ?, ?, ?, ?)').run(id, ...row);
    }
  return database;
}

/** Fills a table by segments that are made here. */
function bySegments(segments: readonly (readonly Row[])[]): Database {
  const database = table();
  // FTS5 knows then which segments there are, and has to forget it.
  found(database, 'a');
  forgetStructure(database);
  const scanner = byteScanner();
  const postings = postingsOf(scanner.words);
  let id = 0;
  for (const rows of segments) {
    for (const row of rows) {
      id += 1;
      postings.add(
        id,
        row.map((text) => scanner.scan(Buffer.from(text)).slice()),
      );
    }
    database.exec('BEGIN');
    writeSegment(database, postings.take());
    database.exec('COMMIT');
  }
  return database;
}

function check(database: Database): void {
  database.exec("INSERT INTO fts(fts) VALUES('integrity-check')");
}

const everyWord = (database: Database) =>
  database.prepare('SELECT term, doc, col, offset FROM words ORDER BY 1, 2, 3, 4').all();
const sizes = (database: Database) => [
  database.prepare('SELECT id, hex(sz) AS sz FROM fts_docsize ORDER BY id').all(),
  database.prepare('SELECT hex(block) AS block FROM fts_data WHERE id = 1').all(),
];
const found = (database: Database, query: string) =>
  database
    .prepare(
      'SELECT rowid AS id, bm25(fts) AS rank FROM fts WHERE fts MATCH ? ORDER BY rank, rowid',
    )
    .all(query)
    .map((row) => [row['id'], Number(row['rank']).toFixed(9)]);

function same(segments: readonly (readonly Row[])[], queries: readonly string[]): Database {
  const [ours, theirs] = [bySegments(segments), plainly(segments)];
  check(ours);
  expect(everyWord(ours)).toEqual(everyWord(theirs));
  expect(sizes(ours)).toEqual(sizes(theirs));
  for (const query of queries) expect(found(ours, query)).toEqual(found(theirs, query));
  return ours;
}

const QUERIES = [
  'a',
  'b',
  'a b',
  '"a b"',
  'a*',
  'c OR aa',
  'a NOT b',
  'NEAR(a b, 3)',
  'd : a',
  'ж',
];
const word = fc.constantFrom('a', 'b', 'c', 'aa', 'ab', 'abc', 'b2', '読書', 'ж', 'x'.repeat(64));
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
const row = fc.tuple(text, text, text, text);

describe('segments of words', () => {
  it('are as FTS5 makes them', () => {
    const segments = fc.array(fc.array(row, { maxLength: 8 }), { maxLength: 4 });
    fc.assert(
      fc.property(segments, (some) => {
        same(some, QUERIES);
      }),
      { numRuns: 200 },
    );
  });

  const many = (count: number, of: (at: number) => Row) =>
    Array.from({ length: count }, (_, at) => of(at));

  it('go over pages, with many rows for a word', () => {
    const rows = many(6000, (at) => [
      '',
      at % 7 === 0 ? 'b a' : '',
      'a',
      `a b ${at} x${at % 50} a`,
    ]);
    same([rows, rows.slice(0, 3000)], [...QUERIES, 'x7', 'a x7', '4321', '"a b" 17', 'x1* 77']);
  });

  it('go over pages with the places of one row', () => {
    const long = many(40_000, (at) => [at % 3 === 0 ? 'a' : `w${at % 999}`])
      .flat()
      .join(' ');
    const rows = many(12, (at) => ['b', '', String(at), at % 4 === 1 ? long : 'a b']);
    same([rows], [...QUERIES, 'w5', '"a w1 w2"']);
  });

  it('can be deleted from, merged and added to afterwards', () => {
    const rows = many(3000, (at) => ['', '', 'a', `a b ${at} x${at % 50} a`]);
    const [ours, theirs] = [bySegments([rows, rows]), plainly([rows, rows])];
    for (const one of [ours, theirs]) {
      for (let id = 1; id < 6000; id += 3) one.prepare('DELETE FROM fts WHERE rowid = ?').run(id);
      one.exec("INSERT INTO fts(rowid, a, b, c, d) VALUES(7000, 'a', '', '', 'x3 b')");
      check(one);
      one.exec("INSERT INTO fts(fts, rank) VALUES('merge', 500)");
      check(one);
    }
    for (const query of [...QUERIES, 'x3'])
      expect(
        found(ours, query)
          .map(([id]) => id)
          .sort(),
      ).toEqual(
        found(theirs, query)
          .map(([id]) => id)
          .sort(),
      );
    for (const one of [ours, theirs]) one.exec("INSERT INTO fts(fts) VALUES('optimize')");
    check(ours);
    expect(everyWord(ours)).toEqual(everyWord(theirs));
  });
});
