import { CIVIL_ZONES, DAY_NAMES, MONTH_NAMES } from '../model/date-names.ts';
import { daysFromEpoch, isCalendarDay } from './calendar.ts';

/** A civil date, perhaps with a clock time and the distance from UTC in minutes. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly clock?: Clock;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second?: number;
  /** Minutes east of UTC, if stated. */
  readonly offset?: number;
}

const LONGEST = 100;
const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** Reads a date as people and programs write it, day before month, real calendar dates only; undefined if it is none. */
export function parseDate(value: unknown): { readonly iso: string } | undefined {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string' || value.length > LONGEST) return undefined;
  if (CANONICAL.test(value)) return isDay(value) ? { iso: value } : undefined;
  const text = tidy(value);
  if (/^\d+$/.test(text)) return fromDigits(text);
  const moment = readMoment(text);
  return moment && isReal(moment) ? { iso: toIso(moment) } : undefined;
}

/** A date as this module writes it: what most programs write, and what needs no reading but a look at the calendar. */
const CANONICAL =
  /^\d{4}-\d{2}-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:[+-](?:0[1-9]|1[0-3]):[0-5]\d)?)?$/;

function isDay(iso: string): boolean {
  return isCalendarDay(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8, 10)));
}

/** The date in a file's name (`2023-09-14-title.md`), else in its folders (`2023/09/14/title.md`). */
export function dateFromPath(
  path: string,
): { readonly iso: string; readonly origin: 'name' | 'path' } | undefined {
  const parts = path.replaceAll('\\', '/').split('/');
  const name = parts.pop() ?? '';
  const named = dated(DATED_NAME.exec(name));
  if (named) return { iso: named, origin: 'name' };
  for (let at = parts.length - 1; at >= 0; at -= 1) {
    const folder = dated(DATED_NAME.exec(parts[at] ?? '')) ?? folders(parts, at, name);
    if (folder) return { iso: folder, origin: 'path' };
  }
  return undefined;
}

/** The moment in ms since 1970 UTC, for sorting: a date without a zone counts as UTC, one without a time as its first instant. */
export function instant(date: { readonly iso: string }): number {
  const match = OWN_ISO.exec(date.iso);
  if (!match) return Number.NEGATIVE_INFINITY;
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const clock = ((hour ?? 0) * 60 + (minute ?? 0)) * MS_PER_MINUTE + (second ?? 0) * 1000;
  const offset = match[7] === undefined ? 0 : (readOffset(match[7]) ?? 0);
  return (
    daysFromEpoch(year ?? 0, month ?? 1, day ?? 1) * MS_PER_DAY + clock - offset * MS_PER_MINUTE
  );
}

/** ISO 8601 in UTC of a number of ms since 1970; undefined outside the years 1 to 9999. */
export function isoFromMilliseconds(milliseconds: number): string | undefined {
  if (!(Math.abs(milliseconds) < 8.64e15)) return undefined;
  const iso = new Date(milliseconds).toISOString();
  return /^\d{4}-/.test(iso) ? `${iso.slice(0, 19)}+00:00` : undefined;
}

/** As {@link isoFromMilliseconds}, in the time zone of this machine. */
export function localIso(milliseconds: number): string | undefined {
  const minutes = -Math.round(new Date(milliseconds).getTimezoneOffset());
  const local = isoFromMilliseconds(milliseconds + minutes * MS_PER_MINUTE);
  if (local === undefined) return isoFromMilliseconds(milliseconds);
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (number: number) => String(number).padStart(2, '0');
  return `${local.slice(0, 19)}${minutes < 0 ? '-' : '+'}${two(hour)}:${two(minute)}`;
}

