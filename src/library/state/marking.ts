import type { Anchor, Change, ReadState } from './change.ts';
import type { Reading } from './reading.ts';

/** What an article can be marked as. */
export const MARKS = ['unread', 'reading', 'done', 'star', 'unstar'] as const;
export type Mark = (typeof MARKS)[number];

/** An article as the reading state keeps it. */
export interface Kept {
  readonly uid: string;
  /** Absolute. */
  readonly path: string;
  readonly title: string;
  readonly words?: number;
}

/** What a mark says of an article. */
interface Said {
  readonly state?: ReadState;
  readonly star?: boolean;
  readonly place?: Anchor | null;
}

/** A mark that was made: what it changed, and how that was before. */
export interface MarkMade {
  readonly uid: string;
  readonly before: Said;
  readonly after: Said;
}

/** A change that a mark makes, and how it is undone. */
export interface Marking {
  readonly change: Change;
  readonly made: MarkMade;
}

/** The change that marks an article; undefined where it is marked so already. `place` is where the reading goes on. */
export function marking(
  mark: Mark,
  article: Kept,
  known: Reading | undefined,
  { at, place }: { readonly at: string; readonly place?: Anchor | undefined },
): Marking | undefined {
  const before = saidOf(known);
  const after = differing(wanted(mark, place), before);
  if (Object.keys(after).length === 0) return undefined;
  const old = Object.fromEntries(Object.keys(after).map((key) => [key, before[key as keyof Said]]));
  const was = known !== undefined && known.uid !== article.uid ? { was: known.uid } : {};
  return {
    change: { at, ...article, ...was, ...after },
    made: { uid: article.uid, before: old, after },
  };
}

/** The changes that undo marks, as far as what they said still holds. */
export function unmarking(
  made: readonly MarkMade[],
  known: (uid: string) => Reading | undefined,
  at: string,
): Change[] {
  return made.flatMap(({ uid, before, after }) => {
    const now = saidOf(known(uid));
    const kept = Object.keys(after).filter((key) => same(key as keyof Said, now, after));
    const back = Object.fromEntries(kept.map((key) => [key, before[key as keyof Said]]));
    return kept.length > 0 ? [{ at, uid, ...back }] : [];
  });
}

function wanted(mark: Mark, place: Anchor | undefined): Said {
  if (mark === 'star' || mark === 'unstar') return { star: mark === 'star' };
  if (mark === 'reading') return { state: mark, ...(place && { place }) };
  return { state: mark, place: null };
}

function saidOf(known: Reading | undefined): Required<Said> {
  const { state = 'unread', star = false, place = null } = known ?? {};
  return { state, star, place };
}

function differing(said: Said, before: Required<Said>): Said {
  const keys = (Object.keys(said) as (keyof Said)[]).filter((key) => !same(key, said, before));
  return Object.fromEntries(keys.map((key) => [key, said[key]]));
}

function same(key: keyof Said, some: Said, others: Said): boolean {
  return JSON.stringify(some[key]) === JSON.stringify(others[key]);
}

/** The change that says an article was opened to be read; what was not begun yet is now being read. */
export function opening(article: Kept, known: Reading | undefined, at: string): Change {
  const begins = known === undefined || known.state === 'unread';
  const was = known !== undefined && known.uid !== article.uid ? { was: known.uid } : {};
  return { at, ...article, ...was, opened: true, ...(begins && { state: 'reading' }) };
}
