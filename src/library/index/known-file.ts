import type { FileStat } from './document.ts';
import type { Database, Row } from './driver.ts';

/** A row of the index and the file that it stands for. */
export interface KnownFile extends FileStat {
  /** Undefined for a file that could not be read. */
  readonly id: number | undefined;
  readonly path: string;
  readonly seen: number;
}

/** The folder that a path of the library is in; '' for the library itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A row of `docs` with id, path, mtime, size, ino and seen. */
export function knownFile(row: Row): KnownFile {
  return {
    id: row['id'] === null ? undefined : Number(row['id']),
    path: String(row['path']),
    mtime: Number(row['mtime']),
    size: Number(row['size']),
    ino: Number(row['ino']),
    seen: Number(row['seen']),
  };
}

/** The files of a folder as the index has them. */
export interface KnownFolder {
  /** The file at a path in the library; it is taken out. */
  take(path: string): KnownFile | undefined;
  /** Those that were not taken out. */
  rest(): KnownFile[];
}

/** The columns of a folder's rows; times in microseconds. */
type Columns = readonly [
  ids: readonly (number | null)[],
  paths: readonly string[],
  times: readonly number[],
  sizes: readonly number[],
  inos: readonly number[],
  seen: readonly number[],
];

/** A call of the driver for every value costs more than the row: a folder is one row, with a JSON text a column. */
const NAMES = ['id', 'path', 'time', 'size', 'ino', 'seen'] as const;
const QUERIES = ['id', 'NULL'].map((id, at) => {
  const values = [
    id,
    'path',
    'CAST(round(mtime * 1000) AS INTEGER)',
    'size',
    'ino',
    'CAST(seen AS INTEGER)',
  ];
  const columns = values.map((value, column) => `json_group_array(${value}) AS ${NAMES[column]}`);
  return `SELECT ${columns.join(', ')} FROM ${at === 0 ? 'docs' : 'failures'} WHERE dir = ?`;
});

/** A folder by its row in `dirs`; empty without one. */
export function knownFolder(database: Database, dir: number | undefined): KnownFolder {
  const [read, failed] = QUERIES.map((query) =>
    dir === undefined ? undefined : database.prepare(query).first(dir),
  );
  const column = <Value>(name: (typeof NAMES)[number]): readonly Value[] => {
    const values = valuesOf<Value>(read?.[name]);
    const others = valuesOf<Value>(failed?.[name]);
    return others.length === 0 ? values : [...values, ...others];
  };
  return new Rows([
    column('id'),
    column('path'),
    column('time'),
    column('size'),
    column('ino'),
    column('seen'),
  ]);
}

function valuesOf<Value>(column: unknown): readonly Value[] {
  return JSON.parse(String(column ?? '[]')) as Value[];
}

class Rows implements KnownFolder {
  readonly #columns: Columns;
  readonly #taken: Uint8Array;
  #left: number;
  /** Rows are asked for in the order in which most of them were written. */
  #next = 0;
  #places: Map<string, number> | undefined;

  constructor(columns: Columns) {
    this.#columns = columns;
    this.#left = columns[1].length;
    this.#taken = new Uint8Array(this.#left);
  }

  take(path: string): KnownFile | undefined {
    const at = this.#columns[1][this.#next] === path ? this.#next : this.#placeOf(path);
    if (at === undefined || this.#taken[at] === 1) return undefined;
    this.#taken[at] = 1;
    this.#left -= 1;
    this.#next = at + 1;
    return this.#file(at);
  }

  rest(): KnownFile[] {
    if (this.#left === 0) return [];
    return this.#columns[1].flatMap((_, at) => (this.#taken[at] === 1 ? [] : this.#file(at)));
  }

  #placeOf(path: string): number | undefined {
    this.#places ??= new Map(this.#columns[1].map((one, at) => [one, at]));
    return this.#places.get(path);
  }

  #file(at: number): KnownFile {
    const [ids, paths, times, sizes, inos, seen] = this.#columns;
    return {
      id: ids[at] ?? undefined,
      path: paths[at] ?? '',
      mtime: (times[at] ?? 0) / 1000,
      size: sizes[at] ?? 0,
      ino: inos[at] ?? 0,
      seen: seen[at] ?? 0,
    };
  }
}
