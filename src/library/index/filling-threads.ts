import type { Filling, Rows } from './task.ts';
import { type Answer, Pool, type Reader, SOME, type Threads } from './thread-pool.ts';

/**
 * Reads files in other threads for new rows; each thread gives a segment of the words that it read for a piece. No
 * answer for a piece comes before all for the one before. Throws what a thread throws.
 */
export async function* fillInThreads(
  paths: readonly string[],
  rows: Rows,
  threads: Threads,
): AsyncGenerator<Filling> {
  const pool = new Pool<Words>(threads);
  try {
    yield* fillPieces(paths, rows, pool);
  } finally {
    await pool.end();
  }
}

type Words = Omit<Filling, 'isLast'>;

async function* fillPieces(
  paths: readonly string[],
  rows: Rows,
  pool: Pool<Words>,
): AsyncGenerator<Filling> {
  const { first, piece } = rows;
  const order = inPieces(paths, rows, pool);
  const early: Answer<Words>[] = [];
  for (const reader of pool.readers) for (let at = 0; at < reader.ahead; at += 1) order(reader);
  for (let from = first; from < first + paths.length; from += piece) {
    for await (const { reader, what, isLast } of pieceUpTo(from + piece, pool, early)) {
      yield { ...what, isLast };
      order(reader);
    }
  }
}

/** Answers for rows before `end`, to the last; those for later ones that come in between are kept in `early`. */
async function* pieceUpTo<What>(
  end: number,
  pool: Pool<What>,
  early: Answer<What>[],
): AsyncGenerator<Answer<What> & { readonly isLast: boolean }> {
  const isNow = ({ order: { first = 0 } }: Answer<What>) => first < end;
  const ready = early.filter(isNow);
  early.splice(0, early.length, ...early.filter((answer) => !isNow(answer)));
  for (let open = pool.readers.length; open > 0; ) {
    const answer = ready.shift() ?? (await pool.next());
    if (!answer) return;
    if (isNow(answer)) {
      if (answer.order.isLast) open -= 1;
      yield { ...answer, isLast: open === 0 };
    } else early.push(answer);
  }
}

/** Orders what comes next of a thread: some files of its piece or, where none is left, its segment. */
function inPieces<What>(
  paths: readonly string[],
  { first, piece, stop }: Rows,
  pool: Pool<What>,
): (reader: Reader) => void {
  const ends = new Map(pool.readers.map((reader) => [reader, piece]));
  let next = 0;
  return (reader) => {
    const end = ends.get(reader) ?? 0;
    if (end >= paths.length + piece) return;
    const some = stop?.() ? [] : paths.slice(next, Math.min(end, next + SOME));
    const isLast = some.length === 0;
    pool.ask(reader, { paths: some, first: first + (isLast ? end - piece : next), isLast });
    if (isLast) ends.set(reader, end + piece);
    next += some.length;
  };
}
