import { statSync } from 'node:fs';
import type { Opener } from './driver.ts';
import { remembered } from './opening.ts';

/** What is known of an index, by names that stay. */
export interface IndexStatus {
  readonly file: string;
  readonly driver: string;
  readonly schema: number;
  readonly articles: number;
  readonly unreadable: number;
  readonly words: number;
  /** Bytes of the file. */
  readonly bytes: number;
  /** When every file was last looked at, ISO 8601 in UTC; empty when that was never finished. */
  readonly swept: string;
}

/** Looks into an index without changing it. Throws what the driver throws. */
export function statusOf(open: Opener, file: string): IndexStatus {
  const database = open(file);
  try {
    const number = (query: string) =>
      Number(Object.values(database.prepare(query).first() ?? {})[0]);
    const swept = remembered(database, 'swept');
    return {
      file,
      driver: database.driver,
      schema: number('PRAGMA user_version'),
      articles: number('SELECT count(*) FROM docs'),
      unreadable: number('SELECT count(*) FROM failures'),
      words: number('SELECT count(*) FROM terms'),
      bytes: statSync(file).size,
      swept: swept === undefined ? '' : new Date(Number(swept)).toISOString(),
    };
  } finally {
    database.close();
  }
}
