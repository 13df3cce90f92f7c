import { EventEmitter, once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Files asked for at once. */
export const SOME = 32;
/** Orders that wait in a thread, so that it never does. */
const WAITING = 3;

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

/** Who reads for the thread that writes: other threads, and it itself in its pauses. */
export interface Threads {
  /** The program of a thread. */
  readonly program: string;
  /** What the thread is told when it starts: the library. */
  readonly root: string;
  readonly count: number;
  /** Answers an order here and now, as a thread does; without it, only threads read. */
  here?(order: Order): unknown;
  now(): number;
}

/** What is read lives for a moment only. */
const SMALL = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 256 };

/** One that answers orders, in the order in which they came. */
export interface Reader {
  /** Orders that are given at once, so that it never waits. */
  readonly ahead: number;
}

/** What came back from a reader. */
export interface Answer<What> {
  readonly reader: Reader;
  readonly order: Order;
  readonly what: What;
}

interface Thread extends Reader {
  readonly worker: Worker;
  readonly orders: Order[];
}

/** Readers that answer orders. */
export class Pool<What> {
  readonly #threads: readonly Thread[];
  readonly #here:
    | (Reader & { readonly orders: Order[]; answer(order: Order): unknown })
    | undefined;
  readonly #now: () => number;
  readonly #answers: Answer<What>[] = [];
  #fault: { readonly error: unknown } | undefined;
  readonly #bell = new EventEmitter();

  constructor({ program, root, count, here, now }: Threads) {
    this.#now = now;
    this.#here = here && { ahead: 1, orders: [], answer: here };
    this.#threads = Array.from({ length: count }, () => this.#thread(program, root));
  }

  get readers(): readonly Reader[] {
    return this.#here ? [...this.#threads, this.#here] : this.#threads;
  }

  ask(reader: Reader, asked: Omit<Order, 'now'>): void {
    const order = { ...asked, now: this.#now() };
    if (reader === this.#here) this.#here.orders.push(order);
    const thread = this.#threads.find((one) => one === reader);
    thread?.orders.push(order);
    thread?.worker.postMessage(order);
  }

  /** The next answer of any reader; undefined when there is nothing to answer. Throws what a thread throws. */
  async next(): Promise<Answer<What> | undefined> {
    // What threads have sent comes in between two turns of the event loop.
    if (this.#answers.length === 0) await new Promise((resume) => setImmediate(resume));
    for (;;) {
      if (this.#fault) throw this.#fault.error;
      const answer = this.#answers.shift() ?? this.#answerHere();
      if (answer) return answer;
      if (this.#threads.every(({ orders }) => orders.length === 0)) return undefined;
      await once(this.#bell, 'answer');
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #thread(program: string, root: string): Thread {
    const worker = new Worker(program, { workerData: root, resourceLimits: SMALL });
    const thread: Thread = { worker, ahead: WAITING, orders: [] };
    worker.on('message', (what: What) => {
      const order = thread.orders.shift();
      if (order) this.#answers.push({ reader: thread, order, what });
      this.#bell.emit('answer');
    });
    worker.on('error', (error) => {
      this.#fault ??= { error };
      this.#bell.emit('answer');
    });
    return thread;
  }

  #answerHere(): Answer<What> | undefined {
    const order = this.#here?.orders.shift();
    if (!this.#here || !order) return undefined;
    return { reader: this.#here, order, what: this.#here.answer(order) as What };
  }
}
