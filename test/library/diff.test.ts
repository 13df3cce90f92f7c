import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../src/library/diff.ts';

const HAS_PATCH = spawnSync('patch', ['--version']).status === 0;

/** Makes the changes of a unified diff, as its format says it is to be read. */
function applied(before: string, diff: string): string {
  const lines = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const whole = diff.replace(/\n\\ No newline at end of file/g, '\0');
  const steps = whole.split('\n').slice(2, -1);
  const out: string[] = [];
  let at = 0;
  for (const step of steps) {
    const start = startOf(step) ?? at;
    out.push(...lines.slice(at, start));
    at = start;
    const text = step.endsWith('\0') ? step.slice(1, -1) : `${step.slice(1)}\n`;
    if (/^[ +]/.test(step)) out.push(text);
    if (/^[ -]/.test(step)) expect(lines[at++]).toBe(text);
  }
  return [...out, ...lines.slice(at)].join('');
}

/** The index of the line where a hunk begins; undefined for any other line of a diff. */
function startOf(step: string): number | undefined {
  const match = /^@@ -(\d+)(?:,(\d+))?/.exec(step);
  return match ? Number(match[1]) - (match[2] === '0' ? 0 : 1) : undefined;
}

const text = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\n', 'x y\n', '\n', '-\n', 'd\r\n', 'z'), {
    maxLength: 40,
  })
  .map((lines) => lines.join(''));

describe('a unified diff', () => {
  it('shows three lines around, and joins changes that are near', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `${at + 1}\n`);
    const changed = lines.map((line, at) => ([4, 8, 25].includes(at) ? `x${line}` : line));
    expect(unifiedDiff(lines.join(''), changed.join(''), 'n')).toBe(
      `--- n\n+++ n\n@@ -2,11 +2,11 @@\n 2\n 3\n 4\n-5\n+x5\n 6\n 7\n 8\n-9\n+x9\n 10\n 11\n 12\n` +
        `@@ -23,7 +23,7 @@\n 23\n 24\n 25\n-26\n+x26\n 27\n 28\n 29\n`,
    );
  });

  it('is nothing where nothing changed', () => {
    expect(unifiedDiff('a\n', 'a\n', 'n')).toBe('');
  });

  it('says where the last line has no newline', () => {
    expect(unifiedDiff('a', 'a\n', 'n')).toBe(
      '--- n\n+++ n\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n',
    );
    expect(unifiedDiff('', 'a\n', 'n')).toBe('--- n\n+++ n\n@@ -0,0 +1 @@\n+a\n');
  });

  it('makes one text of the other', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        expect(applied(before, unifiedDiff(before, after, 'n'))).toBe(after);
      }),
    );
  });

  it.skipIf(!HAS_PATCH)('is taken by patch (needs patch)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sijori-diff-'));
    const [before, after] = ['a\r\nb\nc\nd\ne\nf\n', 'a\nb\nc\nd\ne\ng'];
    writeFileSync(join(folder, 'n'), before);
    const input = unifiedDiff(before, after, 'n');
    const done = spawnSync('patch', ['-p0', '--binary'], { cwd: folder, input });
    expect(done.status).toBe(0);
    expect(readFileSync(join(folder, 'n'), 'utf8')).toBe(after);
    rmSync(folder, { recursive: true });
  });

  it('takes time about linear in the text, where no line is like another and where all are', () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => `${at}\n`);
    const start = performance.now();
    unifiedDiff(lines.join(''), lines.map((line) => `x${line}`).join(''), 'n');
    unifiedDiff(lines.join(''), lines.toReversed().join(''), 'n');
    unifiedDiff('a\n'.repeat(100_000), 'b\na\n'.repeat(50_000), 'n');
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
