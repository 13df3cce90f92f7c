import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// Transcripts of the command line, as prose with examples: test/cli/README.md says how they are written.
// `UPDATE_TRANSCRIPTS=1 npx vitest run test/cli.test.ts` writes what the program prints now; read the diff.

const FOLDER = 'test/cli';
const UPDATE = process.env['UPDATE_TRANSCRIPTS'] === '1';
/** The date of files whose articles have none. */
const FILE_DATE = new Date('2019-06-01T05:00:00Z');
/** What runs a command on a terminal of its own; the `script` of other systems takes other options. */
const HAS_TERMINAL = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes(
  'util-linux',
);

let work = '';
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'sijori-cli-'));
  mkdirSync(join(work, 'bin'));
  writeExecutable('sijori', '#!/bin/sh\nexec "$NODE" "$PROGRAM" "$@"\n');
  // terminal ROWSxCOLUMNS COMMAND…
  writeExecutable(
    'terminal',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: these are the shell's
    '#!/usr/bin/env bash\nset -o pipefail; size=$1; shift\nscript -qec "stty rows ${size%x*} cols ${size#*x}; $*" /dev/null | tr -d "\\r"\n',
  );
});
afterAll(() => rmSync(work, { recursive: true }));

function writeExecutable(name: string, text: string): void {
  writeFileSync(join(work, 'bin', name), text);
  chmodSync(join(work, 'bin', name), 0o755);
}

/** A home folder of its own for each file of transcripts, so that each reads alone. */
function homeFor(name: string): string {
  const home = join(work, name.replace('.md', ''));
  cpSync('test/corpus/library', join(home, 'library'), { recursive: true });
  cpSync('articles', join(home, 'articles'), { recursive: true });
  cpSync('test/corpus/seed.txt', join(home, 'seed.txt'));
  cpSync('test/import/tools', join(home, 'tools'), { recursive: true });
  cpSync('test/import/feeds', join(home, 'feeds'), { recursive: true });
  for (const path of readdirSync(join(home, 'library'), { recursive: true, encoding: 'utf8' })) {
    if (path.endsWith('.md')) utimesSync(join(home, 'library', path), FILE_DATE, FILE_DATE);
  }
  return home;
}

/** What a command prints: its output, then its errors marked, then its exit code unless that is 0. */
function run(command: string, home: string): string {
  const env = {
    PATH: `${join(work, 'bin')}:${process.env['PATH']}`,
    NODE: process.execPath,
    PROGRAM: resolve('dist/sijori.cjs'),
    HOME: home,
    LANG: 'C.UTF-8',
    TERM: 'xterm',
    TZ: 'UTC',
    SIJORI_LIBRARY: 'library',
    XDG_CACHE_HOME: join(tmpdir(), 'sijori-test-cache'),
  };
  const done = spawnSync('bash', ['-c', command], {
    cwd: home,
    env,
    encoding: 'utf8',
    timeout: 30_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors = done.stderr.replace(/^(?=.)/gm, 'stderr: ');
  const code = done.status === 0 ? '' : `[exit ${done.status ?? done.signal}]\n`;
  return (done.stdout + errors + code).replaceAll(home, '~').replaceAll('\x1b', '␛');
}

/** The file with the answers of its examples as the program gives them. */
function answered(text: string, home: string): string {
  return text.replace(/^```console\n([\s\S]*?)^```$/gm, (_, block: string) => {
    const commands = block.split('\n').filter((line) => line.startsWith('$ '));
    const answers = commands.map((line) => `${line}\n${run(line.slice(2), home)}`);
    return `\`\`\`console\n${answers.join('')}\`\`\``;
  });
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md');

describe('the command line', () => {
  it('has transcripts', () => expect(files.length).toBeGreaterThan(5));

  for (const name of files) {
    const needsTerminal = name === 'terminal.md';
    it.skipIf(needsTerminal && !HAS_TERMINAL)(
      needsTerminal ? `${name} (needs script of util-linux)` : name,
      () => {
        const path = join(FOLDER, name);
        const text = readFileSync(path, 'utf8');
        const answer = answered(text, homeFor(name));
        if (UPDATE) writeFileSync(path, answer);
        else expect(answer).toBe(text);
      },
    );
  }

  it.skipIf(process.getuid?.() === 0)('reports a file without permission (not as root)', () => {
    const home = homeFor('permission');
    expect(run('chmod 000 library/reading-slowly.md; sijori read reading-slowly', home)).toBe(
      'stderr: sijori: library/reading-slowly.md: cannot be read (permission denied)\n[exit 1]\n',
    );
  });
});
