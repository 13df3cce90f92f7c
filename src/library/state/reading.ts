import type { Anchor, Change, ReadState } from './change.ts';

/** What is known of the reading of one article. */
export interface Reading {
  readonly uid: string;
  /** The file, absolute, as it was last seen. */
  readonly path?: string;
  readonly title?: string;
  readonly words?: number;
  readonly state: ReadState;
  readonly star: boolean;
  /** Where the reading goes on; absent at the beginning. */
  readonly place?: Anchor;
  /** When it was last opened, and done, on each day as the reader's own zone had it; ISO 8601. */
  readonly opened: ReadonlyMap<string, string>;
  readonly done: ReadonlyMap<string, string>;
  /** When anything was last said of it. */
  readonly at: string;
}

/**
 * What changes come to, by identity. Of two that speak of the same, the later moment holds, and at one moment the later
 * line: so the journals of two machines can be put together in any order.
 */
export function readingsOf(changes: readonly Change[]): Map<string, Reading> {
  const readings = new Map<string, Reading>();
  for (const [uid, own] of grouped(changes)) readings.set(uid, readingOf(uid, inTime(own)));
  return readings;
}

/** Few changes that come to the same, the oldest first. */
export function shortest(changes: readonly Change[]): readonly Change[] {
  // By identity where times are equal, so that the same changes come to the same lines.
  const groups = [...grouped(changes)].sort(([one], [other]) => (one < other ? -1 : 1));
  return inTime(groups.flatMap(([uid, own]) => neededOf(uid, inTime(own))));
}

/** Whether a moment is not before another. */
export function isSince(at: string, other: string): boolean {
  // In one zone moments sort as they are written.
  const alike = at.length === other.length && (at.length === LENGTH || at.length === EXACT);
  if (alike && at.endsWith(other.slice(-ZONE))) return at >= other;
  return at === other || Date.parse(at) >= Date.parse(other);
}

/** Of `2024-03-01T08:00:00+07:00`, of `2024-03-01T08:00:00.000+07:00`, and of the zone. */
const LENGTH = 25;
const EXACT = 29;
const ZONE = 6;

/** The changes of each article; those of an identity that it had before are its own. */
function grouped(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const own = groups.get(change.uid);
    if (own) own.push(change);
    else groups.set(change.uid, [change]);
    if (change.was !== undefined) adopt(groups, change.uid, change.was);
  }
  return groups;
}

function adopt(groups: Map<string, Change[]>, uid: string, was: string): void {
  const before = was === uid ? undefined : groups.get(was);
  if (!before) return;
  groups.get(uid)?.unshift(...before);
  groups.delete(was);
}

function inTime(changes: readonly Change[]): readonly Change[] {
  const isSorted = changes.every(({ at }, index) => {
    return index === 0 || isSince(at, changes[index - 1]?.at ?? at);
  });
  if (isSorted) return changes;
  const timed = changes.map((change) => ({ change, time: Date.parse(change.at) }));
  return timed.sort((a, b) => a.time - b.time).map(({ change }) => change);
}

function readingOf(uid: string, changes: readonly Change[]): Reading {
  const { opened, done } = daysOf(changes);
  const at = changes[changes.length - 1]?.at ?? '';
  // There may be a hundred thousand: one object each, filled in place.
  const reading: Record<string, unknown> = { uid, state: 'unread', star: false, opened, done, at };
  for (const change of changes) {
    for (const key of KEPT) if (change[key] !== undefined) reading[key] = change[key];
  }
  if (reading['place'] === null) delete reading['place'];
  return reading as unknown as Reading;
}

const KEPT = ['path', 'title', 'words', 'state', 'star', 'place'] as const;

/** The last change that speaks of each thing. */
function lastOf(changes: readonly Change[]): Map<(typeof KEPT)[number], Change> {
  const last = new Map<(typeof KEPT)[number], Change>();
  for (const change of changes) {
    for (const key of KEPT) if (change[key] !== undefined) last.set(key, change);
  }
  return last;
}

/** On which days it was opened and done. What is marked otherwise on the day that it was done was not. */
function daysOf(changes: readonly Change[]): Pick<Reading, 'opened' | 'done'> {
  let opened = NO_DAYS;
  let done = NO_DAYS;
  for (const { at, state, opened: was } of changes) {
    const day = at.slice(0, 10);
    if (was) opened = withDay(opened, day, at);
    if (state === 'done') done = withDay(done, day, at);
    else if (state !== undefined && done.size > 0) done.delete(day);
  }
  return { opened, done };
}

/** Most articles have none of one kind: they share it, and nothing is ever put into it. */
const NO_DAYS = new Map<string, string>();

function withDay(days: Map<string, string>, day: string, at: string): Map<string, string> {
  if (days === NO_DAYS) return new Map([[day, at]]);
  return days.set(day, at);
}

/** The changes that something is left of, without what is not. */
function neededOf(uid: string, changes: readonly Change[]): Change[] {
  const last = lastOf(changes);
  const { opened, done } = daysOf(changes);
  return changes.flatMap((change, index) => {
    const { at } = change;
    const day = at.slice(0, 10);
    const kept = KEPT.filter((key) => last.get(key) === change).map((key) => [key, change[key]]);
    const finished = change.state === 'done' && done.get(day) === at;
    const told: Partial<Change> = {
      ...Object.fromEntries(kept),
      ...(finished && { state: 'done' }),
      ...(change.opened && opened.get(day) === at && { opened: true }),
    };
    const isLast = index === changes.length - 1;
    return Object.keys(told).length > 0 || isLast ? [{ at, uid, ...told }] : [];
  });
}
