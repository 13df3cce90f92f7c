import { ANY, type Numbered, type Shelf } from '../library/shelf.ts';
import type { ReadingState } from '../library/state/state.ts';
import { ReaderError } from '../model/errors.ts';
import { readingMinutes } from '../model/minutes.ts';
import { openArticle } from '../reader.ts';
import type { Context } from './context.ts';
import { keptOf, readingState } from './reading-state.ts';

/** The newest article that is not read. @throws ReaderError `nothing-unread`. */
export async function nextUnread(shelf: Shelf, context: Context): Promise<Numbered> {
  const state = readingState(context);
  // Most often it is among the newest.
  for (const limit of [NEWEST, undefined]) {
    const [next] = unreadOf(await shelf.find({ ...ANY, limit }), state, context);
    if (next) return next;
  }
  throw new ReaderError('nothing-unread');
}

/** Articles that are asked for first. */
const NEWEST = 100;

/** The articles that are not read and not begun, in the order given. */
function unreadOf(entries: readonly Numbered[], state: ReadingState, context: Context): Numbered[] {
  return entries.filter((entry) => {
    const { uid, path } = keptOf(entry, context);
    return (state.of(uid, path)?.state ?? 'unread') === 'unread';
  });
}

/** The articles that can be read in so many minutes, one after the other: each that still fits, in the order given. */
export async function within(minutes: number, entries: readonly Numbered[]): Promise<Numbered[]> {
  const chosen: Numbered[] = [];
  let left = minutes;
  for (const entry of entries) {
    if (left < 1) break;
    const { words, meta } = await openArticle(entry.path);
    const needed = readingMinutes(words, meta.lang);
    if (needed > left) continue;
    chosen.push(entry);
    left -= needed;
  }
  return chosen;
}
