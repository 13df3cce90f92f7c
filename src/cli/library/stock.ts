import { relative, resolve } from 'node:path';
import { ANY, type Shelf } from '../../library/shelf.ts';
import type { Reading } from '../../library/state/reading.ts';
import type { ReadingState } from '../../library/state/state.ts';
import type { ReadArticle } from '../../library/state/statistics.ts';
import type { Meta } from '../../model/article.ts';
import { readingMinutes } from '../../model/minutes.ts';
import { bodyOf } from '../../reader.ts';
import type { Context } from '../context.ts';
import type { Stock } from '../lists/statistics.ts';
import { keptOf } from '../state/reading-state.ts';

/** What a library holds, and the articles of it that something is known of. */
export interface Taken {
  readonly stock: Stock;
  readonly articles: readonly ReadArticle[];
}

/** Takes stock of a library. @throws ReaderError as the shelf and reading articles do. */
export async function takeStock(
  shelf: Shelf,
  state: ReadingState,
  { folder, context }: { readonly folder: string; readonly context: Context },
): Promise<Taken> {
  const { count, words, articles } = shelf.index
    ? await fromIndex(shelf.index, state, resolve(context.cwd, folder))
    : await fromFiles(shelf, state, context);
  const inState = (wanted: Reading['state']) =>
    articles.filter(({ reading }) => reading.state === wanted).length;
  const [reading, done] = [inState('reading'), inState('done')];
  const starred = articles.filter((one) => one.reading.star).length;
  const unread = count - reading - done;
  return { stock: { articles: count, words, unread, reading, done, starred }, articles };
}

interface Counted {
  readonly count: number;
  readonly words: number;
  readonly articles: readonly ReadArticle[];
}

async function fromFiles(shelf: Shelf, state: ReadingState, context: Context): Promise<Counted> {
  const entries = await shelf.find(ANY);
  const articles: ReadArticle[] = [];
  let all = 0;
  for (const { path, meta } of entries) {
    const { words } = bodyOf(path);
    all += words;
    const kept = keptOf({ path, meta }, context);
    const reading = state.of(kept.uid, kept.path);
    if (reading) articles.push(articleOf(reading, meta, words));
  }
  return { count: entries.length, words: all, articles };
}

const TOTALS = 'SELECT count(*) AS n, coalesce(sum(words), 0) AS words FROM docs';
const KNOWN = `SELECT id, uid, path, words FROM docs WHERE uid IN (SELECT value FROM json_each(?1))
  OR path IN (SELECT value FROM json_each(?2))`;

async function fromIndex(
  index: NonNullable<Shelf['index']>,
  state: ReadingState,
  root: string,
): Promise<Counted> {
  const readings = state.readings();
  const uids = JSON.stringify(readings.map(({ uid }) => uid));
  const paths = JSON.stringify(readings.flatMap(({ path }) => (path ? relative(root, path) : [])));
  const { totals, rows } = await index.ask((database) => ({
    totals: database.prepare(TOTALS).first(),
    rows: database.prepare(KNOWN).all(uids, paths),
  }));
  const byId = new Map(rows.map((row) => [Number(row['id']), row]));
  const entries = await index.entriesOf([...byId.keys()]);
  const articles = entries.flatMap(({ id, meta }) => {
    const row = byId.get(id);
    const reading = state.of(String(row?.['uid']), resolve(root, String(row?.['path'])));
    return reading ? [articleOf(reading, meta, Number(row?.['words']))] : [];
  });
  return { count: Number(totals?.['n']), words: Number(totals?.['words']), articles };
}

function articleOf(reading: Reading, { tags, authors, lang }: Meta, words: number): ReadArticle {
  return { reading, words, minutes: readingMinutes(words, lang), tags, authors };
}
