const MINUTE = 60_000;

/** The moment it is, in the zone of this place: `2023-09-14T08:21:00+07:00`. */
export function now(): string {
  return exactly().replace(/\.\d+/, '');
}

/** As {@link now}, to the thousandth of a second: things that follow each other at once stay in order. */
export function exactly(): string {
  const time = new Date();
  const offset = -time.getTimezoneOffset();
  const local = new Date(time.getTime() + offset * MINUTE).toISOString().slice(0, 23);
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}

/** The moment it is, ms since 1970. */
export function milliseconds(): number {
  return Date.now();
}
