import type { TagCount } from '../../library/select.ts';
import { dayAfter, type Statistics, weekdayOf, weekOf } from '../../library/state/statistics.ts';
import { type Line, type Segment, segment, stack } from '../../model/line.ts';
import { printable } from '../../model/printable.ts';
import { width } from '../../model/width.ts';
import type { Context } from '../context.ts';
import { calendar, sparkline } from './chart.ts';
import type { Stock } from './statistics.ts';
import { shortened } from './table.ts';

/** How many names of tags and authors are shown. */
const MOST_NAMES = 5;
/** Weeks and months in the lines of bars. */
const WEEKS = 26;
const MONTHS = 12;
/** Columns left free at both sides, and the narrowest terminal that has them. */
const MARGIN = 2;
const ROOMY = 40;

/** The statistics as a page for a terminal, no wider than it. */
export function statisticsPage(
  stock: Stock,
  statistics: Statistics,
  today: string,
  context: Pick<Context, 'locale' | 'terminal'>,
): Line[] {
  const columns = context.terminal.columns ?? 80;
  const margin = columns >= ROOMY ? MARGIN : 0;
  const room = columns - margin * 2;
  const parts = [
    library(stock, room, context),
    reading(statistics, room, context),
    bars(statistics, today, room, context),
    calendarOf(statistics, today, room, context),
    names(statistics, room, context),
  ];
  const indent = segment(' '.repeat(margin));
  return stack(parts, 1).map((line) => (line.length > 0 ? [indent, ...line] : line));
}

type Words = Pick<Context, 'locale'>;

/** Counts of the library, a row each. */
const STOCK = ['articles', 'words', 'unread', 'reading', 'done', 'starred'] as const;

function library(stock: Stock, room: number, context: Words): Line[] {
  return STOCK.map((what) => row(`stats-${what}`, number(stock[what], context), room, context));
}

function reading({ all, streak }: Statistics, room: number, context: Words): Line[] {
  const days = context.locale.text('stats-days', { now: streak.now, longest: streak.longest });
  return [
    row('stats-read-done', number(all.done, context), room, context),
    row('stats-read-words', number(all.words, context), room, context),
    row('stats-read-minutes', number(all.minutes, context), room, context),
    row('stats-streak', days, room, context),
  ];
}

/** What was read to its end by week and by month, up to this one. */
function bars({ weeks, months }: Statistics, today: string, room: number, context: Words): Line[] {
  const monday = dayAfter(today, -weekdayOf(today));
  const left = Math.max(1, room - labelWidth(context));
  const most = Math.min(WEEKS, left);
  const count = Math.min(MONTHS, left);
  const byWeek = new Map(weeks.map(({ period, done }) => [period, done]));
  const byMonth = new Map(months.map(({ period, done }) => [period, done]));
  const lastWeeks = Array.from({ length: most }, (_, at) => {
    return byWeek.get(weekOf(dayAfter(monday, (at - most + 1) * 7))) ?? 0;
  });
  const lastMonths = Array.from({ length: count }, (_, at) => {
    return byMonth.get(monthBefore(today, count - 1 - at)) ?? 0;
  });
  return [
    row('stats-weeks', sparkline(lastWeeks), room, context, 'green'),
    row('stats-months', sparkline(lastMonths), room, context, 'green'),
  ];
}

function monthBefore(today: string, count: number): string {
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - count;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function calendarOf({ days }: Statistics, today: string, room: number, { locale }: Words): Line[] {
  const counts = new Map(days.map(({ period, opened, done }) => [period, Math.max(opened, done)]));
  return calendar(counts, today, room, locale);
}

function names({ tags, authors }: Statistics, room: number, context: Words): Line[] {
  return [
    ...namesOf('stats-tags', tags, room, context),
    ...namesOf('stats-authors', authors, room, context),
  ];
}

function namesOf(key: string, counts: readonly TagCount[], room: number, context: Words): Line[] {
  if (counts.length === 0) return [];
  const text = counts
    .slice(0, MOST_NAMES)
    .map(({ tag, count }) => `${tag} ${count}`)
    .join(', ');
  return [row(key, text, room, context)];
}

const LABELS = [
  ...STOCK.map((what) => `stats-${what}`),
  'stats-read-done',
  'stats-read-words',
  'stats-read-minutes',
  'stats-streak',
  'stats-weeks',
  'stats-months',
  'stats-tags',
  'stats-authors',
];

function labelWidth({ locale }: Words): number {
  return Math.max(...LABELS.map((key) => width(printable(locale.text(key))))) + 2;
}

function row(key: string, text: string, room: number, context: Words, color?: 'green'): Line {
  const label = context.locale.text(key).padEnd(labelWidth(context));
  const shown = shortened(text, Math.max(1, room - label.length));
  const value: Segment = segment(shown, color ? { color } : {});
  return [segment(label, { dim: true }), value];
}

/** A number with the marks of its language between thousands. */
function number(count: number, { locale }: Words): string {
  return count.toLocaleString(locale.language === 'id' ? 'id-ID' : 'en-US');
}
