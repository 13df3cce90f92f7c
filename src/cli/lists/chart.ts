import { dayAfter, weekdayOf } from '../../library/state/statistics.ts';
import { type Line, type Segment, segment } from '../../model/line.ts';
import type { Locale } from '../../model/locale.ts';
import { largest } from '../../model/measure.ts';

const BARS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
/** From nothing to much; the shapes tell it without colours too. */
const SHADES = ['·', '░', '▒', '▓', '█'] as const;
/** Columns of a week, of the names before the weeks, and the most weeks that are shown. */
const WEEK = 2;
const MOST_WEEKS = 53;
/** Days that are named, Monday the first. */
const NAMED = [0, 2, 4];

/** Numbers as bars of one row; the largest is a full one, and what is not nothing stands out from nothing. */
export function sparkline(values: readonly number[]): string {
  const most = largest(values);
  return values
    .map((value) => BARS[value === 0 ? 0 : Math.max(1, Math.round((value / most) * 7))])
    .join('');
}

/** A calendar of weeks up to today, as many as there is room for: a row for each day of the week, names of months above. */
export function calendar(
  counts: ReadonlyMap<string, number>,
  today: string,
  room: number,
  locale: Locale,
): Line[] {
  const names = [0, 1, 2, 3, 4, 5, 6].map((day) => {
    return NAMED.includes(day) ? locale.text(`weekday-${day}`) : '';
  });
  const margin = largest(names.map(({ length }) => length)) + 1;
  const weeks = Math.max(1, Math.min(MOST_WEEKS, Math.floor((room - margin) / WEEK)));
  const first = dayAfter(today, -weekdayOf(today) - (weeks - 1) * 7);
  const rows = names.map((name, weekday): Line => {
    const cells = Array.from({ length: weeks }, (_, week) => {
      return cellOf(dayAfter(first, week * 7 + weekday), counts, today);
    });
    return [segment(name.padEnd(margin), { dim: true }), ...cells];
  });
  return [monthsAbove(first, weeks, margin, locale), ...rows];
}

function cellOf(day: string, counts: ReadonlyMap<string, number>, today: string): Segment {
  if (day > today) return segment(' '.repeat(WEEK));
  const count = counts.get(day) ?? 0;
  const shade = SHADES[Math.min(count, SHADES.length - 1)] ?? '';
  return segment(shade.padEnd(WEEK), count === 0 ? { dim: true } : { color: 'green' });
}

/** The name of a month above its first week, where there is room for it. */
function monthsAbove(first: string, weeks: number, margin: number, locale: Locale): Line {
  let text = ' '.repeat(margin);
  let before = '';
  for (let week = 0; week < weeks; week += 1) {
    const day = dayAfter(first, week * 7);
    const month = day.slice(0, 7);
    const at = margin + week * WEEK;
    const name = locale.shortDate({ iso: day, origin: 'head' }).slice(3, 6);
    const fits = text.trimEnd().length < at || text.trim() === '';
    if (month !== before && fits && at + name.length <= margin + weeks * WEEK) {
      text = text.padEnd(at).slice(0, at) + name;
    }
    before = month;
  }
  return [segment(text, { dim: true })];
}
