/** Day names in Indonesian, Malay and English, Sunday first, without apostrophes. */
const NAMES: readonly (readonly string[])[] = [
  ['minggu', 'ahad', 'min', 'sunday', 'sun'],
  ['senin', 'isnin', 'sen', 'monday', 'mon'],
  ['selasa', 'sel', 'tuesday', 'tue', 'tues'],
  ['rabu', 'rab', 'wednesday', 'wed', 'weds'],
  ['kamis', 'khamis', 'kam', 'thursday', 'thu', 'thur', 'thurs'],
  ['jumat', 'jum', 'friday', 'fri'],
  ['sabtu', 'sab', 'saturday', 'sat'],
];

/** The name of a day that a date begins with and that is not the day of its ISO form; undefined if all is well. */
export function wrongWeekday(written: string, iso: string): string | undefined {
  const name = /^\p{L}{3,9}(?:['’`]\p{L}{2})?/u.exec(written.trim())?.[0];
  if (name === undefined) return undefined;
  const folded = name.toLowerCase().replace(/['’`]/, '');
  const stated = NAMES.findIndex((names) => names.includes(folded));
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return stated < 0 || Number.isNaN(day) || stated === day ? undefined : name;
}
