import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

// What the built program loads: a start costs what it reads.

const work = mkdtempSync(join(tmpdir(), 'sijori-loading-'));
afterAll(() => rmSync(work, { recursive: true }));
const hook = join(work, 'hook.cjs');
writeFileSync(
  hook,
  "process.on('exit', () => console.error(Object.keys(require.cache).join('\\n')));",
);

/** The parts of the program that a command line loads, in a pipe, besides what every start does. */
function parts(...argv: string[]): string[] {
  const done = spawnSync(process.execPath, ['-r', hook, 'dist/sijori.cjs', ...argv], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: work, LANG: 'C.UTF-8', SIJORI_LIBRARY: 'articles' },
  });
  const loaded = done.stderr.split('\n').filter((line) => /dist[\\/][^\\/]+\.cjs$/.test(line));
  return loaded
    .map((path) => basename(path))
    .filter((name) => /^(?:cli|import|library)-/.test(name));
}

describe('a read of a file in a pipe', () => {
  it('loads nothing of library, index, queries and reading state', () => {
    expect(parts('read', 'articles/specimen.md')).toEqual([]);
    expect(parts('read', 'articles/specimen.md', '--toc', '--json')).toEqual([]);
  });

  it('loads what export is made of for export alone', () => {
    expect(parts('export', '-n', '1')).toEqual(['cli-commands-export.cjs']);
    expect(parts('list', '-n', '1')).not.toContain('cli-commands-export.cjs');
  });

  it('is told by this test from what does load them', () => {
    expect(parts('mark', 'done', 'articles/specimen.md')).toContain('cli-commands-mark.cjs');
    expect(parts('read', 'articles/specimen.md', '--at', '50%')).toEqual([
      'cli-reading-placing.cjs',
    ]);
  });
});

describe('what a start keeps of the compiled program', () => {
  it('stays in the cache folder until it has not been written for a month', () => {
    const cache = mkdtempSync(join(work, 'cache-'));
    const code = join(cache, 'sijori', 'code');
    mkdirSync(code, { recursive: true });
    for (const name of ['old.bin', 'old.bin.123', 'young.bin']) writeFileSync(join(code, name), '');
    const days = (count: number) => new Date(Date.now() - count * 86_400_000);
    for (const name of ['old.bin', 'old.bin.123']) utimesSync(join(code, name), days(31), days(31));
    utimesSync(join(code, 'young.bin'), days(29), days(29));
    const start = () =>
      spawnSync(process.execPath, ['dist/sijori.cjs', 'read', 'articles/specimen.md'], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: work, XDG_CACHE_HOME: cache },
      });
    const first = start();
    const kept = readdirSync(code);
    expect(kept).toHaveLength(2);
    expect(kept).toContain('young.bin');
    expect(start().stdout).toBe(first.stdout);
    expect(readdirSync(code)).toEqual(kept);
  });
});
