/** A stretch of the calendar that a date may be meant to cover. */
export type Unit = 'day' | 'week' | 'month' | 'year';

/** How units are called and abbreviated, in English and Indonesian. */
export const UNITS: ReadonlyMap<string, Unit> = named({
  day: 'd day days h hari',
  week: 'w week weeks wk mg minggu pekan',
  month: 'm mo month months bln bulan',
  year: 'y yr year years th thn tahun',
});

/** Words for how far off a unit is: `last week`, `minggu lalu`. */
export const STEPS: ReadonlyMap<string, number> = new Map([
  ...'last lalu previous silam kemarin'.split(' ').map((word) => [word, -1] as const),
  ...'this ini'.split(' ').map((word) => [word, 0] as const),
  ...'next depan'.split(' ').map((word) => [word, 1] as const),
]);

/** Days by name, and how many days off they are. */
export const NEAR_DAYS: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['hari ini', 0],
  ['now', 0],
  ['sekarang', 0],
  ['yesterday', -1],
  ['kemarin', -1],
  ['tomorrow', 1],
  ['besok', 1],
]);

/** Days of the week, Monday 0. `minggu` alone is the day; `minggu lalu` and `2 minggu` are weeks. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    'monday mon senin sen isnin',
    'tuesday tue tues selasa sel',
    'wednesday wed rabu rab',
    'thursday thu thur thurs kamis kam khamis',
    'friday fri jumat jum',
    'saturday sat sabtu sab',
    'sunday sun minggu ahad min',
  ].flatMap((names, day) => names.split(' ').map((name) => [name, day] as const)),
);

function named(table: Readonly<Record<Unit, string>>): ReadonlyMap<string, Unit> {
  const pairs = Object.entries(table) as [Unit, string][];
  return new Map(pairs.flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit])));
}
