import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

// The built program, as users start it.

const PROGRAM = 'dist/sijori.cjs';
const SEED = 'test/corpus/seed.txt';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-import-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const env = () => ({
  PATH: process.env['PATH'],
  HOME: home,
  LANG: 'C.UTF-8',
  XDG_CACHE_HOME: join(tmpdir(), 'sijori-test-cache'),
});
const sijori = (...args: string[]) =>
  spawnSync(process.execPath, [PROGRAM, ...args], { env: env(), encoding: 'utf8' });
const library = () => join(home, '.local/share/sijori');

describe('the seed', () => {
  it('imports to exactly the article that ships, by one command without options', () => {
    const [name = ''] = readdirSync('articles').filter((one) => one.startsWith('2023-09-14-'));
    expect(sijori('import', SEED)).toMatchObject({
      status: 0,
      stdout: `${join(library(), name)}\n`,
      stderr: 'imported: 1\n',
    });
    expect(readdirSync(library())).toEqual([name]);
    expect(readFileSync(join(library(), name))).toEqual(readFileSync(join('articles', name)));
  });

  it('changes nothing when it is imported again, or when what it became is', () => {
    sijori('import', SEED);
    const [name = ''] = readdirSync(library());
    const before = statSync(join(library(), name));
    for (const source of [SEED, join(library(), name)]) {
      expect(sijori('import', source)).toMatchObject({ status: 0, stdout: '' });
      expect(readdirSync(library())).toEqual([name]);
      const after = statSync(join(library(), name));
      expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
    }
  });
});

/** How many articles the long imports have. */
const MANY = 120;

/** Writes raw texts, each long enough to be written in more than one piece if it were; the articles they become. */
function manySources(): void {
  mkdirSync(join(home, 'sumber'));
  for (let number = 0; number < MANY; number++) {
    const paragraph = `Kapal nomor ${number} berlayar dari Natuna ke Tarempa pada pagi hari. `;
    const body = `NATUNA - ${paragraph.repeat(20)}\n\n`.repeat(8);
    const text = `Kapal ${number} Berlayar ke Tarempa\n\nSenin, 6 Mei 2024 08:21 WIB\n\n${body}`;
    writeFileSync(join(home, 'sumber', `${String(number).padStart(3, '0')}.txt`), text);
  }
}

function start(): ChildProcess {
  const args = [PROGRAM, 'import', join(home, 'sumber')];
  return spawn(process.execPath, args, { env: env(), stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Kills the program once it has printed so many articles; what it printed, and how it ended. */
async function killedAfter(count: number, signal: NodeJS.Signals) {
  const child = start();
  let out = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    out += text;
    if (out.split('\n').length > count) child.kill(signal);
  });
  child.stderr?.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  const ended = await new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_, by) => resolve(by));
  });
  return { out, errors, ended };
}

const articles = () =>
  readdirSync(library())
    .filter((name) => !name.startsWith('.'))
    .map((name) => [name, readFileSync(join(library(), name), 'utf8')] as const);

describe('an import of many', () => {
  it('leaves whole articles only, wherever it is killed, and is finished by the next', async () => {
    manySources();
    const whole = new Map<string, string>();
    sijori('import', join(home, 'sumber'));
    for (const [name, text] of articles()) whole.set(name, text);
    expect(whole.size).toBe(MANY);

    for (const count of [1, 15, 40, 77]) {
      rmSync(join(home, '.local'), { recursive: true });
      const { ended } = await killedAfter(count, 'SIGKILL');
      expect(ended).toBe('SIGKILL');
      const left = articles();
      expect(left.length).toBeGreaterThanOrEqual(count);
      for (const [name, text] of left) expect(text).toBe(whole.get(name));
      const { status, stderr } = sijori('import', join(home, 'sumber'));
      expect([status, stderr]).toEqual([
        0,
        `imported: ${MANY - left.length}, unchanged: ${left.length}\n`,
      ]);
      expect(new Map(articles())).toEqual(whole);
    }
  }, 120_000);

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'says what it did and remembers it when %s ends it',
    async (signal) => {
      manySources();
      const { out, errors, ended } = await killedAfter(20, signal);
      expect(ended).toBe(signal);
      const done = out.split('\n').length - 1;
      expect(errors).toBe(`imported: ${done}\n`);
      expect(readdirSync(library())).toHaveLength(done);
      const records = readFileSync(join(home, '.local/state/sijori/imports.json'), 'utf8');
      expect(Object.keys(JSON.parse(records))).toHaveLength(done);
    },
    60_000,
  );

  it('goes on when nobody reads the paths any more', () => {
    manySources();
    const command = `"$0" ${PROGRAM} import "$1" | head -n 1`;
    const args = ['-c', command, process.execPath, join(home, 'sumber')];
    const { stderr } = spawnSync('bash', args, { env: env(), encoding: 'utf8' });
    expect(stderr).toBe(`imported: ${MANY}\n`);
    expect(readdirSync(library())).toHaveLength(MANY);
  });

  it('never stops for one that is bad, and says so in the end', () => {
    manySources();
    for (let number = 3; number < MANY; number++)
      rmSync(join(home, 'sumber', `${String(number).padStart(3, '0')}.txt`));
    writeFileSync(join(home, 'sumber', '001.txt'), new Uint8Array(2000));
    const { status, stderr } = sijori('import', join(home, 'sumber'), join(home, 'tiada.txt'));
    expect(status).toBe(1);
    expect(stderr.split('\n').slice(0, 2).join('\n')).toMatch(/001\.txt: .*\n.*tiada\.txt: /);
    expect(stderr).toMatch(/\nimported: 2, failed: 2\n$/);
  });
});
