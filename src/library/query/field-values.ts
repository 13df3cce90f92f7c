import type { Meta } from '../../model/article.ts';
import { FIELD_GROUPS, fieldKey } from '../../model/fields.ts';
import { fold } from '../../model/fold.ts';
import type { Described } from './candidate.ts';
import type { Between, Bound, Field, Fit } from './syntax.ts';

/** The fields that sijori understands, by their names in queries. */
const KNOWN: Readonly<Record<string, (meta: Meta, path: string) => readonly unknown[]>> = {
  tag: (meta) => meta.tags,
  author: (meta) => meta.authors,
  editors: (meta) => meta.editors,
  categories: (meta) => meta.categories,
  subtitle: (meta) => [meta.subtitle],
  description: (meta) => [meta.description],
  lang: (meta) => [meta.lang],
  slug: (meta) => [meta.slug],
  series: (meta) => [meta.series],
  location: (meta) => [meta.location],
  draft: (meta) => [meta.draft],
  source: (meta) => [meta.source?.name, meta.source?.url],
  image: (meta) => [meta.image?.src],
  imageAlt: (meta) => [meta.image?.alt],
  imageCaption: (meta) => [meta.image?.caption],
  imageCredit: (meta) => [meta.image?.credit],
  related: (meta) => meta.related,
  aliases: (meta) => meta.aliases,
  path: (_, path) => [path],
};

/** Whether an article has a field that fits. */
export function hasField(
  { field, fit, text }: Pick<Field, 'field' | 'fit' | 'text'>,
  { meta, path }: Described,
): boolean {
  const values = valuesOf(field, meta, path);
  return fit === 'has'
    ? values.some((value) => value.trim() !== '')
    : values.some((value) => fits(fold(value), fit, text));
}

/** Whether a folded value fits a folded text. */
function fits(value: string, fit: Exclude<Fit, 'has'>, text: string): boolean {
  switch (fit) {
    case 'is':
      return value === text;
    case 'starts':
      return value.startsWith(text);
    case 'within':
      return value === text || value.startsWith(`${text}/`);
    case 'contains':
      return value.includes(text);
  }
}

/** Whether an article has a value of a key that is between the bounds. */
export function isBetween({ field, from, to }: Between, { meta, path }: Described): boolean {
  return valuesOf(field, meta, path).some((value) => {
    const number = /^\s*[-+]?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
    if (number !== undefined) return isAbove(number, from) && isBelow(number, to);
    const day = /^\s*(\d{4}-\d{2}-\d{2})/.exec(value)?.[1];
    return day !== undefined && isSince(day, from) && isUntil(day, to);
  });
}

function isAbove(value: number, bound: Bound | undefined): boolean {
  if (bound === undefined) return true;
  if (bound.number === undefined) return false;
  return bound.included ? value >= bound.number : value > bound.number;
}

function isBelow(value: number, bound: Bound | undefined): boolean {
  if (bound === undefined) return true;
  if (bound.number === undefined) return false;
  return bound.included ? value <= bound.number : value < bound.number;
}

function isSince(day: string, bound: Bound | undefined): boolean {
  return bound === undefined || (bound.day !== undefined && day >= bound.day);
}

function isUntil(day: string, bound: Bound | undefined): boolean {
  return bound === undefined || (bound.day !== undefined && day <= bound.day);
}

function valuesOf(field: string, meta: Meta, path: string): string[] {
  const values = Object.hasOwn(KNOWN, field)
    ? (KNOWN[field]?.(meta, path) ?? [])
    : otherKeys(meta.extra, field.split('.'));
  return values.flatMap((value) => textsIn(value, DEEPEST));
}

/** Deepest nesting of lists and maps in a head that is looked into. */
const DEEPEST = 20;

/** What a key of the head holds that sijori gives no meaning; also inside of the maps that other programs put keys in. */
function otherKeys(extra: Meta['extra'], steps: readonly string[]): unknown[] {
  const groups = Object.entries(extra).filter(([key]) => FIELD_GROUPS.includes(fieldKey(key)));
  return [extra, ...groups.map(([, value]) => value)].flatMap((value) => under(value, steps));
}

/** What stands under a path of keys; a key may itself have dots in it. */
function under(value: unknown, steps: readonly string[]): unknown[] {
  if (steps.length === 0) return [value];
  if (Array.isArray(value)) return value.flatMap((one) => (isMap(one) ? under(one, steps) : []));
  if (!isMap(value)) return [];
  return steps.flatMap((_, at) => {
    const name = steps.slice(0, at + 1).join('.');
    const found = Object.entries(value).filter(([key]) => fieldKey(key) === name);
    return found.flatMap(([, one]) => under(one, steps.slice(at + 1)));
  });
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of a value, of lists and maps those in them. */
function textsIn(value: unknown, depth: number): string[] {
  if (value === undefined || value === null || depth === 0) return [];
  if (value instanceof Date) return [value.toISOString()];
  if (typeof value === 'object')
    return Object.values(value).flatMap((one) => textsIn(one, depth - 1));
  return [String(value)];
}
