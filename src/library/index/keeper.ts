import { type Database, isDamaged, isUnwritable, type Opener } from './driver.ts';
import type { KnownFile } from './known-file.ts';
import {
  indexFile,
  type Lock,
  openIndex,
  remember,
  remembered,
  setAside,
  takeLock,
  writing,
} from './opening.ts';
import { type Changes, changesOf, type Depth, type Files, isNothing, staleOf } from './survey.ts';
import type { Fill, Outcome, Read } from './task.ts';
import { update } from './updating.ts';
import { type Writer, writerOf } from './writing.ts';
import { moveHere } from './zone.ts';

/** What befalls an index that its user should hear of. */
export type IndexRemark = 'index-damaged' | 'index-busy' | 'index-partial' | 'index-stale';

/** What keeps an index in step with its files. */
export interface Keeping {
  readonly open: Opener;
  /** The folder of the index. */
  readonly folder: string;
  readonly files: Files;
  read(paths: readonly string[]): AsyncIterable<readonly Read[]>;
  readonly fill: Fill;
  keysOf(word: string): readonly string[];
  /** The time of a file, ms since 1970, as the date of an article that states none. */
  isoHere(milliseconds: number): string | undefined;
  remark(code: IndexRemark, details: Readonly<Record<string, string | number>>): void;
  progress?(done: number, all: number): void;
  stop?(): boolean;
}

/** An index and what keeps it true. */
export interface Keeper {
  /**
   * Asks the index. When its file turns out to be damaged it is set aside and made anew, and asked again.
   */
  ask<Result>(work: (database: Database) => Result): Promise<Result>;
  /** Brings the index up to what has changed. */
  refresh(depth: Depth): Promise<Refreshed>;
  /** Reads again those of the rows whose files changed since. True when there were any, and they are put right. */
  verify(rows: readonly KnownFile[]): Promise<boolean>;
  /** Claims some work for a time, ms; false where another process has claimed it within that time, or is writing. */
  claim(work: string, now: number, time: number): Promise<boolean>;
  close(): void;
}

/** What a refresh came to. */
export interface Refreshed {
  /** `unwritable` is that the index cannot be written; `reason` says why. */
  readonly outcome: Outcome | 'unwritable';
  readonly reason?: string;
  readonly added: number;
  readonly altered: number;
  readonly gone: number;
  /** Folders that cannot be looked into, the outermost ones. */
  readonly closed: Changes['closed'];
}

/** Opens an index, or makes an empty one. Throws what the file system or the driver throws. */
export function keeperOf(keeping: Keeping): Keeper {
  let { database, writer } = opened(keeping);
  const refresh = async (depth: Depth): Promise<Refreshed> => {
    moveHere(database, keeping.isoHere);
    const swept = depth !== 'folders' || isFirst(database) ? keeping.files.now() : undefined;
    const survey = () => changesOf(database, keeping.files, depth);
    const tally = { altered: 0 };
    const { changes, outcome } = await put(survey, { ...keeping, database, writer, tally }, swept);
    return { outcome, ...tally, ...toldOf(changes) };
  };
  const mending = async <Result>(work: () => Result | Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      if (!isDamaged(error)) throw error;
      database.close();
      const aside = setAside(indexFile(keeping.folder));
      keeping.remark('index-damaged', { path: aside });
      ({ database, writer } = opened(keeping));
      await refresh('all');
      return work();
    }
  };
  const tending = <Result>(
    work: () => Result | Promise<Result>,
    otherwise: (reason: string) => Result,
  ) => unlessUnwritable(() => mending(work), otherwise);
  const verify = async (rows: readonly KnownFile[]) => {
    const task = { ...keeping, database, writer, tally: { altered: 0 } };
    const { changes, outcome } = await put(() => staleOf(keeping.files, rows), task, undefined);
    return outcome === 'done' && !isNothing(changes);
  };
  const stale = (reason: string) => {
    keeping.remark('index-stale', { path: keeping.folder, reason });
    return false;
  };
  return {
    ask: (work) => mending(() => work(database)),
    refresh: (depth) => tending(() => refresh(depth), unwritable),
    verify: (rows) => tending(() => verify(rows), stale),
    claim: (work, now, time) =>
      tending(
        () => claimed(database, work, { now, time }),
        () => false,
      ),
    close: () => database.close(),
  };
}

function claimed(
  database: Database,
  work: string,
  { now, time }: { now: number; time: number },
): boolean {
  if (now - Number(remembered(database, work) ?? 0) < time) return false;
  return writing(database, () => remember(database, work, now));
}

function unwritable(reason: string): Refreshed {
  return { outcome: 'unwritable', reason, added: 0, altered: 0, gone: 0, closed: [] };
}

function toldOf({ added, gone, closed }: Changes): Pick<Refreshed, 'added' | 'gone' | 'closed'> {
  const isWithin = (path: string) => closed.some((above) => path.startsWith(`${above.path}/`));
  const outermost = closed.filter(({ path }) => !isWithin(path));
  return { added: added.length, gone: gone.length, closed: outermost };
}

/** What is done where the index cannot be written, told why. */
async function unlessUnwritable<Result>(
  work: () => Promise<Result>,
  otherwise: (reason: string) => Result,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return otherwise(error instanceof Error ? error.message : String(error));
  }
}

function opened(keeping: Keeping): { database: Database; writer: Writer } {
  const { database, aside } = openIndex(keeping.open, keeping.folder);
  if (aside !== undefined) keeping.remark('index-damaged', { path: aside });
  return { database, writer: writerOf(database, keeping.keysOf) };
}

function isFirst(database: Database): boolean {
  return remembered(database, 'swept') === undefined;
}

interface Putting extends Keeping {
  readonly database: Database;
  readonly writer: Writer;
  readonly tally: { altered: number };
}

/** New files are added by one process at a time: two that found the same one would add it twice. */
async function put(
  survey: () => Changes,
  task: Putting,
  swept: number | undefined,
): Promise<Result> {
  const before = versionOf(task.database);
  const changes = survey();
  if (isNothing(changes) && swept === undefined) return { changes, outcome: 'done' };
  if (changes.added.length === 0) return { changes, outcome: await update(changes, task, swept) };
  const lock = takeLock(task.open, task.folder, changes.added.length < MANY ? PATIENCE : 0);
  if (!lock) {
    if (changes.added.length >= MANY) task.remark('index-busy', {});
    return { changes, outcome: 'busy' };
  }
  return locked(lock, async () => {
    const still = versionOf(task.database) === before ? changes : survey();
    return { changes: still, outcome: await update(still, task, swept) };
  });
}

/** New files that another process surely did not only begin with a moment ago. */
const MANY = 500;
/** ms that a process with a few new files waits for another that indexes. */
const PATIENCE = 500;

interface Result {
  readonly changes: Changes;
  readonly outcome: Outcome;
}

/** Another number when another process has written meanwhile. */
function versionOf(database: Database): number {
  return Number(database.prepare('PRAGMA data_version').first()?.['data_version']);
}

async function locked<Result>(lock: Lock, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    lock.release();
  }
}
