import type { Value } from './index/driver.ts';
import { alternatives, type Selection, select } from './select.ts';
import type { Filter } from './shelf.ts';

/** A selection as a filter: in SQL for the index, and for articles that are at hand. */
export function filterOf(wanted: Selection): Filter {
  const parts = [
    ...(wanted.tags ?? []).map(tagged),
    ...(wanted.authors ?? []).map(by),
    ...between(wanted),
  ];
  return {
    where: ['1', ...parts.map(([where]) => where)].join(' AND '),
    parameters: parts.flatMap(([, ...values]) => values),
    fits: (entry) => select([entry], wanted).length > 0,
  };
}

type Part = readonly [where: string, ...values: Value[]];

function tagged(wanted: string): Part {
  const keys = JSON.stringify(alternatives(wanted));
  return [
    'id IN (SELECT doc FROM doc_tags WHERE tag IN (SELECT id FROM tags WHERE key IN (SELECT value FROM json_each(?))))',
    keys,
  ];
}

function by(wanted: string): Part {
  const named = 'SELECT authors.id FROM authors, json_each(?) WHERE instr(authors.key, value) > 0';
  return [
    `id IN (SELECT doc FROM doc_authors WHERE author IN (${named}))`,
    JSON.stringify(alternatives(wanted)),
  ];
}

/** Days as they are written, whatever their zone. */
function between({ since, until }: Selection): Part[] {
  return [
    ...(since === undefined ? [] : [['substr(date_iso, 1, 10) >= ?', since] as Part]),
    ...(until === undefined
      ? []
      : [['substr(date_iso, 1, ?) <= ?', Math.min(10, until.length), until] as Part]),
  ];
}
