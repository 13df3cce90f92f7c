import { relative, resolve } from 'node:path';
import { textsOf } from '../../library/index/document.ts';
import type { Database } from '../../library/index/driver.ts';
import type { Candidate } from '../../library/query/candidate.ts';
import { compile } from '../../library/query/compile.ts';
import { evaluate } from '../../library/query/evaluate.ts';
import { type QueryFlags, queryFromFlags } from '../../library/query/flags.ts';
import { parseQuery } from '../../library/query/parse-query.ts';
import type { Tables } from '../../library/query/sql.ts';
import { and, type Query } from '../../library/query/syntax.ts';
import type { Entry } from '../../library/select.ts';
import { ANY, type Filter } from '../../library/shelf.ts';
import type { ReadingState } from '../../library/state/state.ts';
import { bodyOf } from '../../reader.ts';
import { now } from '../clock.ts';
import type { Config } from '../config/config.ts';
import type { Context } from '../context.ts';
import { keptOf, readingState } from '../state/reading-state.ts';

/** Where relative paths begin, and the reading state is found. */
type Place = Pick<Context, 'cwd' | 'env'>;

/** The query that words and options make together; the words mean the same however the shell cut them. @throws ReaderError `query`. */
export function queryFrom(
  words: readonly string[],
  flags: QueryFlags,
  { queries }: Pick<Config, 'queries'>,
): Query {
  const moment = now();
  return and([
    parseQuery(words, { now: moment, saved: queries }),
    queryFromFlags(flags, { now: moment }),
  ]);
}

/** A query as a filter of the library in a folder, for its index and for articles that are at hand. */
export function filterFor(query: Query, folder: string, context: Place): Filter {
  if (query.kind === 'all') return ANY;
  const state = readingState(context);
  return {
    condition: (database) =>
      compile(query, tablesOf(database, state, resolve(context.cwd, folder))),
    fits: (entry) => evaluate(query, candidateOf(entry, folder, state, context)),
  };
}

/** What compiling a query asks of an index and the reading state; `root` is the absolute path of the library. */
export function tablesOf(database: Database, state: ReadingState, root: string): Tables {
  const rows: Tables['rows'] = (sql, ...values) => database.prepare(sql).all(...values);
  return { rows, states: (kind) => [...state.list(kind), ...renamed(kind, state, root, rows)] };
}

/** Identities of articles that the state knows by another one, but in the file that they are in. */
function renamed(
  kind: 'reading' | 'done' | 'starred',
  state: ReadingState,
  root: string,
  rows: Tables['rows'],
): string[] {
  const listed = new Set(state.list(kind));
  const paths = state.readings().flatMap(({ uid, path }) => {
    const within = path === undefined || !listed.has(uid) ? '..' : relative(root, path);
    return within.startsWith('..') ? [] : [within.replaceAll('\\', '/')];
  });
  if (paths.length === 0) return [];
  const found = rows(
    'SELECT uid FROM docs WHERE path IN (SELECT value FROM json_each(?))',
    JSON.stringify(paths),
  );
  return found.map((row) => String(row['uid'])).filter((uid) => state.of(uid) === undefined);
}

/** An article as a query is asked of it; its text is read when that is asked for. */
export function candidateOf(
  { path, meta }: Entry,
  folder: string,
  state: ReadingState,
  context: Place,
): Candidate {
  let body: ReturnType<typeof bodyOf> | undefined;
  const read = () => {
    body ??= bodyOf(path);
    return body;
  };
  const known = () => {
    const kept = keptOf({ path, meta }, context);
    return state.of(kept.uid, kept.path);
  };
  return {
    path: relative(folder, path).replaceAll('\\', '/'),
    meta,
    get words() {
      return read().words;
    },
    get broken() {
      return read().broken;
    },
    get reading() {
      return known()?.state === 'reading';
    },
    get done() {
      return known()?.state === 'done';
    },
    get starred() {
      return known()?.star === true;
    },
    texts: () => [...textsOf(meta), read().text],
  };
}
