import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly hasInstallScript?: boolean }>
  >;
}

let folder = '';
let packed: Packed = { filename: '', files: [] };
const run = (program: string, args: readonly string[], cwd = folder) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sijori-package-'));
  const [made] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', folder], process.cwd()),
  ) as Packed[];
  if (made) packed = made;
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  run('npm', [
    'install',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    `./${packed.filename}`,
  ]);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

const sijori = (...args: string[]) => run(join(folder, 'node_modules/.bin/sijori'), args);

describe('the package, installed into an empty folder', () => {
  it('runs, and has articles of its own', () => {
    expect(sijori('--version').trim()).toBe('0.1.0');
    expect(sijori('read', 'seed', '--plain', '--width', '0')).toContain(
      'MOSKOW (sijori.id) - Presiden',
    );
    expect(sijori('list', '--tag', 'rusia', '--json')).toContain('presiden-vladimir-putin');
    expect(sijori('read', 'specimen', '--html')).toContain('<!doctype html>');
  });

  it('can be imported', () => {
    const code = `import { parse, ReaderError } from 'sijori';
      const article = await parse({ path: 'x.md', text: '# Judul\\n\\nSatu kata.' });
      console.log([article.meta.title, article.words, typeof ReaderError].join(' '));`;
    expect(run(process.execPath, ['--input-type=module', '-e', code]).trim()).toBe(
      'Judul 3 function',
    );
  });

  it('holds what it needs and nothing else', () => {
    const strange = packed.files
      .map(({ path }) => path)
      .filter(
        (path) =>
          !/^(?:dist|articles)\/|^(?:package\.json|LICENSE|[A-Z]+(?:\.id)?\.md)$/.test(path),
      );
    expect(strange).toEqual([]);
  });
});

describe('the dependencies', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

  it('of the package run nothing when they are installed', () => {
    const scripts = Object.entries(lock.packages).filter(
      ([, one]) => one.dev !== true && one.hasInstallScript,
    );
    expect(scripts.map(([path]) => path)).toEqual([]);
  });
});
