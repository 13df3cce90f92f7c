import { FIELD_ALIASES, FIELD_GROUPS, type Field, fieldKey, isKnownKey } from '../model/fields.ts';
import { isNone } from './meta-values.ts';

/** A key of a head with its value. */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
}

/** The keys of a head by the way they are compared, and those that were understood so far. */
export interface Lookup {
  /** The keys at the top, as they are written. */
  readonly keys: readonly string[];
  readonly entries: ReadonlyMap<string, Entry>;
  /** Those that belong to a field and hold a value, best alias first. */
  readonly fields: ReadonlyMap<Field, readonly Entry[]>;
  readonly used: Set<Entry>;
}

type Fields = Readonly<Record<string, unknown>>;

/** Makes a head's keys findable in any case; a key at the top goes before one in `taxonomies`, `params` or `extra`. */
export function lookUp(data: Fields | undefined): Lookup {
  const entries = new Map<string, Entry>();
  const keys = data ? enter(data, entries) : [];
  for (const key of keys) {
    const value = data?.[key];
    if (isGroup(key, value)) enter(value, entries);
  }
  return { keys, entries, fields: byField(entries), used: new Set() };
}

/** Adds the keys of a map, and names them. */
function enter(fields: Fields, entries: Map<string, Entry>): readonly string[] {
  const keys = Object.keys(fields);
  for (const key of keys) {
    const name = fieldKey(key);
    const before = entries.get(name);
    if (before === undefined || isNone(before.value))
      entries.set(name, { key, value: fields[key] });
  }
  return keys;
}

/** A head has few keys, and fields have many names: the names are looked up by the keys. */
function byField(entries: ReadonlyMap<string, Entry>): Map<Field, Entry[]> {
  const fields = new Map<Field, Entry[]>();
  for (const [name, entry] of entries) {
    const place = PLACES.get(name);
    if (!place || isNone(entry.value)) continue;
    const found = fields.get(place.field);
    if (found) found.push(entry);
    else fields.set(place.field, [entry]);
    // Few heads name a field twice.
    found?.sort((a, b) => rankOf(a) - rankOf(b));
  }
  return fields;
}

function rankOf({ key }: Entry): number {
  return PLACES.get(fieldKey(key))?.rank ?? 0;
}

function isGroup(key: string, value: unknown): value is Fields {
  const map = typeof value === 'object' && value !== null && !Array.isArray(value);
  return map && FIELD_GROUPS.includes(fieldKey(key));
}

/** The entries of a field that hold a value, best alias first. */
export function candidates(lookup: Lookup, field: Field): readonly Entry[] {
  return lookup.fields.get(field) ?? NONE;
}

const NONE: readonly Entry[] = [];

/** The field that a key belongs to, as keys are compared, and how many of its names go before; no key has two. */
const PLACES: ReadonlyMap<string, { readonly field: Field; readonly rank: number }> = new Map(
  (Object.keys(FIELD_ALIASES) as Field[]).flatMap((field) =>
    FIELD_ALIASES[field]
      .map((alias, rank) => [fieldKey(alias), { field, rank }] as const)
      // Of names that are compared as one, the first counts.
      .reverse(),
  ),
);

/** What the first readable entry of a field says. */
export function find<Value>(
  lookup: Lookup,
  field: Field,
  read: (value: unknown) => Value | undefined,
): Value | undefined {
  for (const entry of candidates(lookup, field)) {
    const value = read(entry.value);
    if (value === undefined) continue;
    lookup.used.add(entry);
    return value;
  }
  return undefined;
}

/** The first list of a field that is not empty. */
export function findList(
  lookup: Lookup,
  field: Field,
  read: (value: unknown) => readonly string[],
): readonly string[] {
  return find(lookup, field, (value) => nonEmpty(read(value))) ?? [];
}

function nonEmpty(list: readonly string[]): readonly string[] | undefined {
  return list.length > 0 ? list : undefined;
}

/** The keys that were not understood, as they were read; of known keys without a value nothing is kept. */
export function unused(data: Fields | undefined, lookup: Lookup): Fields {
  const extra: Record<string, unknown> = Object.create(null);
  for (const key of lookup.keys) {
    const value = data?.[key];
    const rest = isGroup(key, value) ? leftOver(value, lookup) : value;
    if (rest !== undefined && !isSpent(key, value, lookup)) extra[key] = rest;
  }
  return extra;
}

function isSpent(key: string, value: unknown, lookup: Lookup): boolean {
  return isUsed(key, value, lookup) || (isNone(value) && isKnownKey(key));
}

function leftOver(group: Fields, lookup: Lookup): Fields | undefined {
  const rest: Record<string, unknown> = Object.create(null);
  const left = Object.entries(group).filter(([key, value]) => !isUsed(key, value, lookup));
  for (const [key, value] of left) rest[key] = value;
  return left.length > 0 ? rest : undefined;
}

function isUsed(key: string, value: unknown, lookup: Lookup): boolean {
  const entry = lookup.entries.get(fieldKey(key));
  return (
    entry !== undefined && lookup.used.has(entry) && entry.key === key && entry.value === value
  );
}
