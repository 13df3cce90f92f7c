import type { Database } from './driver.ts';
import { freeMemory } from './memory.ts';
import { takeBack, writing } from './opening.ts';
import { createOrders, dropOrders } from './schema.ts';
import type { Filling, Outcome, Update } from './task.ts';
import { forgetStructure, writeSegment } from './words/segment-rows.ts';
import { lastId } from './writing.ts';

/** From so many new articles on, the index is filled in larger pieces, without waiting for the disk. */
export const MANY = 2000;
/** Articles that are written at once when there are many: what a killed process has to do again. */
const PIECE = 8192;
/**
 * Segments of words that are not merged all at once, as FTS5 does from 16 on: after a first filling, the next command that
 * writes would take seconds. A few pages at a time are merged with every change.
 */
const MOST_SEGMENTS = 200;

/** Puts many files in that the index does not know, while it reads; every piece is kept, whatever happens to the next. */
export async function fill(paths: readonly string[], task: Update): Promise<Outcome> {
  const { database } = task;
  if (!writing(database, () => begin(database)) || !forgetStructure(database)) return 'busy';
  database.exec('PRAGMA synchronous = OFF');
  let outcome: Outcome;
  try {
    outcome = await fillPieces(paths, task);
  } finally {
    database.exec('PRAGMA synchronous = NORMAL');
  }
  // Sorted in memory, they would be the most that is needed of it.
  database.exec('PRAGMA temp_store = FILE');
  writing(database, () => createOrders(database));
  database.exec('PRAGMA temp_store = MEMORY');
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return outcome;
}

function begin(database: Database): void {
  const isEmpty = !database.prepare('SELECT 1 FROM docs LIMIT 1').first();
  if (isEmpty) dropOrders(database);
  // As text of SQL: a driver that gives numbers as reals would be refused.
  database.exec(`INSERT INTO fts(fts, rank) VALUES('crisismerge', ${MOST_SEGMENTS})`);
}

/** Opens a transaction a piece, which is never left open. */
async function fillPieces(paths: readonly string[], task: Update): Promise<Outcome> {
  const { database, writer } = task;
  const first = lastId(database) + 1;
  const piece = { isOpen: false, last: first - 1 };
  const stop = () => task.stop?.() === true;
  try {
    for await (const some of task.fill(paths, { first, piece: PIECE, stop })) {
      if (!piece.isOpen && !open(piece, task)) return 'busy';
      piece.last = Math.max(piece.last, put(some, task));
      task.progress?.(piece.last - first + 1, paths.length);
      if (!some.isLast) continue;
      commit(piece, task);
      freeMemory();
      if (stop()) return 'stopped';
    }
    return 'done';
  } finally {
    if (piece.isOpen) {
      takeBack(database);
      writer.forget();
    }
  }
}

interface Piece {
  isOpen: boolean;
  /** The highest number of a row so far. */
  last: number;
}

/** Whether no other process took a number that was meant for a row here; else the next command goes on. */
function open(piece: Piece, { database, writer }: Update): boolean {
  database.exec('BEGIN IMMEDIATE');
  piece.isOpen = true;
  writer.start();
  return lastId(database) <= piece.last;
}

function commit(piece: Piece, { database, writer }: Update): void {
  writer.finish();
  database.exec('COMMIT');
  piece.isOpen = false;
}

/** The highest number of a row that was written. */
function put({ some, first, segments }: Filling, { database, writer }: Update): number {
  for (const [at, one] of some.entries())
    if ('columns' in one || one.code !== 'not-found') writer.fill(one, first + at);
  for (const segment of segments) writeSegment(database, segment);
  return first + some.length - 1;
}
