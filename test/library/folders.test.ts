import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeFolders } from '../../src/library/folders.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sijori-folders-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('makes a folder and all above it, for the user alone where that is asked for', () => {
  const deep = join(folder, 'a/b/c');
  makeFolders(deep, 0o700);
  makeFolders(deep);
  expect(statSync(deep).isDirectory()).toBe(true);
  expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
});

it('says so when a file is in the way', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolders(join(folder, 'file'))).toThrow('EEXIST');
  expect(() => makeFolders(join(folder, 'file/below'))).toThrow('ENOTDIR');
});

it('ends where nothing can be made', () => {
  for (const path of ['/proc/sijori/a', '/dev/null/a', `${folder}/${'x'.repeat(300)}/a`])
    expect(() => makeFolders(path)).toThrow();
});
