import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const fault = vi.hoisted(() => ({
  countdown: Number.POSITIVE_INFINITY,
  code: 'ENOSPC',
  calls: ['openSync', 'writeFileSync', 'fsyncSync', 'linkSync', 'renameSync', 'mkdirSync'] as const,
}));

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const failing =
    (name: (typeof fault.calls)[number]) =>
    (...args: unknown[]) => {
      fault.countdown -= 1;
      if (fault.countdown === 0) throw Object.assign(new Error(fault.code), { code: fault.code });
      return (real[name] as (...given: unknown[]) => unknown)(...args);
    };
  return { ...real, ...Object.fromEntries(fault.calls.map((name) => [name, failing(name)])) };
});

const { writeWhole } = await import('../../src/library/store.ts');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sijori-store-'));
});
afterEach(() => {
  fault.countdown = Number.POSITIVE_INFINITY;
  rmSync(folder, { recursive: true });
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

  it.each(['ENOSPC', 'EIO', 'EACCES'])(
    'leaves the old file or the new one when any call fails with %s',
    (code) => {
      const path = join(folder, 'x.md');
      fault.code = code;
      for (let call = 1; call <= 8; call++) {
        fault.countdown = Number.POSITIVE_INFINITY;
        writeFileSync(path, 'old');
        fault.countdown = call;
        let error: unknown;
        try {
          writeWhole(path, 'new', { overwrite: true });
        } catch (thrown) {
          error = thrown;
        }
        fault.countdown = Number.POSITIVE_INFINITY;
        const text = readFileSync(path, 'utf8');
        if (error) expect(error).toMatchObject({ code: 'unwritable', details: { reason: code } });
        else expect(text).toBe('new');
        expect(['old', 'new']).toContain(text);
        expect(readdirSync(folder)).toEqual(['x.md']);
      }
    },
  );
});
