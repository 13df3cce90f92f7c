import { InvalidArgumentError } from 'commander';
import type { Locale } from '../model/locale.ts';

/** Widest page that may be asked for, in columns. */
export const WIDEST = 1000;

/** Columns as the user writes them: a number, `full`, or 0 for lines that are never broken. */
export type WidthChoice = number | 'full';

/** Checks of option values; each throws what commander turns into a usage error. */
export function valuesIn(locale: Locale) {
  const wanted = (key: string, details = {}) => new InvalidArgumentError(locale.text(key, details));
  return {
    width: (value: string): WidthChoice => {
      if (value === 'full') return 'full';
      const columns = Number(value);
      if (!/^\d+$/.test(value) || columns > WIDEST) throw wanted('want-width');
      return columns;
    },
    count: (value: string): number => {
      if (!/^\d+$/.test(value)) throw wanted('want-count');
      return Number(value);
    },
    columns: (value: string): 1 | 2 => {
      if (value !== '1' && value !== '2') throw wanted('want-one-of', { choices: '1, 2' });
      return value === '1' ? 1 : 2;
    },
    day: (value: string): string => {
      if (!/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(value))
        throw wanted('want-date');
      return value;
    },
    oneOf:
      <T extends string>(...choices: readonly T[]) =>
      (value: string): T => {
        const found = choices.find((choice) => choice === value);
        if (found === undefined) throw wanted('want-one-of', { choices: choices.join(', ') });
        return found;
      },
    /** Collects an option that may be given again. */
    again: (value: string, before: readonly string[] = []): readonly string[] => [...before, value],
  };
}
