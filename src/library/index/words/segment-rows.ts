import { type Database, insertRows } from '../driver.ts';
import { rolledBack } from '../opening.ts';
import type { Segment } from './postings.ts';
import { blockOf, reader, setBlock, TOTALS, varints } from './records.ts';

/** The row of FTS5's table of data that says which segments there are. */
const STRUCTURE = 10;
/** What tells records of segments that know when they were written. */
const SECOND_VERSION = [0xff, 0x00, 0x00, 0x01];
const COOKIE = 4;
/** Most segments that FTS5 can have. */
const MOST_SEGMENTS = 2000;
/** A row of data is known by segment, whether it is a list of pages, and page. */
const OF_SEGMENT = 2 ** 37;
const OF_LIST = 2 ** 36;

const INSERT_PAGE = 'INSERT INTO fts_data(id, block) VALUES(?, ?)';
/** Some drivers give no bytes, which the first page begins with, as NULL. */
const INSERT_WORD =
  "INSERT INTO fts_idx(segid, term, pgno) VALUES(CAST(? AS INTEGER), coalesce(?, x''), CAST(? AS INTEGER))";

/**
 * Puts a segment into `fts`, as FTS5 does when it writes the words of many inserts (`fts5FlushOneHash` and
 * `fts5StructureWrite` in `fts5_index.c` of SQLite), within the caller's transaction. What FTS5 keeps in mind of the
 * table would not be up to date after it: {@link forgetStructure} comes before the first, and no other use of `fts`
 * before the last.
 */
export function writeSegment(database: Database, segment: Segment): void {
  const structure = structureOf(blockOf(database, STRUCTURE));
  const { origin } = structure;
  writeSizes(database, segment, origin);
  if (segment.pageCount === 0) return;
  const id = freeId(structure);
  const insertPage = database.prepare(INSERT_PAGE);
  for (const { page, isList, bytes } of segment.pages)
    insertPage.run(id * OF_SEGMENT + (isList ? OF_LIST : 0) + page, bytes);
  const insertWord = database.prepare(INSERT_WORD);
  for (const { page, word, hasList } of segment.words)
    insertWord.run(id, word, page * 2 + Number(hasList));
  const [level = { merging: 0, segments: [] }, ...above] = structure.levels;
  // In the order of the record: number, first and last page, when written, pages and entries taken out, entries.
  const added = [id, 1, segment.pageCount, origin, origin, 0, 0, segment.rowids.length];
  const levels = [{ ...level, segments: [...level.segments, added] }, ...above];
  const written = structure.written + segment.pageCount;
  setBlock(database, STRUCTURE, structureBlock({ ...structure, written, levels }));
}

/**
 * Lets FTS5 forget which segments there are, as it does with what was rolled back, and read them anew when it is next
 * used. False where another process holds the index.
 */
export function forgetStructure(database: Database): boolean {
  const change = "INSERT INTO fts(fts, rank) VALUES('automerge', 4)";
  return rolledBack(database, () => database.exec(change));
}

interface Level {
  readonly merging: number;
  readonly segments: readonly (readonly number[])[];
}

interface Structure {
  readonly cookie: Uint8Array;
  /** Pages that were ever written. */
  readonly written: number;
  readonly levels: readonly Level[];
  /** What the next segment is told to be written at. */
  readonly origin: number;
}

/** Fields of a segment in the record. */
const FIELDS = 8;
const LAST_ORIGIN = 4;

function structureOf(block: Uint8Array): Structure {
  if (SECOND_VERSION.some((byte, at) => block[COOKIE + at] !== byte))
    throw new Error('fts5: a structure of another version');
  const next = reader(block, COOKIE + SECOND_VERSION.length);
  const levelCount = next();
  next();
  const written = next();
  let origin = 0;
  const levels = Array.from({ length: levelCount }, () => {
    const merging = next();
    const segments = Array.from({ length: next() }, () => Array.from({ length: FIELDS }, next));
    for (const segment of segments) origin = Math.max(origin, segment[LAST_ORIGIN] ?? 0);
    return { merging, segments };
  });
  return { cookie: block.subarray(0, COOKIE), written, levels, origin: origin + 1 };
}

function structureBlock({ cookie, written, levels }: Structure): Uint8Array {
  const count = levels.reduce((sum, { segments }) => sum + segments.length, 0);
  const numbers = [levels.length, count, written];
  for (const { merging, segments } of levels)
    numbers.push(merging, segments.length, ...segments.flat());
  return new Uint8Array([...cookie, ...SECOND_VERSION, ...varints(numbers)]);
}

function freeId({ levels }: Structure): number {
  const taken = new Set(levels.flatMap(({ segments }) => segments.map(([id]) => id)));
  for (let id = 1; id <= MOST_SEGMENTS; id += 1) if (!taken.has(id)) return id;
  throw new Error('fts5: too many segments');
}

/** How long the columns of each article are, and of all together. */
function writeSizes(database: Database, { rowids, sizes }: Segment, origin: number): void {
  const columns = rowids.length === 0 ? 0 : sizes.length / rowids.length;
  const next = reader(blockOf(database, TOTALS), 0);
  const totals = [next() + rowids.length, ...Array.from({ length: columns }, next)];
  const rows = rowids.map((rowid, row) => {
    const own = sizes.slice(row * columns, (row + 1) * columns);
    for (const [at, size] of own.entries()) totals[at + 1] = (totals[at + 1] ?? 0) + size;
    return `(${rowid},x'${Buffer.from(varints(own)).toString('hex')}',${origin})`;
  });
  insertRows(database, 'fts_docsize(id, sz, origin)', rows);
  if (rowids.length > 0) setBlock(database, TOTALS, varints(totals));
}
