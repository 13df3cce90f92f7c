/** Month names, lower case, to 1–12: Indonesian (also the old spellings and the press's short forms), Malay and English. */
export const MONTH_NAMES: ReadonlyMap<string, number> = new Map(
  [
    'januari january jan',
    'februari pebruari february feb peb',
    'maret march mac mar mrt',
    'april apr',
    'mei may',
    'juni june jun',
    'juli july julai jul',
    'agustus august ogos agust agus agu agt ags aug',
    'september sept sep',
    'oktober october okt oct',
    'november nopember nov nop',
    'desember december disember des dec dis',
  ].flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
);

/** Day names that may stand before a date, lower case and without apostrophes. */
export const DAY_NAMES: ReadonlySet<string> = new Set(
  (
    'minggu ahad senin selasa rabu kamis jumat sabtu min sen sel rab kam jum sab isnin khamis ' +
    'sunday monday tuesday wednesday thursday friday saturday sun mon tue tues wed weds thu thur thurs fri sat'
  ).split(' '),
);

/** Zone names with one meaning, lower case, to minutes east of UTC. */
export const CIVIL_ZONES: ReadonlyMap<string, number> = new Map([
  ['z', 0],
  ['utc', 0],
  ['gmt', 0],
  ['wib', 420],
  ['wita', 480],
  ['wit', 540],
  ['asia/jakarta', 420],
  ['asia/pontianak', 420],
  ['asia/makassar', 480],
  ['asia/jayapura', 540],
  ['sgt', 480],
  ['myt', 480],
  ['hkt', 480],
  ['jst', 540],
  ['kst', 540],
  ['cet', 60],
  ['cest', 120],
  ['msk', 180],
  ['est', -300],
  ['edt', -240],
  ['pst', -480],
  ['pdt', -420],
]);
