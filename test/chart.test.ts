import { describe, expect, it } from 'vitest';
import { calendar, sparkline } from '../src/cli/lists/chart.ts';
import { statisticsPage } from '../src/cli/lists/statistics-page.ts';
import { statisticsOf } from '../src/library/state/statistics.ts';
import { localeFor } from '../src/locale/locale.ts';
import { lineWidth } from '../src/model/line.ts';
import { seen } from './page.ts';

const id = localeFor('id');

describe('a line of bars', () => {
  it('shows what is least and most, and nothing lowest of all', () => {
    expect(sparkline([0, 1, 2, 4, 7])).toBe('▁▂▃▅█');
    expect(sparkline([0, 1, 1000])).toBe('▁▂█');
    expect(sparkline([0, 0])).toBe('▁▁');
    expect(sparkline([])).toBe('');
  });
});

describe('a calendar', () => {
  it('has a row for each day of the week, and ends today', () => {
    const counts = new Map([
      ['2024-03-14', 9],
      ['2024-03-13', 1],
      ['2024-03-11', 2],
      ['2024-03-10', 3],
      ['2024-02-26', 4],
    ]);
    const lines = calendar(counts, '2024-03-14', 14, id).map((line) => seen(line).trimEnd());
    expect(lines).toEqual([
      '    Feb   Mar',
      'Sen · · █ · ▒',
      '    · · · · ·',
      'Rab · · · · ░',
      '    · · · · █',
      'Jum · · · ·',
      '    · · · ·',
      '    · · · ▓',
    ]);
  });

  it.each([1, 10, 14, 15, 40, 80, 110, 500])('fits %i columns', (room) => {
    for (const today of ['2024-01-01', '2024-02-29', '2023-12-31']) {
      const widths = calendar(new Map(), today, room, id).map(lineWidth);
      expect(Math.max(...widths)).toBeLessThanOrEqual(Math.max(6, Math.min(room, 110)));
    }
  });
});

describe('the page of statistics', () => {
  it.each([20, 30, 40, 80, 200])('fits %i columns', (columns) => {
    const tags = ['sebuah tag yang panjang sekali', 'lain', '読書', 'satu', 'dua', 'tiga'];
    const reading = {
      uid: 'a',
      state: 'done' as const,
      star: false,
      opened: new Map(),
      done: new Map([['2024-03-01', '2024-03-01T08:00:00Z']]),
      at: '2024-03-01T08:00:00Z',
    };
    const article = { reading, words: 1234567, minutes: 5000, tags, authors: ['Siti Rahma'] };
    const stock = { articles: 1e6, words: 1e9, unread: 1e6, reading: 0, done: 1, starred: 0 };
    const terminal = { columns, isTerminal: true, rows: 24, colors: 0 as const, styled: false };
    const found = statisticsOf([article], '2024-03-01');
    for (const locale of [id, localeFor('en')]) {
      const page = statisticsPage(stock, found, '2024-03-01', {
        locale,
        terminal: { ...terminal, hyperlinks: false, bidi: false },
      });
      const widths = page.map(
        (line) => lineWidth(line) - (/ +$/.exec(seen(line))?.[0].length ?? 0),
      );
      expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
      const read = locale.language === 'id' ? '1.234.567' : '1,234,567';
      if (columns >= 30) expect(page.map(seen).join('\n')).toContain(read);
    }
  });
});
