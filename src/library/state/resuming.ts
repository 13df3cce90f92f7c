import { largest } from '../../model/measure.ts';
import type { Reading } from './reading.ts';

/** The article that was opened last; with `unfinished`, the last one that is being read. */
export function lastOpened(
  readings: readonly Reading[],
  { unfinished }: { readonly unfinished: boolean },
): Reading | undefined {
  let last: { reading: Reading; time: number } | undefined;
  for (const reading of readings) {
    if (unfinished && reading.state !== 'reading') continue;
    const time = timeOf(reading, unfinished);
    if (time !== undefined && (!last || time > last.time)) last = { reading, time };
  }
  return last?.reading;
}

/** When it was last opened, or when anything was last said of what is being read. */
function timeOf({ opened, at }: Reading, unfinished: boolean): number | undefined {
  const times = unfinished ? [at] : [...opened.values()];
  return times.length === 0 ? undefined : largest(times.map((one) => Date.parse(one)));
}
