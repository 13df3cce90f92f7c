import type { Read } from './task.ts';
import { Pool, type Reader, SOME, type Threads } from './thread-pool.ts';

/** Reads files in other threads, some at a time, in any order. Throws what a thread throws. */
export async function* readInThreads(
  paths: readonly string[],
  threads: Threads,
): AsyncGenerator<readonly Read[]> {
  const pool = new Pool<{ some: readonly Read[] }>(threads);
  let next = 0;
  const order = (reader: Reader) => {
    if (next >= paths.length) return;
    pool.ask(reader, { paths: paths.slice(next, next + SOME) });
    next += SOME;
  };
  try {
    for (const reader of pool.readers) for (let at = 0; at < reader.ahead; at += 1) order(reader);
    for (let answer = await pool.next(); answer; answer = await pool.next()) {
      yield answer.what.some;
      // Only now: what is read and not yet written would fill the memory.
      order(answer.reader);
    }
  } finally {
    await pool.end();
  }
}
