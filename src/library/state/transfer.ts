import { type Change, changeOf, VERSION } from './change.ts';

/** Changes as JSON that another machine takes in. */
export interface Transfer {
  readonly sijori: 'reading state';
  readonly version: number;
  readonly changes: readonly Change[];
}

/** What a file says that was written by {@link transferOf}; a newer version says only that it is one. */
export type Received =
  | { readonly changes: readonly Change[] }
  | { readonly newer: number }
  | 'foreign';

/** Changes in the form that {@link received} reads. */
export function transferOf(changes: readonly Change[]): Transfer {
  return { sijori: 'reading state', version: VERSION, changes };
}

/** Reads a transfer, or the lines of a journal; changes that cannot be read are left out. */
export function received(text: string): Received {
  const [first, ...rest] = valuesOf(text);
  if (first?.['sijori'] !== 'reading state') return 'foreign';
  const version = first['version'];
  if (typeof version !== 'number') return 'foreign';
  if (version > VERSION) return { newer: version };
  const listed = Array.isArray(first['changes']) ? (first['changes'] as unknown[]) : [];
  return { changes: [...listed, ...rest].flatMap((value) => asChange(value) ?? []) };
}

type Fields = Record<string, unknown>;

function valuesOf(text: string): (Fields | undefined)[] {
  const whole = parsed(text);
  return whole ? [whole] : text.split('\n').map(parsed);
}

function asChange(value: unknown): Change | undefined {
  const isRecord = typeof value === 'object' && value !== null;
  return isRecord ? changeOf(value as Fields) : undefined;
}

function parsed(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}
