import { compile } from '../query/compile.ts';
import { allOf, anyOf, matchOf } from '../query/compile-words.ts';
import type { Tables } from '../query/sql.ts';
import type { Query } from '../query/syntax.ts';
import { exactly, type Ranked, scoredBy, titled, WEIGHTS } from './scoring.ts';

/** Rows read beyond those wanted, so that among equals the newest are first. */
const EQUALS = 50;
/** Articles that are ranked in some tens of milliseconds. */
const MANY = 20_000;

interface Scored {
  readonly id: number;
  readonly score: number;
}

/** A condition on rows, with the values of its question marks in order. */
type Condition = Pick<ReturnType<typeof compile>, 'where' | 'parameters'>;

/**
 * The rows of the index that fit a query with words, the best first: those with all words in the forms asked for before
 * those with related words, each by BM25, then those that fit without a word; of equals the newest. Where more than `many`
 * fit, only those that fit by their titles alone are ranked, if they are enough: a title weighs ten times as much.
 */
export function rankedRows(query: Query, tables: Tables, limit: number, many = MANY): Ranked[] {
  const found = scored(exactly(query), tables, limit, many).map((row) => ({ ...row, exact: true }));
  const known = new Set(found.map(({ id }) => id));
  const add = (rows: readonly Scored[]) => {
    for (const row of rows) {
      if (known.has(row.id)) continue;
      known.add(row.id);
      found.push({ ...row, exact: false });
    }
  };
  if (found.length < limit) add(scored(query, tables, limit + known.size, many));
  if (found.length < limit && !scoredBy(query).every)
    add(newest(query, tables, limit + known.size));
  return found.slice(0, limit);
}

/**
 * How many rows fit a query of words only: the full-text index alone tells, at a tenth of what going through the
 * articles takes where a word is common. Undefined of other queries.
 */
export function countOf(query: Query, tables: Tables): number | undefined {
  const match = matchOf(query, tables);
  if (typeof match !== 'object') return undefined;
  const [row] = tables.rows('SELECT count(*) AS n FROM fts WHERE fts MATCH ?', match.expression);
  return Number(row?.['n']);
}

/** Rows that fit, whether by a word or not. */
function newest(query: Query, tables: Tables, limit: number): Scored[] {
  const { where, parameters } = compile(query, tables);
  const rows = tables.rows(
    `SELECT id FROM docs WHERE ${where} ORDER BY date_key DESC, path LIMIT ?`,
    ...parameters,
    limit,
  );
  return rows.map((row) => ({ id: Number(row['id']), score: 0 }));
}

/** What of the words of a query an article is ranked by, as an expression of FTS5; undefined when there are none. */
export function rankedBy(query: Query, tables: Tables): string | undefined {
  const { of, every } = scoredBy(query);
  const matches = of.map((part) => matchOf(part, tables) ?? 'none');
  const match = every ? allOf(matches) : anyOf(matches);
  return typeof match === 'string' ? undefined : match.expression;
}

function scored(query: Query, tables: Tables, limit: number, many: number): Scored[] {
  const expression = rankedBy(query, tables);
  if (expression === undefined) return [];
  // What is words only is said by the match itself.
  const { of } = scoredBy(query);
  const isWhole = of.length === 1 && of[0] === query;
  if (!isWhole) return byScore(expression, compile(query, tables), tables, limit);
  const titles = reaches(many + 1, expression, tables) ? titlesOf(query, tables, limit) : undefined;
  return byScore(expression, titles ?? { where: '1', parameters: [] }, tables, limit);
}

/** Whether so many articles fit an expression; they are not counted further. */
function reaches(least: number, expression: string, tables: Tables): boolean {
  const [row] = tables.rows(
    'SELECT count(*) AS found FROM (SELECT 1 FROM fts WHERE fts MATCH ? LIMIT ?)',
    expression,
    least,
  );
  return Number(row?.['found']) >= least;
}

/** The articles that fit by their titles alone, as a condition on rows of `fts`; undefined where they are too few. */
function titlesOf(query: Query, tables: Tables, limit: number): Condition | undefined {
  const match = matchOf(titled(query), tables);
  if (typeof match !== 'object' || !reaches(limit, match.expression, tables)) return undefined;
  // The sign keeps SQLite from looking up every article of the titles in the lists of the whole expression.
  const where = '+fts.rowid IN (SELECT rowid FROM fts WHERE fts MATCH ?)';
  return { where, parameters: [match.expression] };
}

function byScore(
  expression: string,
  { where, parameters }: Condition,
  tables: Tables,
  limit: number,
): Scored[] {
  const rows = tables.rows(
    `SELECT docs.id AS id, date_key, path, found.score AS score FROM (
       SELECT fts.rowid AS id, -bm25(fts, ${WEIGHTS.join(', ')}) AS score FROM fts
       ${/\bdocs\b/.test(where) ? 'JOIN docs ON docs.id = fts.rowid' : ''}
       WHERE fts MATCH ? AND ${where} ORDER BY score DESC LIMIT ?
     ) AS found JOIN docs ON docs.id = found.id ORDER BY score DESC, date_key DESC, path`,
    expression,
    ...parameters,
    limit + EQUALS,
  );
  return rows
    .slice(0, limit)
    .map((row) => ({ id: Number(row['id']), score: Number(row['score']) }));
}
