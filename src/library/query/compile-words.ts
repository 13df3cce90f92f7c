import { keysOf } from '../text/terms.ts';
import { soughtOf } from './match-words.ts';
import { EVERY, estimated, NONE, type Part, sql, type Tables } from './sql.ts';
import type { Column, Query, Words } from './syntax.ts';

/** What is looked for in the full-text index: an expression of FTS5 of quoted tokens only, or what every or no article has. */
export type Match = { readonly expression: string } | 'every' | 'none';

/** The match of a query that is made of words only, without NOT; undefined of other queries. */
export function matchOf(query: Query, tables: Tables): Match | undefined {
  if (query.kind === 'words') return wordsMatch(query, tables);
  if (query.kind !== 'and' && query.kind !== 'or') return undefined;
  const matches: Match[] = [];
  for (const one of query.of) {
    const match = matchOf(one, tables);
    if (match === undefined) return undefined;
    matches.push(match);
  }
  return query.kind === 'and' ? allOf(matches) : anyOf(matches);
}

/** What has all of these. */
export function allOf(matches: readonly Match[]): Match {
  if (matches.includes('none')) return 'none';
  return combined(matches, ' AND ') ?? 'every';
}

/** What has any of these. */
export function anyOf(matches: readonly Match[]): Match {
  if (matches.includes('every')) return 'every';
  return combined(matches, ' OR ') ?? 'none';
}

function combined(matches: readonly Match[], sign: string): Match | undefined {
  const expressions = matches.flatMap((match) =>
    typeof match === 'string' ? [] : [match.expression],
  );
  if (expressions.length < 2)
    return expressions[0] === undefined ? undefined : { expression: expressions[0] };
  return { expression: expressions.map((one) => `(${one})`).join(sign) };
}

/** A match as a part of a query. */
export function matchPart(match: Match, tables: Tables): Part {
  if (match === 'every') return EVERY;
  if (match === 'none') return NONE;
  const ids = sql('SELECT rowid FROM fts WHERE fts MATCH ?', match.expression);
  const test = { ...ids, sql: `+docs.id IN (${ids.sql})` };
  return { test, ids, estimate: estimated(tables, ids) };
}

/** Columns of the full-text table. */
const COLUMNS: Readonly<Record<Column, string>> = { title: 'title', body: 'body' };

function wordsMatch(words: Words, tables: Tables): Match {
  const sought = soughtOf(words);
  const { tokens, prefix, anyForm, inside } = sought;
  if (tokens.length === 0) return 'every';
  const within = (expression: string): Match => ({
    expression: words.column ? `${COLUMNS[words.column]} : (${expression})` : expression,
  });
  if (!anyForm && !inside) return within(`${quoted(tokens.join(' '))}${prefix ? ' *' : ''}`);
  const terms = anyForm ? formsOf(tokens[0] ?? '', tables) : termsWith(tokens[0] ?? '', tables);
  return terms.length > 0 ? within(terms.map(quoted).join(' OR ')) : 'none';
}

/** Tokens as a phrase of FTS5. */
function quoted(tokens: string): string {
  return `"${tokens.replaceAll('"', '""')}"`;
}

/** The words of the library that are a form of the same word as a token. */
export function formsOf(token: string, { rows }: Tables): string[] {
  const found = rows(
    'SELECT DISTINCT term FROM stems WHERE key IN (SELECT value FROM json_each(?)) ORDER BY term',
    JSON.stringify(keysOf(token)),
  );
  return found.map((row) => String(row['term']));
}

/** The pairs of signs of the library that have a sign in them. */
function termsWith(sign: string, { rows }: Tables): string[] {
  const found = rows('SELECT term FROM terms WHERE instr(term, ?) > 0 ORDER BY term', sign);
  return found.map((row) => String(row['term']));
}
