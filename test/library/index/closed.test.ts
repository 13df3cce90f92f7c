import type * as fs from 'node:fs';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { articlesUnder } from '../../../src/checker.ts';
import { openShelf, type Place } from '../../../src/librarian.ts';
import { ANY } from '../../../src/library/shelf.ts';
import type { ReaderError } from '../../../src/model/errors.ts';

/** Folders and files that this user may not look into, as after `chmod 000`, which does not stop root. */
const closed = vi.hoisted(() => new Set<string>());
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const deny = (call: string, path: string) => {
    throw Object.assign(new Error(`EACCES: ${call} '${path}'`), { code: 'EACCES' });
  };
  const guarded = (name: 'readdirSync' | 'statSync' | 'openSync' | 'accessSync') => {
    const call = real[name] as (path: string, ...rest: unknown[]) => unknown;
    return (path: string, ...rest: unknown[]) => {
      const isClosed = name !== 'statSync' && closed.has(path);
      if (isClosed || [...closed].some((above) => path.startsWith(`${above}/`))) deny(name, path);
      return call(path, ...rest);
    };
  };
  const calls = (['readdirSync', 'statSync', 'openSync', 'accessSync'] as const).map((name) => [
    name,
    guarded(name),
  ]);
  return { ...real, ...Object.fromEntries(calls) };
});

let home = '';
let folder = '';
let clock = 0;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-closed-'));
  folder = join(home, 'library');
  clock = Date.now();
  mkdirSync(join(folder, 'laci', 'lama'), { recursive: true });
  cpSync('test/corpus/library', folder, { recursive: true });
  const within = ['laci/satu.md', 'laci/lama/dua.md'];
  for (const path of within) writeFileSync(join(folder, path), `# ${path}\n`);
  const before = new Date('2024-03-01');
  for (const path of [...within, 'laci/lama', 'laci', '.'])
    utimesSync(join(folder, path), before, before);
});
afterEach(() => {
  closed.clear();
  rmSync(home, { recursive: true });
});

/** What of the folder is found, and what is said to be unreadable. */
async function seen(index: Place['index']) {
  // Long after the files were written and looked at: no time of theirs is too young to be believed.
  clock += 5000;
  const place = { folder, cache: join(home, 'cache'), index, choice: {}, now: () => clock };
  const shelf = await openShelf({ ...place, remark: () => {} });
  try {
    const found = (await shelf.find(ANY)).map(({ path }) => path.slice(folder.length + 1));
    const unreadable = (await shelf.unreadable()).map(({ path }) => path.slice(folder.length + 1));
    return {
      all: found.length,
      within: found.filter((path) => path.includes('laci')),
      unreadable,
    };
  } finally {
    shelf.close();
  }
}

describe.each(['always', 'never'] as const)(
  'a folder that cannot be looked into, index: %s',
  (index) => {
    it('is told, and all else is found', async () => {
      const { all } = await seen('never');
      closed.add(join(folder, 'laci'));
      expect(await seen(index)).toEqual({ all: all - 2, within: [], unreadable: ['laci'] });
      expect(await seen(index)).toEqual({ all: all - 2, within: [], unreadable: ['laci'] });
    });

    it('is told when it was known before, and found again when it can be', async () => {
      const before = await seen(index);
      expect(before.within).toHaveLength(2);
      closed.add(join(folder, 'laci'));
      // No time tells that a folder was closed: what is known of it is shown once more.
      await seen(index);
      expect(await seen(index)).toMatchObject({ within: [], unreadable: ['laci'] });
      closed.clear();
      expect(await seen(index)).toEqual(before);
    });

    it('holds files that are found again when they can be opened', async () => {
      const path = join(folder, 'laci', 'satu.md');
      closed.add(path);
      expect(await seen(index)).toMatchObject({ unreadable: ['laci/satu.md'] });
      closed.clear();
      expect(await seen(index)).toMatchObject({
        within: ['laci/lama/dua.md', 'laci/satu.md'],
        unreadable: [],
      });
    });
  },
);

it('is told to who asks for the articles under a folder', () => {
  closed.add(join(folder, 'laci'));
  const told: ReaderError[] = [];
  expect(articlesUnder(folder, (error) => told.push(error)).length).toBeGreaterThan(3);
  expect(told).toMatchObject([{ code: 'unreadable', details: { path: join(folder, 'laci') } }]);
});
