import type { Label } from './document.ts';
import { type Database, insertRows } from './driver.ts';

/** Rows by key of a table of names, those asked for kept in mind. */
export interface Ids {
  of(key: string, add: (id: number) => void): { readonly id: number; readonly name: string };
  forget(): void;
}

/** The rows of a table whose columns for the key and for the name are these. */
export function idsOf(
  database: Database,
  table: 'dirs' | 'tags' | 'authors',
  { key, name }: { key: string; name: string },
): Ids {
  const known = new Map<string, { id: number; name: string }>();
  const ask = (wanted: string) => {
    const query = `SELECT id, ${name} AS name FROM ${table} WHERE ${key} = ?`;
    const row = database.prepare(query).first(wanted);
    return row && { id: Number(row['id']), name: String(row['name']) };
  };
  return {
    forget: () => known.clear(),
    of: (wanted, add) => {
      const seen = known.get(wanted) ?? ask(wanted);
      if (!seen) {
        const next = `SELECT coalesce(max(id), 0) + 1 AS id FROM ${table}`;
        add(Number(database.prepare(next).first()?.['id']));
      }
      const found = seen ?? ask(wanted) ?? { id: 0, name: '' };
      known.set(wanted, found);
      return found;
    },
  };
}

/** The tags or authors of articles, which wait for the end of their transaction: in their order they are written quicker. */
export interface Labels {
  add(doc: number, labels: readonly Label[]): void;
  write(): void;
  forget(): void;
}

/** How the rows of articles are written, by the table of names. */
const TABLES = {
  tags: { table: 'doc_tags', label: 'tag', more: ', direct' },
  authors: { table: 'doc_authors', label: 'author', more: '' },
} as const;

/** Writes which articles have which tags, or authors. */
export function labelsOf(database: Database, names: keyof typeof TABLES): Labels {
  const { table, label, more } = TABLES[names];
  const ids = idsOf(database, names, { key: 'key', name: 'name' });
  let waiting: (readonly [id: number, doc: number, direct: boolean])[] = [];
  const columns = `${label}, doc${more}`;
  const insertSpelled = `INSERT INTO ${table}(${columns}, spelling) VALUES(?, ?${more && ', ?'}, ?)`;
  return {
    add: (doc, labels) => {
      for (const { name, key, direct } of labels) {
        const known = ids.of(key, (id) =>
          database
            .prepare(`INSERT INTO ${names}(id, name, key) VALUES(?, ?, ?)`)
            .run(id, name, key),
        );
        if (known.name === name) waiting.push([known.id, doc, direct]);
        else {
          const values = more ? [known.id, doc, Number(direct)] : [known.id, doc];
          database.prepare(insertSpelled).run(...values, name);
        }
      }
    },
    write: () => {
      waiting.sort(byIds);
      const rows = waiting.map(
        ([id, doc, direct]) => `(${id},${doc}${more && `,${Number(direct)}`})`,
      );
      waiting = [];
      insertRows(database, `${table}(${columns})`, rows);
    },
    forget: () => {
      waiting = [];
      ids.forget();
    },
  };
}

function byIds(
  [one, doc]: readonly [number, number, boolean],
  [other, otherDoc]: readonly [number, number, boolean],
): number {
  return one - other || doc - otherDoc;
}
