import { InvalidArgumentError } from 'commander';
import { asFollowed } from '../library/folders.ts';
import type { Locale } from '../model/locale.ts';

/** Widest page that may be asked for, in columns. */
export const WIDEST = 1000;

/** Columns as the user writes them: a number, `full`, or 0 for lines that are never broken. */
export type WidthChoice = number | 'full';

/** Checks of option values; each throws what commander turns into a usage error. */
export function valuesIn(locale: Locale) {
  const wanted = (key: string, details = {}) => new InvalidArgumentError(locale.text(key, details));
  const path = (value: string): string => {
    if (value === '') throw wanted('want-path');
    return value;
  };
  return {
    width: (value: string): WidthChoice => {
      if (value === 'full') return 'full';
      const columns = Number(value);
      if (!/^\d+$/.test(value) || columns > WIDEST) throw wanted('want-width');
      return columns;
    },
    path,
    /** A file or a folder to write to, which need not be there. */
    target: (value: string): string => asFollowed(path(value)),
    count: (value: string): number => {
      if (!/^\d+$/.test(value)) throw wanted('want-count');
      return Number(value);
    },
    ordinal: (value: string): number => {
      if (!/^[1-9]\d{0,8}$/.test(value)) throw wanted('want-ordinal');
      return Number(value);
    },
    columns: (value: string): 1 | 2 => {
      if (value !== '1' && value !== '2') throw wanted('want-one-of', { choices: '1, 2' });
      return value === '1' ? 1 : 2;
    },
    moment: (value: string): string => {
      const day =
        /^(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:\d\d)?)?$/;
      const time = Date.parse(`${day.exec(value)?.[1]}T00:00:00Z`);
      const real =
        !Number.isNaN(time) && value.startsWith(new Date(time).toISOString().slice(0, 10));
      if (!real) throw wanted('want-moment');
      return value;
    },
    /** Collects the parts between commas of an option that may be given again. */
    parts: (value: string, before: readonly string[] = []): readonly string[] => {
      const parts = value.split(',').map((part) => part.trim());
      return [...new Set([...before, ...parts.filter((part) => part !== '')])];
    },
    oneOf: <T extends string>(...choices: readonly T[]) => {
      const parse = (value: string): T => {
        const found = choices.find((choice) => choice === value);
        if (found === undefined) throw wanted('want-one-of', { choices: choices.join(', ') });
        return found;
      };
      // For completion, which offers them.
      return Object.assign(parse, { choices });
    },
    /** Collects an option that may be given again. */
    again: (value: string, before: readonly string[] = []): readonly string[] => [...before, value],
  };
}
