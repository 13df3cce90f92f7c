import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asFollowed } from '../../src/library/folders.ts';

let home = '';
beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'sijori-folders-')));
  mkdirSync(join(home, 'real', 'deep'), { recursive: true });
  mkdirSync(join(home, 'here'));
  symlinkSync(join(home, 'real', 'deep'), join(home, 'here', 'link'));
});
afterAll(() => rmSync(home, { recursive: true }));

describe('a path to write to', () => {
  it.each([
    ['here/link/../new/x.md', 'real/new/x.md'],
    ['here/link/..', 'real'],
    ['here/link/../', 'real/'],
    ['here/link/../deep/../x', 'real/x'],
  ])('%s leads where the system follows it', (path, to) => {
    expect(asFollowed(`${home}/${path}`)).toBe(`${home}/${to}`);
  });

  it.each(['x.md', '../x.md', 'here/..x/a..md', '../../none/../x'])('%s stays as it is', (path) => {
    expect(asFollowed(path)).toBe(path);
  });

  it.each([
    'here/x.md',
    'here/../here/x.md',
    'here/link/x.md',
    'here/link/../../out/',
    'none/../x.md',
  ])('%s stays as it is, for it leads there already', (path) => {
    expect(asFollowed(`${home}/${path}`)).toBe(`${home}/${path}`);
  });
});
