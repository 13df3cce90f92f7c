import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eachFailing, type Fault } from '../faults.ts';

const fault = vi.hoisted((): Fault => ({ countdown: 0, code: '', seen: 0, linkless: false }));
vi.mock('node:fs', async (original) => {
  const { failingFs } = await import('../faults.ts');
  return failingFs(await original(), fault);
});

const { made, runImport } = await import('./importing.ts');

let home = '';
let library = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'sijori-faults-'));
  library = join(home, 'library');
});
afterEach(() => {
  fault.countdown = 0;
  rmSync(home, { recursive: true });
});

const address = (page: string) => ({ source: { url: `https://contoh.id/${page}` } });

describe('an import of which any call fails', () => {
  it.each(['ENOSPC', 'EIO', 'EACCES'])('with %s leaves old articles or new ones', async (code) => {
    const old = await made('Lama', 'Satu.\n', address('lama'));
    const updated = await made('Lama', 'Dua.\n', address('lama'));
    const added = await made('Baru', 'Tiga.\n', address('baru'));
    const texts: Readonly<Record<string, readonly string[]>> = {
      '2024-05-06-lama.md': [old.text, updated.text],
      '2024-05-06-baru.md': [added.text],
    };
    let unharmed = 0;
    let said: unknown[] = [];
    const calls = await eachFailing(fault, code, {
      prepare: async () => {
        rmSync(home, { recursive: true });
        mkdirSync(library, { recursive: true });
        await runImport(home, [old]);
      },
      run: async () => {
        said = [];
        const { failures } = await runImport(home, [updated, added], { update: true });
        said = [...failures];
      },
      look: (error) => {
        for (const name of readdirSync(library)) {
          expect(texts[name]).toContain(readFileSync(join(library, name), 'utf8'));
        }
        expect(readdirSync(library)).toContain('2024-05-06-lama.md');
        const isDone =
          readdirSync(library).length === 2 &&
          readFileSync(join(library, '2024-05-06-lama.md'), 'utf8') === updated.text;
        // What was not done was said.
        if (isDone) unharmed += 1;
        else expect([error, ...said].filter(Boolean)).not.toEqual([]);
      },
    });
    expect(calls).toBeGreaterThan(20);
    expect(unharmed).toBeLessThan(calls);
  });
});

describe('what a killed import left unfinished', () => {
  it('is swept away by a later one, but not what may still be at work', async () => {
    mkdirSync(library);
    for (const name of ['.sijori-lama.tmp', '.sijori-kini.tmp', '.lain.tmp'])
      writeFileSync(join(library, name), 'seteng');
    utimesSync(join(library, '.sijori-lama.tmp'), 1, 1);
    utimesSync(join(library, '.lain.tmp'), 1, 1);
    await runImport(home, [await made('Baru', 'Tiga.\n')]);
    expect(readdirSync(library).sort()).toEqual([
      '.lain.tmp',
      '.sijori-kini.tmp',
      '2024-05-06-baru.md',
    ]);
  });
});
