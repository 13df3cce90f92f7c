import { existsSync, realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { answer, type Cataloguer, cataloguerOf } from './cataloguer.ts';
import { ALL, count } from './library/index/asking.ts';
import { type DriverChoice, findDriver, isDatabaseError } from './library/index/driver.ts';
import { fillInThreads } from './library/index/filling-threads.ts';
import {
  type IndexRemark,
  type Keeper,
  type Keeping,
  keeperOf,
  type Refreshed,
} from './library/index/keeper.ts';
import { indexFile, indexFolder, remembered, removeIndex } from './library/index/opening.ts';
import { readInThreads } from './library/index/reading-threads.ts';
import { indexShelf } from './library/index/shelf.ts';
import { type IndexStatus, statusOf } from './library/index/status.ts';
import type { Depth, Files } from './library/index/survey.ts';
import type { Filling, Read, Rows } from './library/index/task.ts';
import type { Threads } from './library/index/thread-pool.ts';
import { type Shelf, shelfOf, type Unreadable } from './library/shelf.ts';
import { keysOf } from './library/text/terms.ts';
import { type Details, ReaderError } from './model/errors.ts';
import { readLibrary } from './reader.ts';
import { findArticles, listFolder } from './source/find.ts';

/** What befalls a library that its user should hear of: a line on standard error. */
type LibraryRemark = IndexRemark | 'index-none' | 'index-unwritable';

/** A library and the world around it. */
export interface Place {
  /** The folder of articles, as the user names it. */
  readonly folder: string;
  /** The user's folder for what may be deleted at any time. */
  readonly cache: string;
  /** Whether to make an index: for large libraries, for any, or not to use any. */
  readonly index: 'auto' | 'always' | 'never';
  readonly choice: DriverChoice;
  /** The program of a thread that reads files, where there is one. */
  readonly thread?: string;
  /** Now, ms since 1970. */
  now(): number;
  remark(code: LibraryRemark, details: Details): void;
  progress?(done: number, all: number): void;
  /** Whether to stop indexing: the user wants to leave. */
  stop?(): boolean;
  /** Has another process look at every file of the library. */
  sweepLater?(): void;
}

/** Fewer articles than this are read at once, quicker than an index could be asked. */
const SMALL = 400;

/** The articles of a library, from its index where it is large. @throws ReaderError when the folder cannot be read. */
export async function openShelf(place: Place): Promise<Shelf> {
  const keeper = await keeperFor(place);
  if (!keeper) return plainShelf(place.folder);
  const { outcome, reason = '', closed } = await keeper.refresh('folders');
  if (outcome === 'unwritable') {
    keeper.close();
    const path = indexFolder(place.cache, rootOf(place.folder));
    place.remark('index-unwritable', { path, reason });
    return plainShelf(place.folder);
  }
  if (outcome === 'stopped') throw new ReaderError('stopped', {});
  const shelf = indexShelf(keeper, place.folder, closed);
  if (outcome === 'busy') return begun(shelf, place.folder);
  await sweepByAge(keeper, place);
  return shelf;
}

/** The shelf of an index that another process has only begun: that nothing is in it yet says nothing of the library. */
function begun(shelf: Shelf, folder: string): Shelf {
  const isEmpty = async () =>
    (await shelf.isEmpty()) && findArticles(folder, () => {}).length === 0;
  return { ...shelf, isEmpty };
}

/** Files that were written into are found by looking at every one, now and then. */
async function sweepByAge(keeper: Keeper, { now, sweepLater }: Place): Promise<void> {
  const swept = await keeper.ask((database) => Number(remembered(database, 'swept') ?? 0));
  if (now() - swept < SWEPT_FOR) return;
  const articles = await keeper.ask((database) => count(database, ALL));
  if (articles < FEW || !sweepLater) await keeper.refresh('all');
  else if (await keeper.claim('sweeping', now(), A_SWEEP)) sweepLater();
}

/** ms for which a look at every file is good. */
const SWEPT_FOR = 600_000;
/** ms that a sweep may take before another is begun beside it. */
const A_SWEEP = 120_000;
/** So many articles are looked at at once; for more, another process does. */
const FEW = 5000;

function plainShelf(folder: string): Shelf {
  const { entries, failures } = readLibrary(folder);
  return shelfOf(entries, failures);
}

/** The keeper of a library's index; undefined where there is to be none. */
async function keeperFor(place: Place): Promise<Keeper | undefined> {
  const { folder, cache, index, choice } = place;
  if (index === 'never') return undefined;
  const root = rootOf(folder);
  const home = indexFolder(cache, root);
  const isSmall =
    index === 'auto' &&
    !existsSync(indexFile(home)) &&
    findArticles(folder, () => {}).length < SMALL;
  if (isSmall) return undefined;
  const open = await findDriver(choice);
  if (!open) {
    place.remark('index-none', {});
    return undefined;
  }
  try {
    return keeperOf(keepingOf({ ...place, folder: root }, { open, folder: home }));
  } catch (error) {
    if (!isDatabaseError(error) && (error as NodeJS.ErrnoException).code === undefined) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    place.remark('index-unwritable', { reason, path: home });
    return undefined;
  }
}

function rootOf(folder: string): string {
  try {
    // As the system follows it: Node's own way takes `..` for the folder above a link, which is another library or none.
    return realpathSync.native(folder);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new ReaderError('not-found', { path: folder }, { cause });
    throw new ReaderError('unreadable', { path: folder, reason: code }, { cause });
  }
}

function keepingOf(place: Place, home: Pick<Keeping, 'open' | 'folder'>): Keeping {
  const files: Files = { root: place.folder, list: listFolder, now: place.now };
  const { folder: root, now } = place;
  let known: Cataloguer | undefined;
  // Most commands have nothing to read, and its tables of words take a millisecond to make room for.
  const cataloguer = () => {
    known ??= cataloguerOf(root);
    return known;
  };
  return {
    ...home,
    files,
    keysOf,
    isoHere: (milliseconds) => cataloguer().isoHere(milliseconds),
    read: (paths) => {
      const threads = threadsFor(place, paths.length);
      if (!threads) return readHere(paths, (path) => cataloguer().read(path, now()));
      return readInThreads(paths, threads);
    },
    fill: (paths, rows) => {
      const threads = threadsFor(place, paths.length);
      // One of its own: what a filling that was broken off had read is not part of the next one.
      if (!threads) return fillHere(paths, rows, { cataloguer: cataloguerOf(root), now });
      return fillInThreads(paths, rows, threads);
    },
    remark: place.remark,
    ...(place.progress ? { progress: place.progress } : {}),
    ...(place.stop ? { stop: place.stop } : {}),
  };
}

/** Fewer files than this are read before another thread has started. */
const MANY = 1000;
/** As many as read at once: one thread writes as fast as two can read. */
const READERS = 2;

/** Threads for these files; where processors are too few for all readers, the thread that writes is one in its pauses. */
function threadsFor(place: Place, files: number): Threads | undefined {
  const { thread: program, folder: root, now } = place;
  if (program === undefined || files < MANY || !existsSync(program)) return undefined;
  const count = Math.max(1, Math.min(READERS, availableParallelism() - 1));
  if (count === READERS) return { program, root, now, count };
  const cataloguer = cataloguerOf(root);
  return { program, root, now, count, here: (order) => answer(cataloguer, order).message };
}

/** Files read at a time, before the process looks about it for a signal. */
const SOME = 128;

async function* readHere(
  paths: readonly string[],
  read: (path: string) => Read,
): AsyncGenerator<readonly Read[]> {
  for (let at = 0; at < paths.length; at += SOME) {
    yield paths.slice(at, at + SOME).map(read);
    await new Promise((resume) => setImmediate(resume));
  }
}

async function* fillHere(
  paths: readonly string[],
  { first, piece, stop }: Rows,
  { cataloguer, now }: { cataloguer: Cataloguer; now: () => number },
): AsyncGenerator<Filling> {
  for (let at = 0; at < paths.length; at += SOME) {
    const some = paths
      .slice(at, at + SOME)
      .map((path, from) => cataloguer.add(path, now(), first + at + from));
    const isLast = stop?.() || at + SOME >= paths.length || (at + SOME) % piece === 0;
    yield { some, first: first + at, segments: cataloguer.segments(isLast), isLast };
    await new Promise((resume) => setImmediate(resume));
  }
}

/** What bringing an index up to date came to. */
export interface Indexed extends Refreshed {
  readonly articles: number;
  readonly unreadable: readonly Unreadable[];
}

/**
 * Brings a library's index up to date whatever its size: looks at every file, reads every file, or makes it anew.
 * @throws ReaderError `no-index` where there can be none, `stopped`, `index-locked`.
 */
export async function refreshIndex(place: Place, how: Depth | 'anew'): Promise<Indexed> {
  if (how === 'anew') removeIndex(indexFolder(place.cache, rootOf(place.folder)));
  const keeper = await keeperFor({ ...place, index: 'always' });
  if (!keeper) throw new ReaderError('no-index', {});
  try {
    const refreshed = await keeper.refresh(how === 'anew' ? 'all' : how);
    if (refreshed.outcome === 'unwritable') {
      const path = indexFile(indexFolder(place.cache, rootOf(place.folder)));
      throw new ReaderError('write', { path, reason: refreshed.reason ?? '' });
    }
    if (refreshed.outcome === 'stopped') throw new ReaderError('stopped', {});
    if (refreshed.outcome === 'busy') throw new ReaderError('index-locked', {});
    const articles = await keeper.ask((database) => count(database, ALL));
    const shelf = indexShelf(keeper, place.folder, refreshed.closed);
    return { ...refreshed, articles, unreadable: await shelf.unreadable() };
  } finally {
    keeper.close();
  }
}

/** Where a library's index is and what it holds; changes nothing. @throws ReaderError `no-index` where there is none. */
export async function indexStatus({ folder, cache, choice }: Place): Promise<IndexStatus> {
  const file = indexFile(indexFolder(cache, rootOf(folder)));
  const open = existsSync(file) ? await findDriver(choice) : undefined;
  if (!open) throw new ReaderError('no-index', {});
  return statusOf(open, file);
}
