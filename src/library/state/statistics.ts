import { byUse, type TagCount } from '../select.ts';
import type { Reading } from './reading.ts';

/** An article of the library that something is known of. */
export interface ReadArticle {
  readonly reading: Reading;
  readonly words: number;
  readonly minutes: number;
  readonly tags: readonly string[];
  readonly authors: readonly string[];
}

/** What was read in a stretch of time. */
interface Amount {
  /** Articles opened, and read to their end. */
  readonly opened: number;
  readonly done: number;
  /** Of those read to their end. */
  readonly words: number;
  readonly minutes: number;
}

/** An amount and its day (`2024-03-01`), ISO week (`2024-W09`) or month (`2024-03`). */
interface Period extends Amount {
  readonly period: string;
}

/** What was read, when, and of what. */
export interface Statistics {
  /** Days, weeks and months in which something was read, the earliest first. */
  readonly days: readonly Period[];
  readonly weeks: readonly Period[];
  readonly months: readonly Period[];
  readonly all: Amount;
  /** Days in a row on which something was opened or done: up to today or yesterday, and the most there were. */
  readonly streak: { readonly now: number; readonly longest: number };
  /** Of articles read to their end, the most read first. */
  readonly tags: readonly TagCount[];
  readonly authors: readonly TagCount[];
}

const DAY = 86_400_000;
const NOTHING: Amount = { opened: 0, done: 0, words: 0, minutes: 0 };

/** Counts what was read; `today` is a day in the reader's own zone, `2024-03-01`. */
export function statisticsOf(articles: readonly ReadArticle[], today: string): Statistics {
  const days = daysOf(articles);
  const done = articles.filter(({ reading }) => reading.done.size > 0);
  return {
    days: listed(days),
    weeks: listed(merged(days, weekOf)),
    months: listed(merged(days, (day) => day.slice(0, 7))),
    all: [...days.values()].reduce(sum, NOTHING),
    streak: streakOf([...days.keys()].sort(), today),
    tags: countsOf(done.flatMap(({ tags }) => tags)),
    authors: countsOf(done.flatMap(({ authors }) => authors)),
  };
}

/** The day so many days after another, or before. */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);
}

/** The week of a day by ISO 8601: it begins on Monday and belongs to the year that its Thursday is in. */
export function weekOf(day: string): string {
  const thursday = dayAfter(day, 3 - weekdayOf(day));
  const first = Date.parse(`${thursday.slice(0, 4)}-01-01`);
  const week = Math.floor((Date.parse(thursday) - first) / DAY / 7) + 1;
  return `${thursday.slice(0, 4)}-W${String(week).padStart(2, '0')}`;
}

/** Monday is 0, Sunday is 6. */
export function weekdayOf(day: string): number {
  return (new Date(Date.parse(day)).getUTCDay() + 6) % 7;
}

function daysOf(articles: readonly ReadArticle[]): Map<string, Amount> {
  const days = new Map<string, Amount>();
  const add = (day: string, amount: Amount) => {
    days.set(day, sum(days.get(day) ?? NOTHING, amount));
  };
  for (const { reading, words, minutes } of articles) {
    for (const day of reading.opened.keys()) add(day, { ...NOTHING, opened: 1 });
    for (const day of reading.done.keys()) add(day, { opened: 0, done: 1, words, minutes });
  }
  return days;
}

function merged(
  days: ReadonlyMap<string, Amount>,
  name: (day: string) => string,
): Map<string, Amount> {
  const periods = new Map<string, Amount>();
  for (const [day, amount] of days) {
    periods.set(name(day), sum(periods.get(name(day)) ?? NOTHING, amount));
  }
  return periods;
}

function sum(a: Amount, b: Amount): Amount {
  return {
    opened: a.opened + b.opened,
    done: a.done + b.done,
    words: a.words + b.words,
    minutes: a.minutes + b.minutes,
  };
}

function listed(periods: ReadonlyMap<string, Amount>): Period[] {
  return [...periods]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([period, amount]) => ({ period, ...amount }));
}

function streakOf(days: readonly string[], today: string): Statistics['streak'] {
  let longest = 0;
  let run = 0;
  let before = '';
  for (const day of days) {
    run = before !== '' && day === dayAfter(before, 1) ? run + 1 : 1;
    longest = Math.max(longest, run);
    before = day;
  }
  const isOn = before === today || before === dayAfter(today, -1);
  return { now: isOn ? run : 0, longest };
}

/** Names with how often they are there, in the spelling used most. */
function countsOf(names: readonly string[]): TagCount[] {
  const counts = new Map<string, TagCount>();
  for (const tag of names) {
    const key = tag.normalize('NFC').toLowerCase();
    const known = counts.get(key);
    counts.set(key, { tag: known?.tag ?? tag, count: (known?.count ?? 0) + 1 });
  }
  return byUse([...counts.values()]);
}
