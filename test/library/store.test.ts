import {
  chmodSync,
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

const fault = vi.hoisted(() => ({
  /** A file system without hard links, as on many sticks. */
  linkless: false,
  countdown: 0,
  code: '',
  seen: 0,
  calls: [
    'mkdirSync',
    'statSync',
    'openSync',
    'writeFileSync',
    'fsyncSync',
    'closeSync',
    'linkSync',
    'renameSync',
  ] as const,
}));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const fail = (code: string): never => {
    throw Object.assign(new Error(code), { code });
  };
  /** A disk that fills up takes a part of the text first; a file that could not be closed is closed. */
  const half: Partial<Record<string, (file: number, text: unknown) => unknown>> = {
    writeFileSync: (file, text) => real.writeSync(file, String(text).slice(0, 3)),
    closeSync: (file) => real.closeSync(file),
  };
  const failing =
    (name: (typeof fault.calls)[number]) =>
    (...args: unknown[]) => {
      fault.seen += 1;
      if (name === 'linkSync' && fault.linkless) fail('EPERM');
      if (fault.seen !== fault.countdown)
        return (real[name] as (...all: unknown[]) => unknown)(...args);
      half[name]?.(args[0] as number, args[1]);
      return fail(fault.code);
    };
  return { ...real, ...Object.fromEntries(fault.calls.map((name) => [name, failing(name)])) };
});

const { writeWhole } = await import('../../src/library/store.ts');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sijori-store-'));
});
afterEach(() => {
  Object.assign(fault, { countdown: 0, linkless: false });
  rmSync(folder, { recursive: true });
});

/** Runs a write with its Nth call failing, for every N; the error of each, and how many calls a whole write has. */
function eachFailing(
  code: string,
  prepare: () => void,
  write: () => void,
  look: (error: unknown) => void,
) {
  prepare();
  Object.assign(fault, { seen: 0, countdown: 0, code });
  write();
  const calls = fault.seen;
  for (let nth = 1; nth <= calls; nth++) {
    prepare();
    Object.assign(fault, { seen: 0, countdown: nth });
    let error: unknown;
    try {
      write();
    } catch (thrown) {
      error = thrown;
    }
    fault.countdown = 0;
    look(error);
  }
  return calls;
}

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

  it.each(['ENOSPC', 'EIO', 'EACCES', 'EMFILE'])(
    'leaves the old file or the new one, and nothing else, whichever call fails with %s',
    (code) => {
      const path = join(folder, 'x.md');
      let failures = 0;
      const calls = eachFailing(
        code,
        () => writeFileSync(path, 'the old text'),
        () => writeWhole(path, 'the new text', { overwrite: true }),
        (error) => {
          const text = readFileSync(path, 'utf8');
          expect(readdirSync(folder)).toEqual(['x.md']);
          if (error === undefined) expect(text).toBe('the new text');
          else {
            failures += 1;
            expect(error).toMatchObject({ code: 'write', details: { reason: code } });
            expect(text).toBe('the old text');
          }
        },
      );
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
    (code, linkless) => {
      const path = join(folder, 'x.md');
      fault.linkless = linkless;
      eachFailing(
        code,
        () => rmSync(path, { force: true }),
        () => writeWhole(path, 'the new text', { overwrite: false }),
        (error) => {
          if (error === undefined) expect(readFileSync(path, 'utf8')).toBe('the new text');
          expect(readdirSync(folder)).toEqual(error === undefined ? ['x.md'] : []);
        },
      );
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
