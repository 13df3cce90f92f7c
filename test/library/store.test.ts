import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
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

const { copyWhole, placeWhole, writeWhole } = await import('../../src/library/store.ts');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sijori-store-'));
});
afterEach(() => {
  Object.assign(fault, { countdown: 0, linkless: false });
  rmSync(folder, { recursive: true });
});

describe('placing whole', () => {
  const place = (name: string, text: string, overwrite = false) =>
    placeWhole(join(folder, name), text, { overwrite });

  it('leaves the same text alone, and replaces another only when told to', () => {
    expect(place('x.md', 'one')).toBe('written');
    chmodSync(join(folder, 'x.md'), 0o640);
    expect(place('x.md', 'one', true)).toBe('same');
    expect(() => place('x.md', 'two')).toThrow(expect.objectContaining({ code: 'taken' }));
    expect(readFileSync(join(folder, 'x.md'), 'utf8')).toBe('one');
    expect(place('x.md', 'two', true)).toBe('replaced');
    expect(readFileSync(join(folder, 'x.md'), 'utf8')).toBe('two');
    expect(statSync(join(folder, 'x.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['x.md']);
  });

  it('replaces a link and not what it leads to, even if that holds the same', () => {
    const outside = join(folder, 'outside');
    writeFileSync(outside, 'one');
    for (const [name, target] of [
      ['link', outside],
      ['dangling', join(folder, 'none')],
    ] as const) {
      symlinkSync(target, join(folder, name));
      expect(() => place(name, 'one')).toThrow(expect.objectContaining({ code: 'taken' }));
      expect(place(name, 'two', true)).toBe('replaced');
      expect(lstatSync(join(folder, name)).isFile()).toBe(true);
      expect(readFileSync(join(folder, name), 'utf8')).toBe('two');
    }
    expect(readFileSync(outside, 'utf8')).toBe('one');
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it('replaces no folder, and says what keeps it from writing', () => {
    mkdirSync(join(folder, 'x.md'));
    expect(() => place('x.md', 'one', true)).toThrow(
      expect.objectContaining({ code: 'not-a-file' }),
    );
    writeFileSync(join(folder, 'file'), '');
    expect(() => place('file/x.md', 'one')).toThrow(expect.objectContaining({ code: 'write' }));
  });

  it.each([
    ['ENOSPC', false],
    ['EACCES', true],
  ])('leaves the old text or the new one wherever %s strikes', async (code, overwrite) => {
    const path = join(folder, 'x.md');
    const calls = await eachFailing(fault, code, {
      prepare: () => {
        rmSync(path, { force: true });
        if (overwrite) writeFileSync(path, 'old');
      },
      run: () => placeWhole(path, 'new text', { overwrite }),
      look: () => {
        const now = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
        expect([overwrite ? 'old' : undefined, 'new text']).toContain(now);
        expect(readdirSync(folder).filter((name) => name !== 'x.md')).toEqual([]);
      },
    });
    expect(calls).toBeGreaterThan(3);
  });
});

describe('writing whole', () => {
  it('makes folders on the way', () => {
    writeWhole(join(folder, 'a/b/c.md'), 'new', { overwrite: false });
    expect(readFileSync(join(folder, 'a/b/c.md'), 'utf8')).toBe('new');
  });

  it('replaces nothing unasked', () => {
    const path = join(folder, 'x.md');
    writeFileSync(path, 'old');
    expect(() => writeWhole(path, 'new', { overwrite: false })).toThrow(
      expect.objectContaining({ code: 'exists' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('old');
    writeWhole(path, 'new', { overwrite: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('keeps permissions, and writes where a link leads', () => {
    const path = join(folder, 'x.md');
    writeFileSync(path, 'old');
    chmodSync(path, 0o640);
    symlinkSync(path, join(folder, 'link.md'));
    writeWhole(join(folder, 'link.md'), 'new', { overwrite: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['link.md', 'x.md']);
  });

  it('writes the file that is read, where `..` goes up from where a link leads', () => {
    mkdirSync(join(folder, 'real', 'deep'), { recursive: true });
    symlinkSync(join(folder, 'real', 'deep'), join(folder, 'link'));
    writeFileSync(join(folder, 'x.md'), 'of others');
    writeFileSync(join(folder, 'real', 'x.md'), 'old');
    writeWhole(`${folder}/link/../x.md`, 'new', { overwrite: true });
    expect(readFileSync(join(folder, 'x.md'), 'utf8')).toBe('of others');
    expect(readFileSync(join(folder, 'real', 'x.md'), 'utf8')).toBe('new');
  });

  it.each(['ENOSPC', 'EIO', 'EACCES', 'EMFILE'])(
    'leaves the old file or the new one, and nothing else, whichever call fails with %s',
    async (code) => {
      const path = join(folder, 'x.md');
      let failures = 0;
      const calls = await eachFailing(fault, code, {
        prepare: () => writeFileSync(path, 'the old text'),
        run: () => writeWhole(path, 'the new text', { overwrite: true }),
        look: (error) => {
          const text = readFileSync(path, 'utf8');
          expect(readdirSync(folder)).toEqual(['x.md']);
          if (error === undefined) expect(text).toBe('the new text');
          else {
            failures += 1;
            expect(error).toMatchObject({ code: 'write', details: { reason: code } });
            expect(text).toBe('the old text');
          }
        },
      });
      expect(calls).toBeGreaterThan(5);
      expect(failures).toBeGreaterThan(4);
    },
  );

  it.each([
    ['ENOSPC', false],
    ['EMFILE', false],
    ['ENOSPC', true],
    ['EIO', true],
  ])(
    'leaves no new file or a whole one, whichever call fails with %s (without hard links: %s)',
    async (code, linkless) => {
      const path = join(folder, 'x.md');
      fault.linkless = linkless;
      await eachFailing(fault, code, {
        prepare: () => rmSync(path, { force: true }),
        run: () => writeWhole(path, 'the new text', { overwrite: false }),
        look: (error) => {
          if (error === undefined) expect(readFileSync(path, 'utf8')).toBe('the new text');
          expect(readdirSync(folder)).toEqual(error === undefined ? ['x.md'] : []);
        },
      });
    },
  );

  it('replaces nothing unasked where there are no hard links either', () => {
    const path = join(folder, 'x.md');
    fault.linkless = true;
    writeFileSync(path, 'old');
    expect(() => writeWhole(path, 'new', { overwrite: false })).toThrow(
      expect.objectContaining({ code: 'exists' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('old');
  });
});

describe('copying whole', () => {
  const file = (name: string, bytes: string) => {
    writeFileSync(join(folder, name), Buffer.from(bytes, 'latin1'));
    return join(folder, name);
  };

  it('copies every byte, and makes folders on the way', () => {
    copyWhole(file('a.png', '\x89PNG\0\xff'), join(folder, 'b/c/a.png'), { overwrite: false });
    expect(readFileSync(join(folder, 'b/c/a.png'), 'latin1')).toBe('\x89PNG\0\xff');
    expect(readdirSync(join(folder, 'b/c'))).toEqual(['a.png']);
  });

  it('leaves the same alone, and replaces another only when told to', () => {
    const from = file('a.png', 'new');
    const same = file('same.png', 'new');
    const other = file('other.png', 'old');
    chmodSync(same, 0o400);
    copyWhole(from, same, { overwrite: false });
    expect(() => copyWhole(from, other, { overwrite: false })).toThrow(
      expect.objectContaining({ code: 'exists' }),
    );
    expect(readFileSync(other, 'utf8')).toBe('old');
    copyWhole(from, other, { overwrite: true });
    expect(readFileSync(other, 'utf8')).toBe('new');
  });

  it('says which file cannot be read', () => {
    const gone = join(folder, 'gone.png');
    expect(() => copyWhole(gone, join(folder, 'b.png'), { overwrite: true })).toThrow(
      expect.objectContaining({ code: 'unreadable', details: { path: gone, reason: 'ENOENT' } }),
    );
  });
});
