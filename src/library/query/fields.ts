import { FIELD_ALIASES, type Field, fieldKey } from '../../model/fields.ts';
import { fold } from '../../model/fold.ts';
import type { State } from './syntax.ts';

/** What the name before a colon asks for. */
export type Role =
  | { readonly role: 'words'; readonly column: 'title' | 'body' }
  | { readonly role: 'texts'; readonly field: string }
  /** A key that sijori gives no meaning: its values may be texts, numbers or dates. */
  | { readonly role: 'key'; readonly field: string }
  | { readonly role: 'days'; readonly field: 'date' | 'updated' }
  | { readonly role: 'edge'; readonly sign: '>=' | '<=' | '>' | '<' }
  | { readonly role: 'count' | 'is' | 'has' | 'no' | 'query' };

/** Names that only queries have; they go before those of front matter. */
const OWN: Readonly<Record<string, Role>> = {
  ...each('body text isi teks', { role: 'words', column: 'body' }),
  ...each('title judul', { role: 'words', column: 'title' }),
  ...each('on pada', { role: 'days', field: 'date' }),
  ...each('since sejak', { role: 'edge', sign: '>=' }),
  ...each('until sampai hingga', { role: 'edge', sign: '<=' }),
  ...each('after sesudah setelah', { role: 'edge', sign: '>' }),
  ...each('before sebelum', { role: 'edge', sign: '<' }),
  ...each('words kata', { role: 'count' }),
  ...each('is', { role: 'is' }),
  ...each('has punya', { role: 'has' }),
  ...each('no tanpa', { role: 'no' }),
  ...each('query kueri', { role: 'query' }),
  ...each('path berkas file', { role: 'texts', field: 'path' }),
  ...each('url', { role: 'texts', field: 'source' }),
};

/** Fields of front matter whose role is not that of a field with texts. */
const ROLES: Partial<Readonly<Record<Field, Role>>> = {
  title: { role: 'words', column: 'title' },
  date: { role: 'days', field: 'date' },
  updated: { role: 'days', field: 'updated' },
  tags: { role: 'texts', field: 'tag' },
  authors: { role: 'texts', field: 'author' },
  sourceUrl: { role: 'texts', field: 'source' },
  draft: { role: 'key', field: 'draft' },
};

const BY_ALIAS: ReadonlyMap<string, Field> = new Map(
  (Object.keys(FIELD_ALIASES) as Field[])
    .reverse()
    .flatMap((field) => FIELD_ALIASES[field].map((alias) => [fieldKey(alias), field] as const)),
);

/** What a name asks for: a field by any of its names in both languages, else the key of that name. */
export function roleOf(name: string): Role {
  const key = fieldKey(name);
  if (Object.hasOwn(OWN, key)) return OWN[key] as Role;
  const field = BY_ALIAS.get(key);
  if (field === undefined) return { role: 'key', field: name.split('.').map(fieldKey).join('.') };
  return ROLES[field] ?? { role: 'texts', field };
}

/** Whether a name is one that sijori knows, so that it cannot be a word of prose before a colon. */
export function isFieldName(name: string): boolean {
  return Object.hasOwn(OWN, fieldKey(name)) || BY_ALIAS.has(fieldKey(name));
}

/** The names that completion offers. */
export const FIELD_NAMES: readonly string[] = (
  'tag author title body date since until after before on updated words is has no lang series source slug path ' +
  'categories editors location query'
).split(' ');

/** What `is:` takes besides the names of the states themselves. */
const STATE_ALIASES: Readonly<Record<string, State>> = {
  ...each('belum baru new', 'unread'),
  ...each('sedang dibaca started', 'reading'),
  ...each('selesai read', 'done'),
  ...each('bintang star', 'starred'),
  ...each('konsep', 'draft'),
  ...each('rusak', 'broken'),
  ...each('tanpatag', 'untagged'),
  ...each('tanpatanggal', 'undated'),
};

/** The state that a word means, in English or Indonesian; undefined if none. */
export function stateNamed(word: string, states: readonly State[]): State | undefined {
  const key = fieldKey(fold(word));
  return (
    states.find((state) => state === key) ??
    (Object.hasOwn(STATE_ALIASES, key) ? STATE_ALIASES[key] : undefined)
  );
}

function each<Value>(names: string, value: Value): Readonly<Record<string, Value>> {
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}
