import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The measure of bench/library.mjs with few rounds: needs the built program.

interface Crash {
  scratchLibrary(count: number): { remove(): void };
  faultsOf(library: unknown): readonly string[];
  killed(library: unknown, rounds: number): Promise<readonly string[]>;
  together(
    library: unknown,
    readers: number,
    time: number,
  ): Promise<{ faults: readonly string[]; reads: number; writes: number }>;
}

let crash: Crash;
let library: ReturnType<Crash['scratchLibrary']>;
beforeAll(async () => {
  crash = (await import(resolve('bench/library-crash.mjs'))) as Crash;
  library = crash.scratchLibrary(300);
});
afterAll(() => library.remove());

describe('an index', () => {
  it('loses nothing and is not damaged when processes are killed', async () => {
    expect(await crash.killed(library, 4)).toEqual([]);
  }, 300_000);

  it('answers readers while another process writes', async () => {
    const { faults, reads, writes } = await crash.together(library, 3, 2000);
    expect(faults).toEqual([]);
    expect(reads).toBeGreaterThan(0);
    expect(writes).toBeGreaterThan(0);
  }, 300_000);
});
