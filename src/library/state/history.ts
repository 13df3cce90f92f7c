import type { Reading } from './reading.ts';

/** A day on which an article was opened, or was read to its end. */
export interface Visit {
  /** ISO 8601. */
  readonly at: string;
  readonly what: 'opened' | 'done';
  readonly reading: Reading;
}

/** Every visit, the last first. */
export function visitsOf(readings: readonly Reading[]): Visit[] {
  const visits = readings.flatMap((reading): Visit[] => [
    ...[...reading.opened.values()].map((at): Visit => ({ at, what: 'opened', reading })),
    ...[...reading.done.values()].map((at): Visit => ({ at, what: 'done', reading })),
  ]);
  return visits
    .map((visit) => ({ visit, time: Date.parse(visit.at) }))
    .sort((a, b) => b.time - a.time || order(a.visit) - order(b.visit))
    .map(({ visit }) => visit);
}

function order({ what }: Visit): number {
  return what === 'done' ? 0 : 1;
}
