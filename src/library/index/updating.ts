import type { Database } from './driver.ts';
import { fill, MANY } from './filling.ts';
import type { KnownFile } from './known-file.ts';
import { remember, writing } from './opening.ts';
import { type Changes, isSameTime } from './survey.ts';
import type { Outcome, Read, Update } from './task.ts';
import type { Writer } from './writing.ts';

/** Writes the changes into the index. `swept` is the moment to note when all files were looked at. */
export async function update(changes: Changes, task: Update, swept?: number): Promise<Outcome> {
  const paths = [...changes.altered.map(({ path }) => path), ...changes.added];
  const moved = movedFrom(changes.gone, task.database);
  const altered = byPath(changes.altered);
  const outcome = await putAll(changes, { ...task, moved, altered, paths });
  if (outcome !== 'done') return outcome;
  return writing(task.database, () => finish(changes, moved, task, swept)) ? 'done' : 'busy';
}

/** Many new files are not looked for among those that are gone: their rows are made anew. */
async function putAll({ added, altered }: Changes, state: Putting): Promise<Outcome> {
  if (added.length <= MANY) return putFew(state);
  const outcome = await fill(added, state);
  if (outcome !== 'done') return outcome;
  return putFew({ ...state, paths: altered.map(({ path }) => path) });
}

interface Putting extends Update {
  readonly paths: readonly string[];
  readonly altered: ReadonlyMap<string, KnownFile>;
  /** Rows of files that are gone, by what was in them. */
  readonly moved: Map<string, number[]>;
}

function byPath(files: readonly KnownFile[]): Map<string, KnownFile> {
  return new Map(files.map((file) => [file.path, file]));
}

function movedFrom(gone: readonly KnownFile[], database: Database): Map<string, number[]> {
  const moved = new Map<string, number[]>();
  for (const { id } of gone) {
    if (id === undefined) continue;
    const hash = database.prepare('SELECT hash FROM docs WHERE id = ?').first(id)?.['hash'];
    if (typeof hash === 'string') moved.set(hash, [...(moved.get(hash) ?? []), id]);
  }
  return moved;
}

/** Reads all first, so that the index is held for a moment only. */
async function putFew(state: Putting): Promise<Outcome> {
  const ready: Read[] = [];
  for await (const some of state.read(state.paths)) ready.push(...some);
  if (ready.length === 0) return 'done';
  try {
    const done = writing(state.database, () => {
      state.writer.start();
      for (const one of ready) put(one, state);
      state.writer.finish();
    });
    return done ? 'done' : 'busy';
  } catch (error) {
    state.writer.forget();
    throw error;
  }
}

function put(one: Read, { writer, altered, moved, database, tally }: Putting): void {
  if (!('columns' in one)) {
    if (one.code !== 'not-found') writer.putFailure(one);
    return;
  }
  const { path, hash, mtime } = one.file;
  const row = altered.get(path);
  if (row?.id !== undefined && isSame(database, row, hash, mtime)) {
    writer.touch(row.id, one.file);
    return;
  }
  if (row) tally.altered += 1;
  const id = row ? row.id : moved.get(hash)?.pop();
  if (row || id !== undefined) writer.put(one, id);
  else writer.add(one);
}

/** Whether an article says what it said; the time of the file is part of it where it is the article's date. */
function isSame(database: Database, row: KnownFile, hash: string, mtime: number): boolean {
  const query = 'SELECT hash, date_origin FROM docs WHERE id = ?';
  const known = database.prepare(query).first(row.id ?? 0);
  if (known?.['hash'] !== hash) return false;
  return known['date_origin'] !== 'file' || isSameTime(row.mtime, mtime);
}

function finish(
  changes: Changes,
  moved: ReadonlyMap<string, readonly number[]>,
  { database, writer }: Update,
  swept: number | undefined,
): void {
  takeOut([...moved.values()].flat(), writer);
  for (const { id, path } of changes.gone)
    if (id === undefined) database.prepare('DELETE FROM failures WHERE path = ?').run(path);
  for (const [path, mtime] of changes.folders)
    database.prepare('UPDATE dirs SET mtime = ? WHERE id = ?').run(mtime, writer.folder(path));
  for (const path of changes.goneFolders)
    database.prepare('DELETE FROM dirs WHERE path = ?').run(path);
  if (changes.goneFolders.length > 0) writer.forget();
  if (swept !== undefined) remember(database, 'swept', swept);
}

function takeOut(ids: readonly number[], writer: Writer): void {
  if (ids.length === 0) return;
  writer.start();
  for (const id of ids) writer.remove(id);
  writer.finish();
}
