import type { Database } from './driver.ts';

/** Words that wait for the end of their transaction. */
export interface NewWords {
  add(words: readonly string[]): void;
  /** Writes them with their stem keys, as far as the library did not know them. */
  write(): void;
  forget(): void;
}

/** A call of the database costs more than a row: words and keys are handed over as JSON, many at once. */
const NEW_WORDS = `SELECT value AS term FROM json_each(?) WHERE value NOT IN (SELECT term FROM terms)`;
const ADD_WORDS = 'INSERT OR IGNORE INTO terms(term) SELECT value FROM json_each(?)';
const ADD_KEYS = `INSERT OR IGNORE INTO stems(key, term)
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)`;
const MANY_WORDS = 5000;

/** Words of articles; `keysOf` gives the stem keys of one. */
export function newWords(
  database: Database,
  keysOf: (word: string) => readonly string[],
): NewWords {
  let waiting: string[] = [];
  const addKeys = (some: readonly string[]) => {
    const known = database.prepare(NEW_WORDS).all(JSON.stringify(some));
    const words = known.map((row) => String(row['term'])).sort();
    if (words.length === 0) return;
    database.prepare(ADD_WORDS).run(JSON.stringify(words));
    const pairs = words.flatMap((word) => keysOf(word).map((key) => [key, word]));
    database.prepare(ADD_KEYS).run(JSON.stringify(pairs.sort(byKey)));
  };
  return {
    forget: () => {
      waiting = [];
    },
    add: (words) => {
      waiting.push(...words);
    },
    write: () => {
      for (let at = 0; at < waiting.length; at += MANY_WORDS)
        addKeys(waiting.slice(at, at + MANY_WORDS));
      waiting = [];
    },
  };
}

function byKey([a = '']: readonly string[], [b = '']: readonly string[]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
