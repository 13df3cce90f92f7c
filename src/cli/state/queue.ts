import { relative, resolve } from 'node:path';
import type { Numbered, Shelf } from '../../library/shelf.ts';
import { ReaderError } from '../../model/errors.ts';
import { readingMinutes } from '../../model/minutes.ts';
import { bodyOf } from '../../reader.ts';
import type { Context } from '../context.ts';
import { filterFor } from '../query/querying.ts';
import { UNREAD } from '../reading/choosing.ts';

/** A library that is open, and its folder. */
interface Opened {
  readonly shelf: Shelf;
  readonly folder: string;
}

/** The newest article that is not read and not begun. @throws ReaderError `nothing-unread`. */
export async function nextUnread({ shelf, folder }: Opened, context: Context): Promise<Numbered> {
  const [next] = await shelf.find({ ...filterFor(UNREAD, folder, context), limit: 1 });
  if (!next) throw new ReaderError('nothing-unread');
  return next;
}

/** The articles that can be read in so many minutes, one after the other: each that still fits, in the order given. */
export async function within(
  minutes: number,
  entries: readonly Numbered[],
  opened: Opened,
  context: Context,
): Promise<Numbered[]> {
  const chosen: Numbered[] = [];
  let left = minutes;
  for (let from = 0; from < entries.length && left >= 1; from += SOME) {
    const some = entries.slice(from, from + SOME);
    const words = await wordsOf(some, opened, context);
    for (const [at, entry] of some.entries()) {
      const needed = readingMinutes(words(at), entry.meta.lang);
      if (needed > left) continue;
      chosen.push(entry);
      left -= needed;
    }
  }
  return chosen;
}

/** Articles whose words are asked for at a time: most often there is no time for more. */
const SOME = 500;

const COUNTS = 'SELECT path, words FROM docs WHERE path IN (SELECT value FROM json_each(?))';

/** The words of articles: from the index where there is one, else each from its file when it is asked for. */
async function wordsOf(
  entries: readonly Numbered[],
  { shelf, folder }: Opened,
  { cwd }: Context,
): Promise<(at: number) => number> {
  const root = resolve(cwd, folder);
  const paths = entries.map(({ path }) => relative(root, resolve(cwd, path)).replaceAll('\\', '/'));
  const rows = await shelf.index?.ask((database) =>
    database.prepare(COUNTS).all(JSON.stringify(paths)),
  );
  const known = new Map(rows?.map((row) => [String(row['path']), Number(row['words'])]));
  return (at) => known.get(paths[at] ?? '') ?? bodyOf(entries[at]?.path ?? '').words;
}
