import { unpacked } from '../index/document.ts';
import type { Described } from './candidate.ts';
import { hasField, isBetween } from './field-values.ts';
import { EVERY, estimated, NONE, type Part, type Sql, sql, type Tables } from './sql.ts';
import type { Between, Count, Days, Field, Fit, Is, State } from './syntax.ts';

/** A field, on the columns that the index has for it, else by going through the front matter of all articles. */
export function fieldPart(leaf: Field, tables: Tables): Part {
  if (leaf.field === 'tag') return tagPart(leaf, tables);
  if (leaf.field === 'author') return authorPart(leaf, tables);
  const column = Object.hasOwn(COLUMNS, leaf.field) ? COLUMNS[leaf.field] : undefined;
  if (column === undefined || leaf.fit === 'within')
    return scanned(leaf, (one) => hasField(leaf, one), tables);
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

/** Articles found by going through those that may fit, where the index has no table for what is asked. */
function scanned(
  { field, text = '' }: { readonly field: string; readonly text?: string },
  fits: (article: Described) => boolean,
  { rows }: Tables,
): Part {
  const found: number[] = [];
  const may = mayHave(field, text);
  const columns = field === 'path' ? "id, path, '{}' AS meta" : 'id, path, meta';
  const query = `SELECT ${columns} FROM docs WHERE id > ? AND ${may.sql} ORDER BY id LIMIT ${SOME}`;
  for (let last = 0, some = SOME; some === SOME; ) {
    const page = rows(query, last, ...may.values);
    for (const { id, path, meta } of page) {
      last = Number(id);
      if (fits({ path: String(path), meta: unpacked(String(meta)) })) found.push(last);
    }
    some = page.length;
  }
  const ids = sql('SELECT value FROM json_each(?)', JSON.stringify(found));
  return { test: { ...ids, sql: `+docs.id IN (${ids.sql})` }, ids, estimate: found.length };
}

/** Which rows may have a field: their meta is JSON without what the article does not say. */
function mayHave(field: string, text: string): Sql {
  if (field === 'path') return sql(`(instr(${PATH_KEY}, ?) > 0 OR path GLOB '*[^ -~]*')`, text);
  if (ALWAYS.has(field)) return EVERY.test;
  const known = IN_META.get(field);
  if (known !== undefined) return sql('instr(meta, ?) > 0', `"${known}":`);
  const others = `instr(meta, '"extra":') > 0`;
  const last = field.split('.').at(-1) ?? '';
  if (!/^[a-z0-9]+$/.test(last)) return sql(others);
  // Keys are compared without these marks; one with an escape in it may have others.
  const plain = "replace(replace(replace(lower(meta), '_', ''), '-', ''), ' ', '')";
  return sql(`${others} AND (instr(${plain}, ?) > 0 OR instr(meta, '\\') > 0)`, `${last}":`);
}

/** A path as it is compared, if it is of ASCII only. */
const PATH_KEY = "replace(replace(lower(path), '''', ''), '`', '')";

/** Fields that every article has, said or not. */
const ALWAYS: ReadonlySet<string> = new Set(['draft', 'slug', 'lang', 'tag', 'author']);

/** Where the others stand in the meta of an article. */
const IN_META: ReadonlyMap<string, string> = new Map(
  Object.entries({
    editors: 'editors',
    categories: 'categories',
    subtitle: 'subtitle',
    description: 'description',
    series: 'series',
    location: 'location',
    source: 'source',
    image: 'image',
    imageAlt: 'image',
    imageCaption: 'image',
    imageCredit: 'image',
    related: 'related',
    aliases: 'aliases',
  }),
);

/** A key between two bounds. */
export function betweenPart(leaf: Between, tables: Tables): Part {
  return scanned(leaf, (one) => isBetween(leaf, one), tables);
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
