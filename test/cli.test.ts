import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// Transcripts of the command line, as prose with examples: test/cli/README.md says how they are written.
// `UPDATE_TRANSCRIPTS=1 npx vitest run test/cli.test.ts` writes what the program prints now; read the diff.

const FOLDER = 'test/cli';
const UPDATE = process.env['UPDATE_TRANSCRIPTS'] === '1';
const PROGRAM = resolve('dist/sijori.cjs');
const STARTED = 'sijori() { "$NODE" "$PROGRAM" "$@"; }; ';

let work = '';
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'sijori-cli-'));
  cpSync('test/corpus/library', join(work, 'library'), { recursive: true });
  cpSync('articles', join(work, 'articles'), { recursive: true });
});
afterAll(() => rmSync(work, { recursive: true }));

/** What a command prints: its output, then its errors marked, then its exit code unless that is 0. */
function run(command: string): string {
  const env = {
    PATH: process.env['PATH'],
    NODE: process.execPath,
    PROGRAM,
    HOME: work,
    LANG: 'C.UTF-8',
    SIJORI_LIBRARY: 'library',
    XDG_CACHE_HOME: join(tmpdir(), 'sijori-test-cache'),
  };
  const done = spawnSync('bash', ['-c', STARTED + command], { cwd: work, env, encoding: 'utf8', timeout: 60_000 });
  const errors = done.stderr.replace(/^(?=.)/gm, 'stderr: ');
  const code = done.status === 0 ? '' : `[exit ${done.status}]\n`;
  return (done.stdout + errors + code).replaceAll(work, '~').replace(/\x1b/g, '␛');
}

/** The file with the answers of its examples as the program gives them. */
function answered(text: string): string {
  return text.replace(/^```console\n([\s\S]*?)^```$/gm, (_, block: string) => {
    const commands = block.split('\n').filter((line) => line.startsWith('$ '));
    return `\`\`\`console\n${commands.map((line) => `${line}\n${run(line.slice(2))}`).join('')}\`\`\``;
  });
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md');

describe('the command line', () => {
  it('has transcripts', () => expect(files.length).toBeGreaterThan(4));

  it.each(files)('%s', (name) => {
    const path = join(FOLDER, name);
    const text = readFileSync(path, 'utf8');
    const answer = answered(text);
    if (UPDATE) writeFileSync(path, answer);
    else expect(answer).toBe(text);
  });
});