const OWN_ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?(Z|[+-]\d{2}:\d{2})?$/;
const DATED_NAME = /^(\d{4})(?:([-_.])(\d{2})\2|(\d{2}))(\d{2})(?=\D|$)/;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/;
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)(.*)$/;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[ .-]{1,3}([a-z]{3,9})[ .,-]{1,3}(\d{4})(?!\d)(.*)$/;
const MONTH_DAY = /^([a-z]{3,9})[ .]{1,2}(\d{1,2})(?:st|nd|rd|th)?,? ?(\d{4})(?!\d)(.*)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})t(\d{2})(\d{2})(\d{2})?(.*)$/;
const CLOCK =
  /^(?: ?[t,|·•–—-] ?| )?(?:(?:pukul|pkl\.?|jam|at|@) ?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?(?: ?([ap])\.?m\.?(?= |$))?(.*)$/;
const OFFSET = /^(?:utc|gmt)? ?([+-])(\d{1,2})(?::?(\d{2}))?$/;

/** One space between words, lower case, no day name in front, and the ideographs of year, month and day turned to dashes. */
function tidy(value: string): string {
  const text = value
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .replace(/(\d) ?[年년月월] ?/g, '$1-')
    .replace(/(\d) ?[日일]/g, '$1')
    .trim()
    .toLowerCase();
  const day = /^([a-z]{3,9}(?:['’`]at)?)[.,]?(?: |(?=\d)|- ?)/.exec(text);
  return day && DAY_NAMES.has((day[1] ?? '').replace(/['’`]/, ''))
    ? text.slice(day[0].length)
    : text;
}

function readMoment(text: string): Moment | undefined {
  return readNumeric(text) ?? readNamed(text) ?? readCompact(text);
}

function readNumeric(text: string): Moment | undefined {
  const year = YEAR_FIRST.exec(text);
  if (year) return withClock(year[1], year[3], year[4], year[5]);
  const day = DAY_FIRST.exec(text);
  return day ? withClock(day[4], day[3], day[1], day[5]) : undefined;
}

function readNamed(text: string): Moment | undefined {
  const day = DAY_MONTH.exec(text);
  if (day) return withClock(day[3], MONTH_NAMES.get(day[2] ?? ''), day[1], day[4]);
  const month = MONTH_DAY.exec(text);
  return month
    ? withClock(month[3], MONTH_NAMES.get(month[1] ?? ''), month[2], month[4])
    : undefined;
}

function readCompact(text: string): Moment | undefined {
  const match = COMPACT.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second, zone] = match;
  const clock = ` ${hour}:${minute}${second === undefined ? '' : `:${second}`}${zone}`;
  return withClock(year, month, day, clock);
}

type Part = string | number | undefined;

function withClock(
  year: Part,
  month: Part,
  day: Part,
  rest: string | undefined,
): Moment | undefined {
  if (month === undefined) return undefined;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const tail = (rest ?? '').trimEnd();
  if (tail === '' || readOffset(tail.trim()) !== undefined) return date;
  const clock = readClock(tail);
  return clock && { ...date, clock };
}

function readClock(tail: string): Clock | undefined {
  const match = CLOCK.exec(tail);
  if (!match) return undefined;
  const zone = (match[5] ?? '').replace(/^ ?[([] ?([^)\]]*)[)\]]$/, '$1').trim();
  const offset = zone === '' ? undefined : readOffset(zone.replace(/ ?[([][^)\]]*[)\]]$/, ''));
  if (zone !== '' && offset === undefined) return undefined;
  const hour = hourOfDay(Number(match[1]), match[4]);
  if (hour === undefined) return undefined;
  return {
    hour,
    minute: Number(match[2]),
    ...(match[3] !== undefined && { second: Number(match[3]) }),
    ...(offset !== undefined && { offset }),
  };
}

function hourOfDay(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

/** Minutes east of UTC of `wib`, `z`, `+07:00`, `-5`, `gmt+7`. */
function readOffset(zone: string): number | undefined {
  const name = zone.toLowerCase();
  const known = CIVIL_ZONES.get(name);
  if (known !== undefined) return known;
  const match = OFFSET.exec(name);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60 || Number(match[3] ?? 0) > 59) return undefined;
  return match[1] === '-' ? -minutes : minutes;
}

function isReal({ year, month, day, clock }: Moment): boolean {
  if (!isCalendarDay(year, month, day)) return false;
  return !clock || (clock.hour < 24 && clock.minute < 60 && (clock.second ?? 0) < 60);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function toIso({ year, month, day, clock }: Moment): string {
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (!clock) return date;
  const second = clock.second === undefined ? '' : `:${two(clock.second)}`;
  return `${date}T${two(clock.hour)}:${two(clock.minute)}${second}${toOffset(clock.offset)}`;
}

function toOffset(offset: number | undefined): string {
  if (offset === undefined) return '';
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Seconds from 1973 on, or milliseconds: a smaller number is no date (a year, a count). */
function fromEpoch(value: number): { readonly iso: string } | undefined {
  if (!(value >= 1e8 && value < 1e14)) return undefined;
  const iso = isoFromMilliseconds(value < 1e11 ? value * 1000 : value);
  return iso === undefined ? undefined : { iso };
}

/** `20230914`, `202309140821`, `20230914082100`, else an epoch. */
function fromDigits(text: string): { readonly iso: string } | undefined {
  const match = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(text);
  if (!match) return fromEpoch(Number(text));
  const time = match[4] ? ` ${match[4]}:${match[5]}${match[6] ? `:${match[6]}` : ''}` : '';
  const moment = withClock(match[1], match[2], match[3], time);
  if (moment && isReal(moment)) return { iso: toIso(moment) };
  return text.length === 12 ? fromEpoch(Number(text)) : undefined;
}

function dated(match: RegExpExecArray | null): string | undefined {
  if (!match) return undefined;
  return parseDate(`${match[1]}-${match[3] ?? match[4]}-${match[5]}`)?.iso;
}

/** The date of `…/2023/09/14/name` or `…/2023/09/14-name`, its year at `at`. */
function folders(parts: readonly string[], at: number, name: string): string | undefined {
  const month = parts[at + 1] ?? '';
  const day = parts[at + 2] ?? /^(\d{2})(?=\D)/.exec(name)?.[1] ?? '';
  if (!/^\d{4}$/.test(parts[at] ?? '') || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) {
    return undefined;
  }
  return parseDate(`${parts[at]}-${month}-${day}`)?.iso;
}
