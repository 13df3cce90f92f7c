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
export function shortest(changes: readonly Change[]): Change[] {
  return inTime([...grouped(changes)].flatMap(([uid, own]) => neededOf(uid, inTime(own))));
}

/** Whether a moment is not before another. */
export function isSince(at: string, other: string): boolean {
  return at === other || Date.parse(at) >= Date.parse(other);
}

/** The changes of each article; those of an identity that it had before are its own. */
function grouped(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const own = groups.get(change.uid) ?? [];
    groups.set(change.uid, own);
    const { was = change.uid } = change;
    const before = was === change.uid ? undefined : groups.get(was);
    if (before) {
      own.unshift(...before);
      groups.delete(was);
    }
    own.push(change);
  }
  return groups;
}

function inTime(changes: readonly Change[]): Change[] {
  const timed = changes.map((change) => ({ change, time: Date.parse(change.at) }));
  return timed.sort((a, b) => a.time - b.time).map(({ change }) => change);
}

function readingOf(uid: string, changes: readonly Change[]): Reading {
  const { opened, done } = daysOf(changes);
  const at = changes.at(-1)?.at ?? '';
  const known = Object.fromEntries(
    [...lastOf(changes)].map(([key, change]) => [key, change[key]]),
  ) as Partial<Change>;
  const { place, state = 'unread', star = false, ...told } = known;
  return { uid, ...told, state, star, ...(place && { place }), opened, done, at };
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
  const opened = new Map<string, string>();
  const done = new Map<string, string>();
  for (const { at, state, opened: was } of changes) {
    const day = at.slice(0, 10);
    if (was) opened.set(day, at);
    if (state === 'done') done.set(day, at);
    else if (state !== undefined) done.delete(day);
  }
  return { opened, done };
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
