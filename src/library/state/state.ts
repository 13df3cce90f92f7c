import type { Change } from './change.ts';
import { append, compact, readJournal } from './journal.ts';
import type { Owner } from './lock.ts';
import { isSince, type Reading, readingsOf, shortest } from './reading.ts';

/** The kinds of `is:` that reading state answers. */
type StateKind = 'unread' | 'reading' | 'done' | 'starred';

/** Fewest lines of a journal that is made shorter, and how many times as long as needed it then is. */
const SHORT = 1000;
const SLACK = 2;
/** Things that a line may say of an article, besides days. */
const THINGS = 7;

/** What the user has read, kept in one file that any number of processes write to. */
export interface ReadingState {
  /** What is known of an article: by its identity, else by the file that it was last seen in. */
  of(uid: string, path?: string): Reading | undefined;
  /** Identities of the articles of a kind; for `unread` of those that were marked so, for others are unread too. */
  list(kind: StateKind): readonly string[];
  /** All that is known, in no order. */
  readings(): readonly Reading[];
  /** Keeps changes made here and now: never older than what they change. @throws ReaderError as `append`. */
  record(changes: readonly Change[]): void;
  /** Keeps changes made elsewhere, at the moment they say; of how many articles more is known then. */
  merge(changes: readonly Change[]): number;
  /** Every change that is left of the journal, the oldest first. */
  changes(): readonly Change[];
}

/** Opens the reading state in a file, which is read when it is first asked. @throws ReaderError as `readJournal`, later. */
export function openState(file: string, owner: Owner): ReadingState {
  let known: ReadonlyMap<string, Reading> | undefined;
  let paths: Map<string, Reading> | undefined;
  let lines = 0;
  const load = () => {
    if (known) return known;
    const journal = readJournal(file);
    lines = journal.lines;
    known = readingsOf(journal.changes);
    return known;
  };
  const keep = (changes: readonly Change[]) => {
    append(file, changes, owner);
    const long = lines + changes.length;
    if (long > SHORT && long > SLACK * neededBy(load())) shorten(file, owner);
    known = undefined;
    paths = undefined;
  };
  return {
    of: (uid, path) => {
      const found = load().get(uid);
      if (found || path === undefined) return found;
      paths ??= new Map([...load().values()].map((one) => [one.path ?? '', one]));
      return paths.get(path);
    },
    list: (kind) => [...load().values()].filter((one) => fits(one, kind)).map(({ uid }) => uid),
    readings: () => [...load().values()],
    record: (changes) => {
      const readings = load();
      keep(changes.map((change) => notBefore(change, readings.get(change.uid)?.at)));
    },
    merge: (changes) => {
      const own = readJournal(file).changes;
      const before = readingsOf(own);
      const after = readingsOf([...own, ...changes]);
      const news = new Set(
        [...after.keys()].filter((uid) => differ(before.get(uid), after.get(uid))),
      );
      keep(shortest(changes).filter(({ uid }) => news.has(uid)));
      return news.size;
    },
    changes: () => shortest(readJournal(file).changes),
  };
}

function fits({ state, star }: Reading, kind: StateKind): boolean {
  return kind === 'starred' ? star : state === kind;
}

function notBefore(change: Change, at: string | undefined): Change {
  return at === undefined || isSince(change.at, at) ? change : { ...change, at };
}

function differ(before: Reading | undefined, after: Reading | undefined): boolean {
  return before === undefined || after === undefined || textOf(before) !== textOf(after);
}

function textOf({ opened, done, ...told }: Reading): string {
  const days = [opened, done].map((one) => [...one].sort());
  return JSON.stringify([days, Object.entries(told).sort()]);
}

/** At least as many lines as are needed: one for each thing that is known of an article. */
function neededBy(readings: ReadonlyMap<string, Reading>): number {
  let lines = 1;
  for (const { opened, done } of readings.values()) lines += THINGS + opened.size + done.size;
  return lines;
}

function shorten(file: string, owner: Owner): void {
  const { changes, lines } = readJournal(file);
  if (lines > SLACK * (shortest(changes).length + 1)) compact(file, shortest, owner);
}
