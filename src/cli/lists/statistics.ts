import { jsonText } from '../../emit/json-text.ts';
import type { Statistics } from '../../library/state/statistics.ts';
import { tabLines } from './listing.ts';

/** How many articles and words the library has, and how many are in which state. */
export interface Stock {
  readonly articles: number;
  readonly words: number;
  readonly unread: number;
  readonly reading: number;
  readonly done: number;
  readonly starred: number;
}

/** Everything as one JSON object; version 1. */
export function statisticsJson(stock: Stock, statistics: Statistics): string {
  const { tags, authors, all, ...rest } = statistics;
  const named = (key: string, counts: Statistics['tags']) =>
    counts.map(({ tag, count }) => ({ [key]: tag, count }));
  const read = { ...all, ...rest, tags: named('tag', tags), authors: named('author', authors) };
  return `${jsonText({ schema: 1, library: stock, read }, 2)}\n`;
}

/** Plain lines, name and numbers between tabs: first what is counted once, then days, weeks, months, tags and authors. */
export function statisticsLines(
  stock: Stock,
  { all, streak, days, weeks, months, tags, authors }: Statistics,
): string {
  const once = {
    ...stock,
    'read-opened': all.opened,
    'read-done': all.done,
    'read-words': all.words,
    'read-minutes': all.minutes,
    'streak-now': streak.now,
    'streak-longest': streak.longest,
  };
  const lines = Object.entries(once).map(([what, count]) => `${what}\t${count}\n`);
  const periods = [
    ...days.map((one) => ({ what: 'day', ...one })),
    ...weeks.map((one) => ({ what: 'week', ...one })),
    ...months.map((one) => ({ what: 'month', ...one })),
  ];
  const names = [
    ...tags.map(({ tag, count }) => ({ what: 'tag', tag, count })),
    ...authors.map(({ tag, count }) => ({ what: 'author', tag, count })),
  ];
  return lines.join('') + tabLines(periods) + tabLines(names);
}
