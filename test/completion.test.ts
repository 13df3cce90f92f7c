import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The scripts are run by the shells they are for, where these are installed; the program is the one that was built.

let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-completion-'));
  cpSync('test/corpus/library', join(home, 'library'), { recursive: true });
  mkdirSync(join(home, 'bin'));
  mkdirSync(join(home, '.config', 'sijori'), { recursive: true });
  writeFileSync(join(home, '.config', 'sijori', 'config.toml'), '[queries]\nbaru = "since:2024"\n');
  writeFileSync(
    join(home, 'library', 'utara.md'),
    '---\ntags: [Korea Utara]\nauthor: Siti Aminah\n---\nx\n',
  );
  writeFileSync(
    join(home, 'bin', 'sijori'),
    `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/sijori.cjs')}' "$@"\n`,
  );
  chmodSync(join(home, 'bin', 'sijori'), 0o755);
});
afterAll(() => rmSync(home, { recursive: true }));

function run(shell: string, ...args: string[]): string {
  const env = {
    PATH: `${join(home, 'bin')}:${process.env['PATH']}`,
    HOME: home,
    LANG: 'C.UTF-8',
    LC_ALL: 'C.UTF-8',
    SIJORI_LANG: 'en',
    SIJORI_LIBRARY: 'library',
    XDG_CACHE_HOME: join(home, 'cache'),
    TERM: 'dumb',
  };
  const done = spawnSync(shell, args, { cwd: home, env, encoding: 'utf8', timeout: 60_000 });
  expect(done.stderr).toBe('');
  return done.stdout;
}

const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

/** What bash would put in place of the piece under the cursor; pieces are cut as bash cuts them. */
function inBash(line: string): string[] {
  const script = `
    compopt() { :; }
    source <(sijori completion bash)
    COMP_LINE=$1 COMP_POINT=\${#1}
    shift
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
    _sijori
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const pieces = line
    .split(/([:=@])|\s/)
    .filter((piece, at, all) => piece || at === all.length - 1);
  return lines(run('bash', '-c', script, 'bash', line, ...pieces.map((piece) => piece ?? '')));
}

/** What zsh is offered for the word at the end of a line. */
function inZsh(line: string): string[] {
  const script = `
    compdef() { :; }
    compset() { :; }
    compadd() { [[ $1 == -S ]] && shift 2; [[ $1 == -a ]] && print -l -- "\${(@P)2}"; }
    _describe() { print -l -- "\${(@P)2%%:*}"; }
    _files() { print -- files $@; }
    source =(sijori completion zsh)
    words=("$@") CURRENT=$#
    _sijori`;
  return lines(run('zsh', '-f', '-c', script, 'zsh', ...line.split(' ')));
}

function inFish(line: string): string[] {
  const script = 'sijori completion fish | source; complete -C $argv[1]';
  return lines(run('fish', '--no-config', '-c', script, line)).map((one) =>
    one.replace(/\t.*/, ''),
  );
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

describe('completion in bash', () => {
  it.each([
    ['sijori li', ['list']],
    ['sijori list --not', ['--not-tag']],
    ['sijori list --not-tag lau', ['laut']],
    ['sijori list --tag=re', ['reading']],
    ['sijori list --sort ', ['date', 'title', 'author', 'path']],
    ['sijori read --theme li', ['light']],
    ['sijori list --limit 5 tag:as', ['Asia/Indonesia']],
    ['sijori list tag:laut,re', ['laut,reading']],
    ['sijori list -tag:nat', ['Natuna']],
    ['sijori list tag:kor', ['\\"Korea\\ Utara\\"']],
    ['sijori list @siti', ['\\"Siti\\ Rahma\\"', '\\"Siti\\ Aminah\\"']],
    ['sijori list is:un', ['unread', 'untagged', 'undated']],
    ['sijori list query:', ['baru']],
    ['sijori list auth', ['author:']],
    ['sijori export --not', ['--not-tag']],
    ['sijori export --format ', ['markdown', 'html', 'plain', 'json']],
    ['sijori export --output lib', ['library']],
    ['sijori export tag:laut,re', ['laut,reading']],
    ['sijori read lau', ['laut-natuna']],
    ['sijori read lib', ['library']],
    ['sijori completion f', ['fish']],
    ['sijori config get th', ['theme']],
    ['sijori list --since ', []],
  ])('of “%s” is %j', (line, expected) => {
    expect(inBash(line).sort()).toEqual([...expected].sort());
  });
});

describe.skipIf(!has('zsh'))('completion in zsh', () => {
  it.each([
    ['sijori li', ['list'], true],
    ['sijori list --tag re', ['reading'], false],
    ['sijori list --sort ', ['date', 'title', 'author', 'path'], false],
    ['sijori list tag:as', ['tag:Asia/Indonesia'], false],
    ['sijori list -tag:kor', ['-tag:"Korea Utara"'], false],
    ['sijori list --no', ['--not-tag'], true],
    ['sijori export --output lib', ['files -/'], false],
    ['sijori export tag:as', ['tag:Asia/Indonesia'], false],
    ['sijori read lau', ['laut-natuna'], false],
    ['sijori read lib', ['files'], false],
  ])('of “%s” has %j', (line, expected, isPart) => {
    const offered = inZsh(line);
    expect(isPart ? expected.filter((one) => offered.includes(one)) : offered).toEqual(expected);
  });
});

describe.skipIf(!has('fish'))('completion in fish', () => {
  it.each([
    ['sijori lis', ['list']],
    ['sijori list --not', ['--not-tag']],
    ['sijori list --tag rea', ['reading']],
    ['sijori list --sort ', ['author', 'date', 'path', 'title']],
    ['sijori list tag:as', ['tag:Asia/Indonesia']],
    ['sijori list is:re', ['is:reading']],
    ['sijori export tag:as', ['tag:Asia/Indonesia']],
    ['sijori completion z', ['zsh']],
  ])('of “%s” is %j', (line, expected) => {
    expect(inFish(line).sort()).toEqual(expected);
  });
});
