import type { Database } from '../driver.ts';
import { putVarint } from './leaf.ts';

/** The row of FTS5's table of data that has the sums of all articles' words. */
export const TOTALS = 1;

/** Numbers as SQLite writes them, one after the other. */
export function varints(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 9);
  let size = 0;
  for (const number of numbers) size = putVarint(bytes, size, number);
  return bytes.subarray(0, size);
}

/** Reads varints one after the other; 0 behind the last. */
export function reader(block: Uint8Array, start: number): () => number {
  let at = start;
  return () => {
    let value = 0;
    for (; at < block.length; ) {
      const byte = block[at++] as number;
      value = value * 0x80 + (byte & 0x7f);
      if (byte < 0x80) break;
    }
    return value;
  };
}

/** A row of FTS5's table of data. */
export function blockOf(database: Database, id: number): Uint8Array {
  const row = database.prepare('SELECT block FROM fts_data WHERE id = ?').first(id);
  const block: unknown = row?.['block'];
  if (block instanceof Uint8Array) return block;
  return block instanceof ArrayBuffer ? new Uint8Array(block) : new Uint8Array(0);
}

export function setBlock(database: Database, id: number, block: Uint8Array): void {
  database.prepare('REPLACE INTO fts_data(id, block) VALUES(?, ?)').run(id, block);
}
