/** A mapping of front matter. */
export type Fields = Record<string, unknown>;

const DEEPEST = 100;
const MOST_KEYS = 1000;
const MOST_VALUES = 20_000;

/** What is still allowed; shared by a whole head, so that aliases cannot multiply. */
interface Allowance {
  keys: number;
  values: number;
}

/**
 * A copy of a parsed mapping with null prototypes, without `__proto__`, dates as ISO text; undefined if it is no mapping.
 * Throws a RangeError beyond 100 levels, 1,000 keys or 20,000 values, which ends cycles and alias bombs.
 */
export function plainFields(value: unknown): Fields | undefined {
  if (!isFields(value)) return undefined;
  return copyFields(value, 1, { keys: MOST_KEYS, values: MOST_VALUES });
}

/** Whether a value is a mapping. */
function isFields(value: unknown): value is Fields {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}

function copyFields(fields: Fields, depth: number, allowance: Allowance): Fields {
  const copy: Fields = Object.create(null);
  for (const key of Object.keys(fields)) {
    allowance.keys -= 1;
    if (allowance.keys < 0) throw new RangeError('too many keys');
    if (key !== '__proto__') copy[key] = copyValue(fields[key], depth + 1, allowance);
  }
  return copy;
}

function copyValue(value: unknown, depth: number, allowance: Allowance): unknown {
  allowance.values -= 1;
  if (allowance.values < 0) throw new RangeError('too many values');
  if (depth > DEEPEST) throw new RangeError('nested too deeply');
  if (value instanceof Date) return dateText(value);
  if (Array.isArray(value)) return value.map((item) => copyValue(item, depth + 1, allowance));
  if (isFields(value)) return copyFields(value, depth, allowance);
  return typeof value === 'bigint' ? String(value) : value;
}

/** TOML's dates print themselves as they were written; an impossible one throws. */
function dateText(value: Date): string {
  try {
    return value.toISOString();
  } catch {
    return '';
  }
}
