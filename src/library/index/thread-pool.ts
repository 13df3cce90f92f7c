import { EventEmitter, once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Files asked for at once. */
export const SOME = 128;
/** Orders that wait in a thread, so that it never does. */
export const WAITING = 3;

/** What a thread that reads for another is asked: paths in the library, at a moment. */
export interface Order {
  readonly paths: readonly string[];
  /** ms since 1970. */
  readonly now: number;
  /** The number of the first one's row, where the words are to come as a segment; those of the others follow. */
  readonly first?: number;
  /** Whether the segment of all that was ordered since the last one is to come now. */
  readonly isLast?: boolean;
}

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
const SMALL = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 };

/** What came back from a thread. */
export interface Answer<What> {
  readonly worker: Worker;
  readonly order: Order;
  readonly what: What;
}

/** Threads that answer orders, each in its own order. */
export class Pool<What> {
  readonly workers: readonly Worker[];
  readonly #now: () => number;
  readonly #orders = new Map<Worker, Order[]>();
  readonly #answers: Answer<What>[] = [];
  readonly #bell = new EventEmitter();

  constructor({ program, root, count, now }: Threads) {
    this.#now = now;
    this.workers = Array.from({ length: count }, () => {
      const worker = new Worker(program, { workerData: root, resourceLimits: SMALL });
      this.#orders.set(worker, []);
      worker.on('message', (what: What) => {
        const order = this.#orders.get(worker)?.shift();
        if (order) this.#answers.push({ worker, order, what });
        this.#bell.emit('answer');
      });
      worker.on('error', (error) => this.#bell.emit('error', error));
      return worker;
    });
  }

  ask(worker: Worker, asked: Omit<Order, 'now'>): void {
    const order = { ...asked, now: this.#now() };
    this.#orders.get(worker)?.push(order);
    worker.postMessage(order);
  }

  /** The next answer of any thread; undefined when there is nothing to answer. Throws what a thread throws. */
  async next(): Promise<Answer<What> | undefined> {
    for (;;) {
      const answer = this.#answers.shift();
      if (answer) return answer;
      if ([...this.#orders.values()].every(({ length }) => length === 0)) return undefined;
      await once(this.#bell, 'answer');
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }
}
