import { unpacked } from '../index/document.ts';
import type { Described } from './candidate.ts';
import { hasField, isBetween } from './field-values.ts';
import { estimated, NONE, type Part, type Sql, sql, type Tables } from './sql.ts';
import type { Between, Count, Days, Field, Fit, Is, State } from './syntax.ts';

/** A field, on the columns that the index has for it, else by going through the front matter of all articles. */
export function fieldPart(leaf: Field, tables: Tables): Part {
  if (leaf.field === 'tag') return tagPart(leaf, tables);
  if (leaf.field === 'author') return authorPart(leaf, tables);
  const column = Object.hasOwn(COLUMNS, leaf.field) ? COLUMNS[leaf.field] : undefined;
  if (column === undefined || leaf.fit === 'within')
    return scanned(leaf.field, (one) => hasField(leaf, one), tables);
  return { test: columnTest(column, leaf.fit, leaf.text) };
}

/** Columns of `docs` that hold a field, folded. */
const COLUMNS: Readonly<Record<string, string>> = {
  slug: 'docs.slug_key, docs.slug',
  series: 'docs.series_key',
  lang: 'docs.lang',
};

function columnTest(column: string, fit: Fit, text: string): Sql {
  const value = `coalesce(${column}, '')`;
  if (fit === 'has') return sql(`${value} <> ''`);
  if (fit === 'is') return sql(`${value} = ?`, text);
  if (fit === 'starts') return sql(`substr(${value}, 1, ?) = ?`, [...text].length, text);
  return sql(`instr(${value}, ?) > 0`, text);
}

/** Of `asia/china` the index knows `asia` too, as a tag that the article has not itself. */
function tagPart({ fit, text }: Field, tables: Tables): Part {
  if (fit === 'has') return { test: sql('docs.untagged = 0') };
  const exact = fit === 'starts' ? columnTest('key', fit, text) : sql('key = ?', text);
  const tags = tables.rows(`SELECT id FROM tags WHERE ${exact.sql}`, ...exact.values);
  const direct = fit === 'within' ? '' : ' AND direct = 1';
  return labelPart(
    'tag',
    tags.map(({ id }) => Number(id)),
    direct,
    tables,
  );
}

function authorPart({ fit, text }: Field, tables: Tables): Part {
  const named = columnTest('key', fit, text);
  const authors = tables.rows(`SELECT id FROM authors WHERE ${named.sql}`, ...named.values);
  return labelPart(
    'author',
    authors.map(({ id }) => Number(id)),
    '',
    tables,
  );
}

/** Articles that have any of some tags or authors. */
function labelPart(
  label: 'tag' | 'author',
  ids: readonly number[],
  direct: string,
  tables: Tables,
): Part {
  if (ids.length === 0) return NONE;
  const [only] = ids;
  const wanted =
    ids.length === 1
      ? sql(`${label} = ?${direct}`, only ?? 0)
      : sql(`${label} IN (SELECT value FROM json_each(?))${direct}`, JSON.stringify(ids));
  const docs = { ...wanted, sql: `SELECT doc FROM doc_${label}s WHERE ${wanted.sql}` };
  const test = {
    ...wanted,
    sql: `EXISTS (SELECT 1 FROM doc_${label}s WHERE doc = docs.id AND ${wanted.sql})`,
  };
  return { test, ids: docs, estimate: estimated(tables, docs) };
}

/** Rows of `docs` that are read at a time. */
const SOME = 2000;

/** Articles found by going through them, where the index has no table for what is asked. */
function scanned(field: string, fits: (article: Described) => boolean, { rows }: Tables): Part {
  const found: number[] = [];
  const query = `SELECT id, path, meta FROM docs WHERE id > ? AND meta LIKE ? ORDER BY id LIMIT ${SOME}`;
  for (let last = 0, some = SOME; some === SOME; ) {
    const page = rows(query, last, keyPattern(field));
    for (const { id, path, meta } of page) {
      last = Number(id);
      if (fits({ path: String(path), meta: unpacked(String(meta)) })) found.push(last);
    }
    some = page.length;
  }
  const ids = sql('SELECT value FROM json_each(?)', JSON.stringify(found));
  return { test: { ...ids, sql: `+docs.id IN (${ids.sql})` }, ids, estimate: found.length };
}

/** What front matter that may hold a key is like: the letters of the last step of the key, in any case and with marks between. */
function keyPattern(field: string): string {
  if (PLACED.has(field)) return '%';
  const letters = field.split('.').at(-1) ?? '';
  return `%${[...letters].map((letter) => (/[a-z0-9]/.test(letter) ? `${letter}%` : '%')).join('')}`;
}

/** Fields whose name is not that of a key of the article as it is kept. */
const PLACED: ReadonlySet<string> = new Set([
  'path',
  'draft',
  'imageAlt',
  'imageCaption',
  'imageCredit',
]);

/** A key between two bounds. */
export function betweenPart(leaf: Between, tables: Tables): Part {
  return scanned(leaf.field, (one) => isBetween(leaf, one), tables);
}

/** Days; the moment in UTC, which the index has in order, is less than a day from the day that is written. */
export function daysPart({ field, from, to }: Days): Part {
  const column = field === 'date' ? 'docs.date_iso' : 'docs.updated_iso';
  const day = `substr(${column}, 1, 10)`;
  const near = field === 'date';
  const tests = [
    sql(`${column} IS NOT NULL`),
    ...(from === undefined ? [] : [sql(`${day} >= ?`, from)]),
    ...(to === undefined ? [] : [sql(`${day} <= ?`, to)]),
    ...(near && from !== undefined
      ? [sql("docs.date_key >= coalesce(date(?, '-1 day'), '')", from)]
      : []),
    ...(near && to !== undefined
      ? [sql("docs.date_key < coalesce(date(?, '+2 days'), '9999~')", to)]
      : []),
  ];
  const values = tests.flatMap((test) => test.values);
  return { test: { sql: `(${tests.map((test) => test.sql).join(' AND ')})`, values } };
}

/** Words of the body. */
export function countPart({ min, max }: Count): Part {
  return { test: sql('docs.words BETWEEN ? AND ?', min ?? 0, max ?? Number.MAX_SAFE_INTEGER) };
}

const COLUMN_STATES: Partial<Readonly<Record<State, string>>> = {
  draft: 'docs.draft = 1',
  broken: 'docs.error IS NOT NULL',
  untagged: 'docs.untagged = 1',
  undated: "(docs.date_iso IS NULL OR docs.date_origin = 'file')",
};

/** What the index or the reading state says of an article. */
export function isPart({ state }: Is, { states }: Tables): Part {
  const column = COLUMN_STATES[state];
  if (column !== undefined) return { test: sql(column) };
  const kinds = state === 'unread' ? (['reading', 'done'] as const) : ([state] as ['starred']);
  const known = JSON.stringify([...new Set(kinds.flatMap(states))]);
  const negated = state === 'unread' ? 'NOT ' : '';
  return { test: sql(`docs.uid ${negated}IN (SELECT value FROM json_each(?))`, known) };
}
