import { EventEmitter, once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Read } from './updating.ts';

/** Files asked for at once, and orders that wait in a thread, so that it never does. */
const SOME = 128;
const WAITING = 3;

/** How other threads are asked to read. */
export interface Threads {
  /** The program of a thread. */
  readonly program: string;
  /** What the thread is told when it starts: the library. */
  readonly root: string;
  readonly count: number;
  now(): number;
}

/** What is read lives for a moment only. */
const SMALL = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/** What came back from a thread. */
interface Answer {
  readonly worker: Worker;
  readonly some: readonly Read[];
}

/** Reads files in other threads, some at a time, in any order. Throws what a thread throws. */
export async function* readInThreads(
  paths: readonly string[],
  { program, root, count, now }: Threads,
): AsyncGenerator<readonly Read[]> {
  const answers: Answer[] = [];
  const bell = new EventEmitter();
  let next = 0;
  let waiting = 0;
  const order = (worker: Worker) => {
    if (next >= paths.length) return;
    worker.postMessage({ paths: paths.slice(next, next + SOME), now: now() });
    next += SOME;
    waiting += 1;
  };
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(program, { workerData: root, resourceLimits: SMALL });
    worker.on('message', (some: readonly Read[]) => {
      answers.push({ worker, some });
      bell.emit('answer');
    });
    worker.on('error', (error) => bell.emit('error', error));
    return worker;
  });
  try {
    for (const worker of workers) for (let at = 0; at < WAITING; at += 1) order(worker);
    while (waiting > 0) {
      const answer = answers.shift();
      if (answer) {
        waiting -= 1;
        yield answer.some;
        // Only now: what is read and not yet written would fill the memory.
        order(answer.worker);
      } else await once(bell, 'answer');
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
