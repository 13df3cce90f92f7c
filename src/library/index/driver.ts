/** What a column holds. */
export type Value = string | number | null | Uint8Array;
/** A row by the names of its columns. */
export type Row = Readonly<Record<string, Value>>;

/** A statement that can be run again with other values. */
interface Statement {
  run(...values: readonly Value[]): void;
  all(...values: readonly Value[]): Row[];
  /** The first row only. */
  first(...values: readonly Value[]): Row | undefined;
}

/** An open database; each call either does all it says or throws what the driver throws. */
export interface Database {
  readonly driver: DriverName;
  exec(sql: string): void;
  /** A statement, the same one for the same text. */
  prepare(sql: string): Statement;
  close(): void;
}

type DriverName = 'node:sqlite' | 'libsql';

/** What drivers are looked for, and how the warning that one of them prints is kept quiet. */
export interface DriverChoice {
  /** `none` is the plain mode; without a name, the first that loads. */
  readonly driver?: DriverName | 'none' | undefined;
  /** Runs the loading of an experimental module without its warning; only `cli` may touch the process. */
  quietly?<Result>(load: () => Promise<Result>): Promise<Result>;
}

/** Opens databases by path, `:memory:` too. */
export type Opener = (path: string) => Database;

/** Both drivers have the calls that are made here in common. */
interface NativeStatement {
  run(...values: readonly Value[]): unknown;
  all(...values: readonly Value[]): unknown[];
}
interface NativeDatabase {
  exec(sql: string): unknown;
  prepare(sql: string): NativeStatement;
  close(): unknown;
}
type NativeConstructor = new (path: string, options?: { defensive: boolean }) => NativeDatabase;

/**
 * The driver of this Node: `node:sqlite` where it is there and has FTS5, else the `libsql` package; undefined where
 * neither loads, or none is wanted.
 */
export async function findDriver(choice: DriverChoice = {}): Promise<Opener | undefined> {
  if (choice.driver === 'none') return undefined;
  const names = choice.driver ? [choice.driver] : (['node:sqlite', 'libsql'] as const);
  for (const name of names) {
    const native = await load(name, choice);
    const open = native && ((path: string) => wrapped(name, new native(path, OPTIONS[name])));
    // libsql always has FTS5; Node is built with and without it.
    if (open && (name === 'libsql' || hasFullText(open))) return open;
  }
  return undefined;
}

/** From Node 25 on, tables that belong to FTS5 cannot be written unless that is asked for: filling writes them. */
const OPTIONS = { 'node:sqlite': { defensive: false }, libsql: undefined } as const;

async function load(
  name: DriverName,
  { quietly = (work) => work() }: DriverChoice,
): Promise<NativeConstructor | undefined> {
  try {
    if (name === 'libsql') return (await import('libsql')).default as unknown as NativeConstructor;
    return (await quietly(() => import('node:sqlite'))).DatabaseSync as NativeConstructor;
  } catch {
    return undefined;
  }
}

/** FTS5 is missing from some builds; deleting from a table without content came with SQLite 3.43. */
function hasFullText(open: Opener): boolean {
  try {
    const database = open(':memory:');
    database.exec("CREATE VIRTUAL TABLE t USING fts5(a, content='', contentless_delete=1)");
    database.close();
    return true;
  } catch {
    return false;
  }
}

function wrapped(driver: DriverName, native: NativeDatabase): Database {
  const statements = new Map<string, Statement>();
  return {
    driver,
    exec: (sql) => void native.exec(sql),
    prepare: (sql) => {
      const known = statements.get(sql) ?? statement(native.prepare(sql));
      statements.set(sql, known);
      return known;
    },
    close: () => void native.close(),
  };
}

/** `all` only: what libsql gives for one row holds a field of its own. */
function statement(native: NativeStatement): Statement {
  return {
    run: (...values) => void native.run(...values),
    all: (...values) => native.all(...values) as Row[],
    first: (...values) => (native.all(...values) as Row[])[0],
  };
}

/** Rows of SQL that are handed over at once: a call of a driver costs more than a row. */
const MANY_ROWS = 500;

/** Inserts rows that are written as SQL, in brackets; `into` is the table with its columns. */
export function insertRows(database: Database, into: string, rows: readonly string[]): void {
  for (let at = 0; at < rows.length; at += MANY_ROWS)
    database.exec(`INSERT INTO ${into} VALUES ${rows.slice(at, at + MANY_ROWS).join(',')}`);
}

/** Whether an error says that another process holds the database. */
export function isBusy(error: unknown): boolean {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown };
  return [5, 6, 261, 517].includes(Number(errcode)) || /^SQLITE_(?:BUSY|LOCKED)/.test(String(code));
}

/** Whether an error says that a file is no database, or one that is damaged. */
export function isDamaged(error: unknown): boolean {
  const { code, errcode, message } = (error ?? {}) as Readonly<Record<string, unknown>>;
  if ([11, 26, 267, 523, 779].includes(Number(errcode))) return true;
  return (
    /^SQLITE_(?:CORRUPT|NOTADB)/.test(String(code)) ||
    /malformed|not a database|file is encrypted/i.test(String(message))
  );
}

/** Whether an error says that the file cannot be written: it is read-only, or the disk is full or broken. */
export function isUnwritable(error: unknown): boolean {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown };
  const isKind = [8, 10, 13, 14].includes(Number(errcode) & 0xff);
  return isKind || /^SQLITE_(?:READONLY|IOERR|FULL|CANTOPEN)/.test(String(code));
}

/** Whether an error came from the database at all. */
export function isDatabaseError(error: unknown): boolean {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return (
    String(code).startsWith('SQLITE_') || code === 'ERR_SQLITE_ERROR' || name === 'SqliteError'
  );
}
