import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/library/mend.ts';
import { fileMade, restoration } from '../../src/library/restoring.ts';
import { marking, unmarking } from '../../src/library/state/marking.ts';
import { readingsOf } from '../../src/library/state/reading.ts';
import { forgetDeed, keepDeed, lastDeed } from '../../src/library/undo.ts';

const root = mkdtempSync(join(tmpdir(), 'sijori-undo-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
});

describe('deeds', () => {
  it('are undone from the last to the first, and only so many are kept', () => {
    expect(lastDeed(folder)).toBeUndefined();
    for (let number = 1; number <= 25; number += 1) keepDeed(folder, { command: `mark ${number}` });
    expect(readdirSync(folder)).toHaveLength(20);
    const last = lastDeed(folder);
    expect(last?.deed.command).toBe('mark 25');
    forgetDeed(last?.file ?? '');
    expect(lastDeed(folder)?.deed.command).toBe('mark 24');
  });

  it('that cannot be read are passed over', () => {
    keepDeed(folder, { command: 'mark done' });
    writeFileSync(join(folder, '00000007.json'), '{"version":1,"comm');
    writeFileSync(join(folder, '00000008.json'), '{"version":2,"command":"x"}');
    expect(lastDeed(folder)?.deed.command).toBe('mark done');
    keepDeed(folder, { command: 'mark star' });
    expect(lastDeed(folder)?.deed.command).toBe('mark star');
  });
});

describe('a file that a deed changed', () => {
  const edits = (text: string) =>
    fc
      .array(fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.string()), { maxLength: 5 })
      .map((found) => {
        let from = 0;
        return found
          .map(([a, b, put]) => ({ start: Math.min(a, b), end: Math.max(a, b), text: put }))
          .sort((a, b) => a.start - b.start)
          .filter(({ start, end }) => {
            const fits = start >= from;
            if (fits) from = end;
            return fits;
          });
      });

  it('comes back byte for byte, whatever was changed in it', () => {
    const path = join(root, 'a.md');
    const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((one) => `\ufeff${one}\r\n`);
    fc.assert(
      fc.property(
        text.chain((one) => fc.tuple(fc.constant(one), edits(one))),
        ([before, made]) => {
          // A cut within a surrogate pair is no text that could be written.
          fc.pre(!/\p{Cs}/u.test(before + applyEdits(before, made)));
          const after = applyEdits(before, made);
          const file = fileMade(path, before, made);
          writeFileSync(path, after);
          const back = restoration(file);
          if (after === before) expect(back).toBe('as-before');
          else expect(back).toEqual({ now: after, old: before });
        },
      ),
    );
  });

  it('is left alone when it was changed since, is gone, or is as before', () => {
    const path = join(root, 'b.md');
    const made = fileMade(path, 'old text\n', [{ start: 0, end: 3, text: 'new' }]);
    expect(restoration(made)).toBe('changed');
    writeFileSync(path, 'old text\n');
    expect(restoration(made)).toBe('as-before');
    writeFileSync(path, 'new text, and more\n');
    expect(restoration(made)).toBe('changed');
    writeFileSync(path, Buffer.from([0xff, 0xfe]));
    expect(restoration(made)).toBe('changed');
    const tampered = { ...made, edits: [{ start: 0, end: 3, text: 'mad' }] };
    writeFileSync(path, 'new text\n');
    expect(restoration(tampered)).toBe('changed');
    expect(restoration(made)).toEqual({ now: 'new text\n', old: 'old text\n' });
  });
});

describe('marks', () => {
  const article = { uid: 'aaaaaaaaaaaaaaaa', path: '/a.md', title: 'A' };
  const at = '2024-03-01T08:00:00Z';

  it('say nothing that is so already', () => {
    const made = marking('done', article, undefined, { at });
    const known = readingsOf([made?.change ?? { at, uid: article.uid }]).get(article.uid);
    expect(marking('done', article, known, { at })).toBeUndefined();
    expect(marking('unstar', article, known, { at })).toBeUndefined();
    expect(marking('unread', article, undefined, { at })).toBeUndefined();
  });

  it('are undone as far as they still hold', () => {
    const place = { headings: [], after: ['x'], before: [], fraction: 0.5 };
    const first = marking('reading', article, undefined, { at, place });
    const star = marking('star', article, undefined, { at });
    const changes = [first, star].flatMap((one) => one?.change ?? []);
    const readings = readingsOf(changes);
    const back = unmarking(
      [first?.made, star?.made].flatMap((one) => one ?? []),
      (uid) => readings.get(uid),
      at,
    );
    expect(back).toEqual([
      { at, uid: article.uid, state: 'unread', place: null },
      { at, uid: article.uid, star: false },
    ]);
    const later = readingsOf([...changes, { at, uid: article.uid, state: 'done', place: null }]);
    expect(unmarking(first ? [first.made] : [], (uid) => later.get(uid), at)).toEqual([]);
  });

  it('of an article whose title was changed go on from what was known of its file', () => {
    const old = readingsOf([{ at, uid: 'bbbbbbbbbbbbbbbb', path: '/a.md', star: true }]);
    const made = marking('done', article, old.get('bbbbbbbbbbbbbbbb'), { at });
    expect(made?.change).toMatchObject({ was: 'bbbbbbbbbbbbbbbb', state: 'done' });
    const [found, ...none] = readingsOf([
      { at, uid: 'bbbbbbbbbbbbbbbb', path: '/a.md', star: true },
      made?.change ?? { at, uid: article.uid },
    ]).values();
    expect(none).toEqual([]);
    expect(found).toMatchObject({ uid: article.uid, star: true, state: 'done' });
  });
});
