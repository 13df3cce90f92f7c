/** Columns between two columns of text. */
export const GUTTER = 6;

/** The largest of some values, 0 for none; `Math.max` takes only so many arguments as the stack has room for. */
export function largest(values: Iterable<number>): number {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
}
