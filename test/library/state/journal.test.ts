import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { thisProcess } from '../../../src/cli/owner.ts';
import { append, compact, readJournal } from '../../../src/library/state/journal.ts';
import { openState } from '../../../src/library/state/state.ts';

const me = thisProcess();
const A = 'aaaaaaaaaaaaaaaa';
const B = 'bbbbbbbbbbbbbbbb';
const at = (second: number) => new Date(Date.UTC(2024, 2, 1) + second * 1000).toISOString();

let work = '';
let writer = '';
let file = '';
let count = 0;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'sijori-state-'));
  writer = join(work, 'writer.mjs');
  await build({
    entryPoints: ['test/library/state/journal-writer.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: writer,
    logLevel: 'error',
  });
});
afterAll(() => rmSync(work, { recursive: true }));
beforeEach(() => {
  count += 1;
  file = join(work, `case-${count}`, 'state.ndjson');
});

/** What a writer said before it ended or was killed: its highest number, or -1. */
function run(
  args: readonly string[],
  killAfter?: (said: string, child: ChildProcess) => void,
): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [writer, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      killAfter?.(said, child);
    });
    child.on('close', () => resolve(Number(said.trim().split('\n').at(-1) || -1)));
  });
}

describe('the journal', () => {
  it('keeps what it is given, in a file that only its owner reads', () => {
    append(file, [{ at: at(0), uid: A, state: 'done' }], me);
    append(file, [{ at: at(1), uid: B, star: true }], me);
    expect(readJournal(file)).toEqual({
      changes: [
        { at: at(0), uid: A, state: 'done' },
        { at: at(1), uid: B, star: true },
      ],
      lines: 3,
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    compact(file, (changes) => changes.slice(1), me);
    expect(readJournal(file).changes).toEqual([{ at: at(1), uid: B, star: true }]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(file, '..'))).toEqual(['state.ndjson']);
  });

  it('leaves out a torn last line, and does not lose what is written after it', () => {
    append(file, [{ at: at(0), uid: A, state: 'done' }], me);
    appendFileSync(file, '{"at":"2024-03-01T00:00:00.000Z","uid":"bbbbbbbb');
    expect(readJournal(file).changes).toHaveLength(1);
    append(file, [{ at: at(1), uid: B, star: true }], me);
    expect(readJournal(file).changes.map(({ uid }) => uid)).toEqual([A, B]);
  });

  it('reads no journal at any cut of its bytes wrongly', () => {
    const changes = Array.from({ length: 5 }, (_, second) => {
      return { at: at(second), uid: A, title: `Bab ${second} – “é”`, state: 'done' as const };
    });
    append(file, changes, me);
    const bytes = readFileSync(file);
    for (let end = 0; end <= bytes.length; end += 1) {
      writeFileSync(file, bytes.subarray(0, end));
      const read = readJournal(file).changes;
      expect(changes.slice(0, read.length)).toEqual(read);
    }
  });

  it('refuses a newer version, and what it cannot read', () => {
    append(file, [{ at: at(0), uid: A, state: 'done' }], me);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"version":1', '"version":2'));
    expect(() => readJournal(file)).toThrow(/state-newer/);
    expect(() => readJournal(join(file, '..'))).toThrow(/unreadable/);
  });

  it('does not write where it cannot, and says so', () => {
    expect(() => append('/dev/null/state', [{ at: at(0), uid: A }], me)).toThrow(/write/);
  });

  it('takes the lock of a process that was killed, and not that of one that runs', () => {
    append(file, [{ at: at(0), uid: A }], me);
    symlinkSync(`${me.name.replace(/:\d+:/, ':999999999:')}/gone`, `${file}.lock`);
    append(file, [{ at: at(1), uid: A, star: true }], me);
    expect(readJournal(file).changes).toHaveLength(2);
    const reused = me.name.replace(/\d+$/, '1');
    expect(me.runs(me.name)).toBe(true);
    expect(me.runs(reused)).toBe(process.platform !== 'linux');
    expect(me.runs('another-machine:1:')).toBe(true);
    expect(me.runs('')).toBe(true);
  });

  it('lets processes write at the same time and loses nothing of any', async () => {
    const names = ['a', 'b', 'c'];
    const said = await Promise.all(names.map((name) => run([file, name, '60'])));
    expect(said).toEqual([59, 59, 59]);
    const { changes } = readJournal(file);
    expect(changes).toHaveLength(180);
    for (const name of names) {
      const own = changes.filter(({ uid }) => uid.startsWith(name)).map(({ words }) => words);
      expect(own).toEqual(Array.from({ length: 60 }, (_, number) => number));
    }
  });

  it('loses nothing that was said to be kept when it is killed at any moment', async () => {
    const rounds = Number(process.env['SIJORI_KILLS'] ?? 6);
    let from = 0;
    for (let round = 0; round < rounds; round += 1) {
      const name = (round % 16).toString(16);
      const wanted = 1 + Math.floor(Math.random() * 60);
      const last = await run([file, name, '400'], (said, child) => {
        if (said.split('\n').length > wanted) child.kill('SIGKILL');
      });
      const { changes } = readJournal(file);
      const own = changes.slice(from).map(({ words }) => words);
      expect(own).toEqual(Array.from({ length: own.length }, (_, number) => number));
      expect(own.length).toBeGreaterThan(last);
      from = changes.length;
    }
  });

  it('is whole when it is killed while it is made shorter', async () => {
    for (let round = 0; round < 3; round += 1) {
      const delay = Math.random() * 60;
      let waits = false;
      await run([file, String(round), '20', 'compact'], (said, child) => {
        if (waits || !said.includes('19\n')) return;
        waits = true;
        setTimeout(() => child.kill('SIGKILL'), delay);
      });
      expect(readJournal(file).changes).toHaveLength(20 * (round + 1));
    }
    append(file, [{ at: at(0), uid: A }], me);
    expect(readJournal(file).changes).toHaveLength(61);
  });

  it('is made shorter when it has grown far longer than what it says', () => {
    const state = openState(file, me);
    const changes = Array.from({ length: 1500 }, (_, second) => {
      return { at: at(second), uid: second % 2 ? A : B, state: 'reading' as const, words: second };
    });
    state.record(changes);
    expect(readJournal(file).lines).toBe(3);
    expect(state.of(A)).toMatchObject({ state: 'reading', words: 1499 });
  });
});
