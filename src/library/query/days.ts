import { MONTH_NAMES } from '../../model/date-names.ts';
import { fold } from '../../model/fold.ts';
import { NEAR_DAYS, STEPS, UNITS, type Unit, WEEKDAYS } from './day-words.ts';

/** From a first to a last day, both `2023-09-14`, both included. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** A day of the calendar; the month counts from 1. */
interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MS_PER_DAY = 86_400_000;
/** Longest text that is read as a date. */
const LONGEST = 40;

/**
 * The days that a text means, as wide as what it says: `2023-09` is the month, `kemarin` the day, `minggu lalu` the week
 * from Monday, `3mo` the month that was three months ago. `today` is the day it is, `2023-09-14`. Undefined if it is no date.
 */
export function daysIn(text: string, today: string): DaySpan | undefined {
  if (text.length > LONGEST) return undefined;
  const tidy = fold(text)
    .replaceAll('_', ' ')
    .replace(/(?<=[a-z])-|-(?=[a-z])/g, ' ')
    .replace(/\s+/g, ' ');
  const now = dayOf(today);
  return (
    inDigits(tidy) ?? near(tidy, now) ?? ago(tidy, now) ?? inSteps(tidy, now) ?? inNames(tidy, now)
  );
}

/** Days as a query has them: `2023`, `2023-09`, `2023-09-14`, or `2023-09-14..2023-10-02`, with an end left out where it is open. */
export function daysText({ from, to }: Partial<DaySpan>): string {
  const length = [4, 7].find((size) => isBound(from, 'from', size) && isBound(to, 'to', size));
  const first = from?.slice(0, length) ?? '';
  const last = to?.slice(0, length) ?? '';
  return first === last ? first : `${first}..${last}`;
}

/** Whether the first letters of a day mean the same at its end of a span: `2023-09` is from `2023-09-01`. */
function isBound(day: string | undefined, side: 'from' | 'to', size: number): boolean {
  return day === undefined || inDigits(day.slice(0, size))?.[side] === day;
}

/** The day before, or after. */
export function dayBeside(day: string, step: -1 | 1): string | undefined {
  return isoOf(moved(dayOf(day), 'day', step));
}

function inDigits(text: string): DaySpan | undefined {
  if (/^\d{4}$/.test(text)) return spanOf({ year: Number(text), month: 1, day: 1 }, 'year');
  const month = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  if (month) return real(month[1], month[2], '1', 'month');
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}[:.]\d{2}.*)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return real(iso[1], iso[2], iso[3], 'day');
  const dayFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  return dayFirst ? real(dayFirst[3], dayFirst[2], dayFirst[1], 'day') : undefined;
}

function near(text: string, now: Day): DaySpan | undefined {
  const step = NEAR_DAYS.get(text);
  if (step !== undefined) return spanOf(moved(now, 'day', step), 'day');
  const [name = '', rest] = text.split(' ');
  const weekday = WEEKDAYS.get(name);
  if (weekday !== undefined && rest === undefined) return latest(weekday, now, 0);
  const unit = UNITS.get(name);
  if (weekday !== undefined && unit === undefined && rest === 'lalu')
    return latest(weekday, now, 1);
  const after = WEEKDAYS.get(rest ?? '');
  return name === 'last' && after !== undefined && UNITS.get(rest ?? '') === undefined
    ? latest(after, now, 1)
    : undefined;
}

/** The last time that it was this day of the week, `least` days ago or more. */
function latest(weekday: number, now: Day, least: number): DaySpan | undefined {
  const back = (weekdayOf(now) - weekday + 7) % 7;
  return spanOf(moved(now, 'day', -(back < least ? back + 7 : back)), 'day');
}

/** `7d`, `3 bulan`, `2 weeks ago`, `2 minggu yang lalu`. */
function ago(text: string, now: Day): DaySpan | undefined {
  const match = /^(\d{1,6}) ?([a-z]+)(?: (?:ago|(?:yang )?lalu|silam))?$/.exec(text);
  const unit = UNITS.get(match?.[2] ?? '');
  return match && unit ? spanOf(moved(now, unit, -Number(match[1])), unit) : undefined;
}

