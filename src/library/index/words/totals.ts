import type { Database } from '../driver.ts';
import { blockOf, reader, setBlock, TOTALS, varints } from './records.ts';

/**
 * Keeps FTS5's sums over all articles, by which it ranks. In a table without content it adds up what is put in, but does
 * not take off what is taken out: with every edit of an article it would seem to be one more.
 */
export interface Totals {
  /** Begins a transaction, before anything is written in it. */
  start(): void;
  added(): void;
  /** An article is about to be taken out. */
  removing(id: number): void;
  /** Puts the sums right, at the end of the transaction. */
  write(): void;
  /** Forgets what was taken out, after a transaction that was rolled back. */
  forget(): void;
}

/** The sums of the table `fts`: how many articles, and how many words each column has in all of them. */
export function totalsOf(database: Database): Totals {
  let before = 0;
  let added = 0;
  let removed: number[] = [];
  const forget = () => {
    added = 0;
    removed = [];
  };
  return {
    forget,
    start: () => {
      forget();
      [before = 0] = numbersIn(blockOf(database, TOTALS));
    },
    added: () => {
      added += 1;
    },
    removing: (id) => {
      const sizes = sizesOf(database, id);
      if (sizes) removed = summed(removed, [1, ...sizes], 1);
    },
    write: () => {
      const [count = 0] = removed;
      if (count === 0) return;
      // Has FTS5 write what it has added up so far; it reads the sums anew when it next needs them.
      database.exec('SAVEPOINT totals; RELEASE totals');
      const totals = numbersIn(blockOf(database, TOTALS));
      // A version of FTS5 that takes them off by itself is left alone.
      if (totals[0] === before + added)
        setBlock(database, TOTALS, varints(summed(totals, removed, -1)));
      forget();
    },
  };
}

function sizesOf(database: Database, id: number): readonly number[] | undefined {
  const size: unknown = database.prepare('SELECT sz FROM fts_docsize WHERE id = ?').first(id)?.[
    'sz'
  ];
  if (size instanceof Uint8Array) return numbersIn(size);
  return size instanceof ArrayBuffer ? numbersIn(new Uint8Array(size)) : undefined;
}

function numbersIn(block: Uint8Array): number[] {
  const next = reader(block, 0);
  const ends = block.filter((byte) => byte < 0x80);
  return Array.from(ends, next);
}

function summed(all: readonly number[], more: readonly number[], sign: 1 | -1): number[] {
  return more.map((value, at) => (all[at] ?? 0) + sign * value);
}
