import { type Database, isUnwritable, type Row } from './driver.ts';
import { remember, remembered, writing } from './opening.ts';

// An article's number is its place in the whole library, the newest first. Numbers are not kept, for a new article changes
// all of them: they are counted from the nearest milestone, and milestones are forgotten with every change of the rows.

/** A place in the order of all articles. */
interface OrderPlace {
  readonly date: string;
  readonly path: string;
}

interface Counted extends OrderPlace {
  readonly number: number;
}

/** From so many rows on, counting from one to the next costs more than going through all. */
const FEW = 500;
/** Articles from one milestone to the next. */
const MILE = 512;
/** Counting so far took longer than reading milestones does. */
const FAR = 4 * MILE;

/** The numbers of rows with `id`, `date_key` and `path`, from 1, by their ids. */
export function numbersOf(database: Database, rows: readonly Row[]): ReadonlyMap<number, number> {
  if (rows.length > FEW) return allNumbers(database);
  const milestones = milestonesOf(database);
  const numbers = countedOn(database, rows, milestones ?? []);
  const last = Math.max(0, ...numbers.values());
  if (milestones === undefined && last > FAR) keepMilestones(database);
  return numbers;
}

/** Forgets the milestones; within the transaction that changes the rows. */
export function forgetMilestones(database: Database): void {
  database.prepare("DELETE FROM meta WHERE k = 'milestones'").run();
}

function allNumbers(database: Database): Map<number, number> {
  const rows = database.prepare('SELECT id FROM docs ORDER BY date_key DESC, path').all();
  return new Map(rows.map((row, at) => [Number(row['id']), at + 1]));
}

function countedOn(
  database: Database,
  rows: readonly Row[],
  milestones: readonly OrderPlace[],
): Map<number, number> {
  const places = rows.map((row) => ({
    id: Number(row['id']),
    date: String(row['date_key']),
    path: String(row['path']),
  }));
  places.sort(byOrder);
  const numbers = new Map<number, number>();
  let before: Counted | undefined;
  let mile = 0;
  for (const { id, ...place } of places) {
    for (let next = milestones[mile]; next && byOrder(next, place) <= 0; next = milestones[mile]) {
      mile += 1;
      before = { ...next, number: mile * MILE };
    }
    before = { ...place, number: (before?.number ?? 0) + countBetween(database, before, place) };
    numbers.set(id, before.number);
  }
  return numbers;
}

/** Rows from after one place of the order up to another, of a later day and of the same; counted apart, which is quicker. */
const BETWEEN = `SELECT (SELECT count(*) FROM docs WHERE date_key = ?1 AND path > ?2)
  + (SELECT count(*) FROM docs WHERE date_key < ?1 AND date_key > ?3)
  + (SELECT count(*) FROM docs WHERE date_key = ?3 AND path <= ?4) AS n`;
const WITHIN = 'SELECT count(*) AS n FROM docs WHERE date_key = ? AND path > ? AND path <= ?';
const BEFORE = `SELECT (SELECT count(*) FROM docs WHERE date_key > ?1)
  + (SELECT count(*) FROM docs WHERE date_key = ?1 AND path <= ?2) AS n`;

function countBetween(
  database: Database,
  before: OrderPlace | undefined,
  { date, path }: OrderPlace,
): number {
  const row = () => {
    if (!before) return database.prepare(BEFORE).first(date, path);
    if (before.date === date) return database.prepare(WITHIN).first(date, before.path, path);
    return database.prepare(BETWEEN).first(before.date, before.path, date, path);
  };
  return Number(row()?.['n']);
}

/** Every so manieth article in order; undefined where they are forgotten. */
function milestonesOf(database: Database): readonly OrderPlace[] | undefined {
  const kept = remembered(database, 'milestones');
  if (kept === undefined) return undefined;
  return (JSON.parse(kept) as [string, string][]).map(([date, path]) => ({ date, path }));
}

/** The row so many after a place of the order. */
const NEXT_MILE = `SELECT date_key, path FROM docs WHERE date_key <= ?1 AND (date_key < ?1 OR path > ?2)
  ORDER BY date_key DESC, path LIMIT 1 OFFSET ${MILE - 1}`;

/** Keeps milestones for the commands to come, unless another process is writing just now. */
function keepMilestones(database: Database): void {
  const keep = () => {
    const miles: [string, string][] = [];
    for (let [date, path] = ['\uffff', '']; ; ) {
      const row = database.prepare(NEXT_MILE).first(date, path);
      if (!row) break;
      [date, path] = [String(row['date_key']), String(row['path'])];
      miles.push([date, path]);
    }
    remember(database, 'milestones', JSON.stringify(miles));
  };
  try {
    writing(database, keep, 0);
  } catch (error) {
    // An index that cannot be written is counted through.
    if (!isUnwritable(error)) throw error;
  }
}

/** The order of all articles as SQLite has it: of UTF-8 bytes, which is that of code points. */
function byOrder(a: OrderPlace, b: OrderPlace): number {
  return compare(b.date, a.date) || compare(a.path, b.path);
}

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