/** `last week`, `bulan ini`, `tahun yang lalu`. */
function inSteps(text: string, now: Day): DaySpan | undefined {
  const match = /^([a-z]+) (?:yang )?([a-z]+)$/.exec(text);
  const [, first = '', second = ''] = match ?? [];
  const unit = UNITS.get(first) ?? UNITS.get(second);
  const step = STEPS.get(UNITS.has(first) ? second : first);
  return unit && step !== undefined ? spanOf(moved(now, unit, step), unit) : undefined;
}

/** `september 2023`, `14 sep 2023`, `sep 14, 2023`, and without a year the last one that has begun. */
function inNames(text: string, now: Day): DaySpan | undefined {
  const match =
    /^(?:(?<before>\d{1,2}) )?(?<name>[a-z]{3,9})\.?(?: (?<after>\d{1,2})(?:,|$| ))?(?: ?(?<year>\d{4}))?$/.exec(
      text,
    );
  const { before, name, after, year } = match?.groups ?? {};
  const month = MONTH_NAMES.get(name ?? '');
  if (month === undefined || (before && after)) return undefined;
  const day = before ?? after;
  const known = year ?? String(yearBegun(now, month, Number(day ?? 1))).padStart(4, '0');
  return real(known, String(month), day ?? '1', day === undefined ? 'month' : 'day');
}

/** The last year in which this day has been. */
function yearBegun(now: Day, month: number, day: number): number {
  return month < now.month || (month === now.month && day <= now.day) ? now.year : now.year - 1;
}

function real(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  unit: Unit,
): DaySpan | undefined {
  const asked = { year: Number(year), month: Number(month), day: Number(day) };
  const found = dayFrom(numberOf(asked));
  const same = found.year === asked.year && found.month === asked.month && found.day === asked.day;
  return same ? spanOf(asked, unit) : undefined;
}

/** The whole unit that a day is in; undefined beyond the years 1 to 9999. */
function spanOf(day: Day, unit: Unit): DaySpan | undefined {
  const [first, last] = ends(day, unit);
  const from = isoOf(first);
  const to = isoOf(last);
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

function ends(day: Day, unit: Unit): readonly [Day, Day] {
  const { year, month } = day;
  if (unit === 'day') return [day, day];
  if (unit === 'year')
    return [
      { year, month: 1, day: 1 },
      { year, month: 12, day: 31 },
    ];
  if (unit === 'month') {
    const next = numberOf({ year, month: month + 1, day: 1 });
    return [{ year, month, day: 1 }, dayFrom(next - 1)];
  }
  const monday = numberOf(day) - weekdayOf(day);
  return [dayFrom(monday), dayFrom(monday + 6)];
}

/** A day so many units on; of months and years only the unit it falls in counts. */
function moved({ year, month, day }: Day, unit: Unit, by: number): Day {
  if (unit === 'year') return { year: year + by, month: 1, day: 1 };
  if (unit === 'month') return dayFrom(numberOf({ year, month: month + by, day: 1 }));
  return dayFrom(numberOf({ year, month, day }) + by * (unit === 'week' ? 7 : 1));
}

function dayOf(iso: string): Day {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return { year: year ?? 1, month: month ?? 1, day: day ?? 1 };
}

/** Days since 1970; the month may be out of its bounds. */
function numberOf({ year, month, day }: Day): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / MS_PER_DAY;
}

function dayFrom(number: number): Day {
  const date = new Date(number * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Monday 0. */
function weekdayOf(day: Day): number {
  return (((numberOf(day) + 3) % 7) + 7) % 7;
}

function isoOf({ year, month, day }: Day): string | undefined {
  if (!(year >= 1 && year <= 9999)) return undefined;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
