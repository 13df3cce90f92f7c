import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Order, Pool, type Threads } from '../../../src/library/index/thread-pool.ts';

const home = mkdtempSync(join(tmpdir(), 'sijori-pool-'));
let threads: Threads;
beforeEach(() => {
  const program = join(home, 'thread.cjs');
  writeFileSync(
    program,
    `const { parentPort, workerData } = require('node:worker_threads');
    parentPort.on('message', ({ paths }) => {
      if (paths[0] === 'fails') throw new Error('no such thread');
      parentPort.postMessage(workerData + ' ' + paths);
    });`,
  );
  threads = { program, root: 'there', count: 2, now: () => 7 };
});
afterEach(() => rmSync(join(home, 'thread.cjs')));

/** All answers, reader by reader. */
async function all(pool: Pool<string>): Promise<Map<unknown, string[]>> {
  const answers = new Map<unknown, string[]>();
  for (let one = await pool.next(); one; one = await pool.next()) {
    expect(one.what.endsWith(` ${one.order.paths}`)).toBe(true);
    answers.set(one.reader, [...(answers.get(one.reader) ?? []), one.what]);
  }
  return answers;
}

const orderAll = (pool: Pool<string>, count: number) => {
  for (const reader of pool.readers)
    for (let at = 0; at < count; at += 1) pool.ask(reader, { paths: [String(at)] });
};
const told = (who: string) => Array.from({ length: 20 }, (_, at) => `${who} ${at}`);

describe('a pool of readers', () => {
  it('answers every order once, in the order in which each reader was asked', async () => {
    const pool = new Pool<string>(threads);
    orderAll(pool, 20);
    expect([...(await all(pool)).values()]).toEqual([told('there'), told('there')]);
    await pool.end();
  });

  it('reads in the thread that asks too, where it is told how', async () => {
    const here = ({ paths, now }: Order) => `${now === 7 ? 'here' : 'when?'} ${paths}`;
    const pool = new Pool<string>({ ...threads, count: 1, here });
    orderAll(pool, 20);
    const answers = await all(pool);
    expect(pool.readers.map((reader) => answers.get(reader))).toEqual([
      told('there'),
      told('here'),
    ]);
    await pool.end();
  });

  it('throws what a thread throws, also when it is asked for answers only later', async () => {
    const pool = new Pool<string>(threads);
    for (const reader of pool.readers) pool.ask(reader, { paths: ['fails'] });
    await new Promise((resume) => setTimeout(resume, 300));
    await expect(pool.next()).rejects.toThrow('no such thread');
    await pool.end();
  });

  it('throws what goes wrong in the thread that asks', async () => {
    const here = (): never => {
      throw new Error('not here');
    };
    const pool = new Pool<string>({ ...threads, count: 1, here });
    for (const reader of pool.readers) pool.ask(reader, { paths: ['0'] });
    await expect(all(pool)).rejects.toThrow('not here');
    await pool.end();
  });
});
