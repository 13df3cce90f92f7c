import type { Language } from '../model/locale.ts';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  ),
};
const SHORT: Readonly<Record<Language, readonly string[]>> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  id: 'Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'.split(' '),
};
/** The three zones of Indonesia; other zones are shown as their offset. */
const ZONES: Readonly<Record<string, string>> = {
  '+07:00': 'WIB',
  '+08:00': 'WITA',
  '+09:00': 'WIT',
};
const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?/;

/** `14 September 2023, 08:21 WIB`, in the date's own zone; the clock as the language writes it (08.21 in Indonesian). */
export function longDate(iso: string, language: Language): string {
  const match = ISO.exec(iso);
  if (!match) return iso;
  const [, year, month, day, hour, minute, zone] = match;
  const date = `${Number(day)} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`;
  if (hour === undefined) return date;
  const clock = language === 'id' ? `${hour}.${minute}` : `${hour}:${minute}`;
  return `${date}, ${clock}${zone === undefined ? '' : ` ${zoneName(zone)}`}`;
}

/** `14 Sep 2023`, eleven columns wide. */
export function shortDate(iso: string, language: Language): string {
  const match = ISO.exec(iso);
  if (!match) return iso.slice(0, 11).padEnd(11);
  const [, year, month, day] = match;
  return `${day} ${SHORT[language][Number(month) - 1] ?? month} ${year}`;
}

function zoneName(offset: string): string {
  if (offset === 'Z' || offset === '+00:00') return 'UTC';
  const [hours, minutes] = offset.split(':');
  return ZONES[offset] ?? `UTC${hours}${minutes === '00' ? '' : `:${minutes}`}`;
}

/** Whole days from the day of one date to the day of another, both as they are written; undefined where there is no day. */
export function daysBetween(from: string, to: string): number | undefined {
  const [start, end] = [from, to].map((iso) => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`));
  const days = ((end ?? Number.NaN) - (start ?? Number.NaN)) / 86_400_000;
  return Number.isNaN(days) ? undefined : days;
}
