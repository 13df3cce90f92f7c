import type { Database } from './driver.ts';
import { remember, remembered, writing } from './opening.ts';

/**
 * Tells articles without a date by the days that the times of their files have here: the index may have been filled in
 * another time zone, or by a version that knew only UTC. The order of articles stays, for the moments do.
 */
export function moveHere(
  database: Database,
  isoHere: (milliseconds: number) => string | undefined,
): void {
  const here = zoneHere();
  if (remembered(database, 'zone') === here) return;
  const undated = "SELECT id, mtime, meta FROM docs WHERE date_origin = 'file'";
  writing(
    database,
    () => {
      const change = database.prepare('UPDATE docs SET date_iso = ?, meta = ? WHERE id = ?');
      for (const { id, mtime, meta } of database.prepare(undated).all()) {
        const iso = isoHere(Number(mtime));
        if (iso === undefined) continue;
        const date = { iso, origin: 'file' };
        change.run(iso, JSON.stringify({ ...JSON.parse(String(meta)), date }), Number(id));
      }
      remember(database, 'zone', here);
    },
    0,
  );
}

/** A time zone by its offsets in January and July of some years: its name would cost milliseconds. */
function zoneHere(): string {
  const years = [1990, 2000, 2010, 2015, 2020, 2025];
  const moments = years.flatMap((year) => [Date.UTC(year, 0), Date.UTC(year, 6)]);
  return moments.map((moment) => new Date(moment).getTimezoneOffset()).join(' ');
}
