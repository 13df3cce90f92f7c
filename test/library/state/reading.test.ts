import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, changeOf, lineOf, readLine } from '../../../src/library/state/change.ts';
import { readingsOf, shortest } from '../../../src/library/state/reading.ts';

const A = 'aaaaaaaaaaaaaaaa';
const B = 'bbbbbbbbbbbbbbbb';

const anchor = fc.record({
  headings: fc.array(fc.string()),
  after: fc.array(fc.string()),
  before: fc.array(fc.string()),
  fraction: fc.double({ min: 0, max: 1, noNaN: true }),
});
const change: fc.Arbitrary<Change> = fc
  .record(
    {
      at: fc.integer({ min: 0, max: 5 * 86_400 }).map((second) => {
        return `${new Date(second * 1000).toISOString().slice(0, 19)}+00:00`;
      }),
      uid: fc.constantFrom(A, B),
      path: fc.constantFrom('/a.md', '/b.md'),
      title: fc.string({ minLength: 1 }),
      words: fc.nat(),
      state: fc.constantFrom('unread', 'reading', 'done'),
      star: fc.boolean(),
      place: fc.option(anchor),
      opened: fc.constant(true),
    },
    { requiredKeys: ['at', 'uid'] },
  )
  .map((value) => value as Change);

const plain = (changes: readonly Change[]) =>
  [...readingsOf(changes)]
    .map(([uid, one]) => ({
      ...one,
      uid,
      opened: [...one.opened].sort(),
      done: [...one.done].sort(),
    }))
    .sort((a, b) => (a.uid < b.uid ? -1 : 1));

describe('what changes come to', () => {
  it('is the last word on each thing', () => {
    const [reading] = plain([
      { at: '2024-03-01T08:00:00+07:00', uid: A, state: 'reading', opened: true, title: 'Laut' },
      { at: '2024-03-01T09:00:00+07:00', uid: A, star: true },
      { at: '2024-03-02T08:00:00+07:00', uid: A, state: 'done', words: 300 },
    ]);
    expect(reading).toEqual({
      uid: A,
      title: 'Laut',
      words: 300,
      state: 'done',
      star: true,
      at: '2024-03-02T08:00:00+07:00',
      opened: [['2024-03-01', '2024-03-01T08:00:00+07:00']],
      done: [['2024-03-02', '2024-03-02T08:00:00+07:00']],
    });
  });

  it('takes back what was marked done by mistake on the same day, and not what was read before', () => {
    const done = { at: '2024-03-01T08:00:00Z', uid: A, state: 'done' as const };
    const soon = { at: '2024-03-01T09:00:00Z', uid: A, state: 'unread' as const };
    const later = { at: '2024-03-05T09:00:00Z', uid: A, state: 'unread' as const };
    expect(plain([done, soon])[0]?.done).toEqual([]);
    expect(plain([done, later])[0]).toMatchObject({
      state: 'unread',
      done: [['2024-03-01', done.at]],
    });
  });

  it('follows an article whose title was changed', () => {
    const found = plain([
      { at: '2024-03-01T08:00:00Z', uid: A, star: true },
      { at: '2024-03-02T08:00:00Z', uid: B, was: A, path: '/a.md' },
    ]);
    expect(found).toMatchObject([{ uid: B, star: true, path: '/a.md' }]);
  });

  it('does not depend on the order of lines that differ in time', () => {
    fc.assert(
      fc.property(fc.uniqueArray(change, { selector: ({ at }) => at }), (changes) => {
        expect(plain([...changes].reverse())).toEqual(plain(changes));
      }),
    );
  });

  it('is the same of the shortest changes, which cannot be made shorter', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const short = shortest(changes);
        expect(plain(short)).toEqual(plain(changes));
        expect(shortest(short)).toEqual(short);
        expect(short.length).toBeLessThanOrEqual(changes.length);
      }),
    );
  });
});

it('makes the same lines of shortest changes of one moment', () => {
  const old = { at: '2024-03-01T00:00:00Z' };
  const now = { at: '2024-03-02T00:00:00Z' };
  const changes: Change[] = [
    { ...old, uid: A },
    { ...now, uid: B },
    { ...now, uid: A },
    { ...old, uid: B, opened: true },
  ];
  const short = shortest(changes);
  expect(shortest(short)).toEqual(short);
});

describe('a line of the journal', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(change, (one) => {
        const line = lineOf(one);
        expect(line).not.toContain('\n');
        expect(readLine(line)).toEqual(JSON.parse(line));
      }),
    );
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '3',
    '{"at":"x","uid":"aaaaaaaaaaaaaaaa"}',
    '{"at":"2024-03-01","uid":"../../etc"}',
    '{"uid":"aaaaaaaaaaaaaaaa"}',
  ])('is left out when it is %s', (line) => expect(readLine(line)).toBeUndefined());

  it('keeps what it knows of a line with things it does not', () => {
    const known = { at: '2024-03-01T00:00:00Z', uid: A };
    const odd = { state: 'eaten', star: 'yes', place: { fraction: 7 }, words: -1, colour: 'red' };
    expect(changeOf({ ...known, ...odd })).toEqual(known);
    const hostile = `{"__proto__":{"state":"done"},"toString":1,"constructor":2,"at":"${known.at}","uid":"${A}"}`;
    expect(Object.keys(readLine(hostile) ?? {})).toEqual(['at', 'uid']);
  });
});
