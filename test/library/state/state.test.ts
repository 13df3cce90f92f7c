import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { exactly, now } from '../../../src/cli/clock.ts';
import { thisProcess } from '../../../src/cli/owner.ts';
import { visitsOf } from '../../../src/library/state/history.ts';
import { lastOpened } from '../../../src/library/state/resuming.ts';
import { openState } from '../../../src/library/state/state.ts';
import { received, transferOf } from '../../../src/library/state/transfer.ts';

const root = mkdtempSync(join(tmpdir(), 'sijori-readings-'));
afterAll(() => rmSync(root, { recursive: true }));
const me = thisProcess();
const A = 'aaaaaaaaaaaaaaaa';
const B = 'bbbbbbbbbbbbbbbb';
let file = '';
let count = 0;
beforeEach(() => {
  count += 1;
  file = join(root, String(count), 'state.ndjson');
});
const day = (number: number) => `2024-03-0${number}T08:00:00+07:00`;

describe('the moment of a change', () => {
  it('is told to the thousandth, so that two commands in one second stay in order', () => {
    expect(exactly()).toMatch(/T\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
    expect(now()).toMatch(/T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    const state = openState(file, me);
    for (const uid of [A, B, A]) {
      state.record([{ at: exactly(), uid, opened: true, state: 'reading' }]);
      for (const until = Date.now() + 2; Date.now() < until; );
    }
    expect(lastOpened(state.readings(), { unfinished: true })?.uid).toBe(A);
    expect(visitsOf(state.readings()).map(({ reading }) => reading.uid)).toEqual([A, B]);
  });
});

describe('reading state', () => {
  it('knows articles by identity, else by the file they were in', () => {
    const state = openState(file, me);
    expect(state.of(A, '/a.md')).toBeUndefined();
    state.record([{ at: day(1), uid: A, path: '/a.md', state: 'done' }]);
    expect(state.of(A)).toMatchObject({ state: 'done' });
    expect(state.of(A, '/moved.md')).toMatchObject({ state: 'done' });
    expect(state.of(B, '/a.md')).toMatchObject({ uid: A });
    expect(state.of(B, '/b.md')).toBeUndefined();
  });

  it('lists by kind', () => {
    const state = openState(file, me);
    state.record([
      { at: day(1), uid: A, state: 'done', star: true },
      { at: day(1), uid: B, state: 'reading' },
    ]);
    expect(state.list('done')).toEqual([A]);
    expect(state.list('reading')).toEqual([B]);
    expect(state.list('starred')).toEqual([A]);
    expect(state.list('unread')).toEqual([]);
  });

  it('keeps what is marked here although the clock was ahead before', () => {
    const state = openState(file, me);
    state.record([{ at: day(9), uid: A, state: 'done' }]);
    state.record([{ at: day(1), uid: A, state: 'unread' }]);
    expect(state.of(A)).toMatchObject({ state: 'unread' });
    expect(openState(file, me).of(A)).toMatchObject({ state: 'unread' });
  });

  it('takes in what another machine knows: the later word holds', () => {
    const state = openState(file, me);
    state.record([{ at: day(3), uid: A, state: 'done' }]);
    const other = [
      { at: day(2), uid: A, state: 'reading' as const },
      { at: day(1), uid: A, star: true },
      { at: day(4), uid: B, state: 'reading' as const },
    ];
    expect(state.merge(other)).toBe(2);
    expect(state.merge(other)).toBe(0);
    expect(state.of(A)).toMatchObject({ state: 'done', star: true });
    expect(state.of(B)).toMatchObject({ state: 'reading' });
  });

  it('comes whole to another machine', () => {
    const state = openState(file, me);
    state.record([
      { at: day(1), uid: A, opened: true, state: 'reading', title: 'Satu' },
      { at: day(2), uid: A, state: 'done', words: 30 },
    ]);
    const text = JSON.stringify(transferOf(state.changes()));
    const got = received(text);
    const there = openState(join(root, String(count), 'there.ndjson'), me);
    if (got !== 'foreign' && 'changes' in got) there.merge(got.changes);
    expect(there.readings()).toEqual(state.readings());
  });

  it.each([
    ['', 'foreign'],
    ['[]', 'foreign'],
    ['{"changes":[]}', 'foreign'],
    ['{"sijori":"reading state"}', 'foreign'],
    ['{"sijori":"reading state","version":2}', { newer: 2 }],
    ['{"sijori":"reading state","version":1,"changes":[null,3,{"uid":"x"}]}', { changes: [] }],
    [
      `{"sijori":"reading state","version":1}\n{"at":"${day(1)}","uid":"${A}"}\n{"at`,
      { changes: [{ at: day(1), uid: A }] },
    ],
  ])('takes in %s as %j', (text, expected) => expect(received(text)).toEqual(expected));

  it('knows what was opened last, and what is being read', () => {
    const state = openState(file, me);
    expect(lastOpened(state.readings(), { unfinished: true })).toBeUndefined();
    state.record([
      { at: day(1), uid: A, opened: true, state: 'reading' },
      { at: day(2), uid: B, opened: true, state: 'reading' },
      { at: day(3), uid: B, state: 'done' },
    ]);
    expect(lastOpened(state.readings(), { unfinished: false })?.uid).toBe(B);
    expect(lastOpened(state.readings(), { unfinished: true })?.uid).toBe(A);
    expect(visitsOf(state.readings()).map(({ what, reading }) => [what, reading.uid])).toEqual([
      ['done', B],
      ['opened', B],
      ['opened', A],
    ]);
  });
});
