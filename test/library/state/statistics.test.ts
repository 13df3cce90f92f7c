import { describe, expect, it } from 'vitest';
import type { Change } from '../../../src/library/state/change.ts';
import { readingsOf } from '../../../src/library/state/reading.ts';
import { statisticsOf, weekdayOf, weekOf } from '../../../src/library/state/statistics.ts';

const A = 'aaaaaaaaaaaaaaaa';
const B = 'bbbbbbbbbbbbbbbb';

function of(changes: readonly Change[], today: string) {
  const articles = [...readingsOf(changes).values()].map((reading) => ({
    reading,
    words: reading.uid === A ? 300 : 500,
    minutes: reading.uid === A ? 1 : 2,
    tags: reading.uid === A ? ['Natuna', 'laut'] : ['natuna'],
    authors: ['Siti'],
  }));
  return statisticsOf(articles, today);
}

describe('what was read', () => {
  const changes: Change[] = [
    { at: '2024-02-29T23:50:00+07:00', uid: A, opened: true, state: 'reading' },
    { at: '2024-03-01T08:00:00+07:00', uid: A, state: 'done' },
    { at: '2024-03-01T09:00:00+07:00', uid: B, opened: true, state: 'reading' },
    { at: '2024-03-04T09:00:00+07:00', uid: B, state: 'done' },
  ];

  it('is counted by the days of the reader, weeks and months', () => {
    const { days, weeks, months, all } = of(changes, '2024-03-04');
    expect(days).toEqual([
      { period: '2024-02-29', opened: 1, done: 0, words: 0, minutes: 0 },
      { period: '2024-03-01', opened: 1, done: 1, words: 300, minutes: 1 },
      { period: '2024-03-04', opened: 0, done: 1, words: 500, minutes: 2 },
    ]);
    expect(weeks.map(({ period, done }) => [period, done])).toEqual([
      ['2024-W09', 1],
      ['2024-W10', 1],
    ]);
    expect(months.map(({ period, done }) => [period, done])).toEqual([
      ['2024-02', 0],
      ['2024-03', 2],
    ]);
    expect(all).toEqual({ opened: 2, done: 2, words: 800, minutes: 3 });
  });

  it('has streaks, which a day that is not over does not end', () => {
    expect(of(changes, '2024-03-04').streak).toEqual({ now: 1, longest: 2 });
    expect(of(changes, '2024-03-05').streak).toEqual({ now: 1, longest: 2 });
    expect(of(changes, '2024-03-06').streak).toEqual({ now: 0, longest: 2 });
    expect(of([], '2024-03-06').streak).toEqual({ now: 0, longest: 0 });
  });

  it('counts tags and authors of what was read to its end', () => {
    const { tags, authors } = of(changes, '2024-03-04');
    expect(tags).toEqual([
      { tag: 'Natuna', count: 2 },
      { tag: 'laut', count: 1 },
    ]);
    expect(authors).toEqual([{ tag: 'Siti', count: 2 }]);
    expect(of(changes.slice(0, 1), '2024-03-04').tags).toEqual([]);
  });
});

describe('weeks', () => {
  it.each([
    ['2024-01-01', '2024-W01', 0],
    ['2023-01-01', '2022-W52', 6],
    ['2021-01-03', '2020-W53', 6],
    ['2024-12-30', '2025-W01', 0],
    ['2026-11-25', '2026-W48', 2],
  ])('%s is in %s', (day, week, weekday) => {
    expect(weekOf(day)).toBe(week);
    expect(weekdayOf(day)).toBe(weekday);
  });
});
