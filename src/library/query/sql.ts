/** What a question mark of SQL stands for. */
export type Value = string | number;

/** A piece of SQL with the values of its question marks in order. */
export interface Sql {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** What a part of a query is on the tables of the index. */
export interface Part {
  /** A condition on a row of `docs`; never NULL, so that its opposite is what does not fit. */
  readonly test: Sql;
  /** The same as a SELECT of ids of `docs`, for what few rows fit. */
  readonly ids?: Sql;
  /** About how many rows fit, at most {@link COMMON}. */
  readonly estimate?: number;
}

/** From so many rows on, going through all articles in order is quicker than looking up each that fits. */
export const COMMON = 2000;

/** What compiling asks of the index, and of the reading state. */
export interface Tables {
  rows(sql: string, ...values: readonly Value[]): readonly Readonly<Record<string, unknown>>[];
  /** Identities (`docs.uid`) of articles of a kind. */
  states(kind: 'reading' | 'done' | 'starred'): readonly string[];
}

/** SQL from its text and values. */
export function sql(text: string, ...values: readonly Value[]): Sql {
  return { sql: text, values };
}

/** Pieces with a text between them. */
export function joined(pieces: readonly Sql[], between: string): Sql {
  return {
    sql: pieces.map((piece) => piece.sql).join(between),
    values: pieces.flatMap((piece) => piece.values),
  };
}

/** A piece within a text that has `$` for it. */
export function around(text: string, piece: Sql): Sql {
  return { sql: text.replace('$', () => piece.sql), values: piece.values };
}

/** What every row or no row fits. */
export const EVERY: Part = { test: sql('1') };
export const NONE: Part = { test: sql('0'), ids: sql('SELECT NULL WHERE 0'), estimate: 0 };

/** Rows that a SELECT of ids gives, counted no further than is of use. */
export function estimated({ rows }: Tables, ids: Sql): number {
  const [row] = rows(`SELECT count(*) AS n FROM (${ids.sql} LIMIT ${COMMON})`, ...ids.values);
  return Number(row?.['n']);
}
