import { betweenPart, countPart, daysPart, fieldPart, isPart } from './compile-fields.ts';
import { allOf, type Match, matchOf, matchPart } from './compile-words.ts';
import {
  around,
  COMMON,
  EVERY,
  joined,
  type Part,
  type Sql,
  type Tables,
  type Value,
} from './sql.ts';
import type { Leaf, Query } from './syntax.ts';

/** A query as a condition on a row of `docs`. */
export interface Compiled {
  readonly where: string;
  readonly parameters: readonly Value[];
}

/**
 * A query as SQL for the tables of the index, which fits the same articles as `evaluate`. The index is asked meanwhile
 * for what words there are and what is rare: the condition holds for the index as it is.
 */
export function compile(query: Query, tables: Tables): Compiled {
  const part = partOf(query, tables);
  const { sql, values } =
    part.ids && sizeOf(part) < COMMON ? around('docs.id IN ($)', part.ids) : part.test;
  return { where: sql, parameters: values };
}

function partOf(query: Query, tables: Tables): Part {
  if (query.kind === 'all') return EVERY;
  if (query.kind === 'not') return { test: around('NOT ($)', partOf(query.of, tables).test) };
  const match = matchOf(query, tables);
  if (match !== undefined) return matchPart(match, tables);
  if (query.kind === 'and') return andPart(query.of, tables);
  if (query.kind === 'or') return orPart(query.of, tables);
  return leafPart(query, tables);
}

function leafPart(leaf: Leaf, tables: Tables): Part {
  switch (leaf.kind) {
    case 'field':
      return fieldPart(leaf, tables);
    case 'days':
      return daysPart(leaf);
    case 'count':
      return countPart(leaf);
    case 'between':
      return betweenPart(leaf, tables);
    case 'is':
      return isPart(leaf, tables);
    case 'words':
      return matchPart(matchOf(leaf, tables) ?? 'none', tables);
  }
}

/** All of them: from the rarest, when it is rare, and the rest asked of its rows. What is words only is one match. */
function andPart(queries: readonly Query[], tables: Tables): Part {
  const matches = queries.map((query) => matchOf(query, tables));
  const words = matches.filter((match): match is Match => match !== undefined);
  const others = queries.filter((_, at) => matches[at] === undefined);
  const parts = [
    ...(words.length > 0 ? [matchPart(allOf(words), tables)] : []),
    ...others.map((query) => partOf(query, tables)),
  ];
  const rarest = parts.reduce((best, part) => (sizeOf(part) < sizeOf(best) ? part : best), EVERY);
  const { ids } = rarest;
  const tests = parts.map((part) =>
    part === rarest && ids ? around('docs.id IN ($)', ids) : part.test,
  );
  const test = around('($)', joined(tests, ' AND '));
  if (!ids) return { test };
  return { test, ids: around('SELECT docs.id FROM docs WHERE $', test), estimate: sizeOf(rarest) };
}

/** About how many rows a part fits; what is common, or not known to be rare, counts as everything. */
function sizeOf({ ids, estimate = COMMON }: Part): number {
  return ids && estimate < COMMON ? estimate : Number.POSITIVE_INFINITY;
}

/** Any of them: the rows of each together when all are known to be rare. */
function orPart(queries: readonly Query[], tables: Tables): Part {
  const parts = queries.map((query) => partOf(query, tables));
  const test = around(
    '($)',
    joined(
      parts.map((part) => part.test),
      ' OR ',
    ),
  );
  const estimate = parts.reduce((sum, part) => sum + sizeOf(part), 0);
  const sets: Sql[] = parts.flatMap((part) => part.ids ?? []);
  if (sets.length < parts.length || estimate >= COMMON) return { test };
  const ids = joined(
    sets.map((set) => around('SELECT * FROM ($)', set)),
    ' UNION ALL ',
  );
  return { test: around('docs.id IN ($)', ids), ids, estimate };
}
