import type { Worker } from 'node:worker_threads';
import type { Read } from './task.ts';
import { Pool, SOME, type Threads, WAITING } from './thread-pool.ts';

/** Reads files in other threads, some at a time, in any order. Throws what a thread throws. */
export async function* readInThreads(
  paths: readonly string[],
  threads: Threads,
): AsyncGenerator<readonly Read[]> {
  const pool = new Pool<{ some: readonly Read[] }>(threads);
  let next = 0;
  const order = (worker: Worker) => {
    if (next >= paths.length) return;
    pool.ask(worker, { paths: paths.slice(next, next + SOME) });
    next += SOME;
  };
  try {
    for (const worker of pool.workers) for (let at = 0; at < WAITING; at += 1) order(worker);
    for (let answer = await pool.next(); answer; answer = await pool.next()) {
      yield answer.what.some;
      // Only now: what is read and not yet written would fill the memory.
      order(answer.worker);
    }
  } finally {
    await pool.end();
  }
}
