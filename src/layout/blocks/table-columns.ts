/** What the cells of one column need, in columns of the terminal. */
export interface Wish {
  /** The widest cell on one line. */
  readonly natural: number;
  /** The longest word, which is not to be cut. */
  readonly least: number;
}

/** A column shares its room with others down to this, before rows become records. */
const NARROWEST = 4;

/**
 * Shares `room` columns out: natural widths where they fit, else every column at least its longest word and the
 * rest of the room to those that wish for more, in proportion; undefined where the longest words do not fit.
 */
export function shareColumns(wishes: readonly Wish[], room: number): number[] | undefined {
  const natural = wishes.map((wish) => wish.natural);
  if (sum(natural) <= room) return natural;
  const least = wishes.map((wish) => Math.min(wish.natural, Math.max(wish.least, NARROWEST)));
  if (sum(least) > room) return undefined;
  const wanted = wishes.map((wish, at) => wish.natural - least[at]!);
  const free = room - sum(least);
  const total = sum(wanted);
  const shares = wanted.map((want, at) => least[at]! + Math.floor((want * free) / total));
  return handOut(shares, natural, room - sum(shares));
}

/** Gives what rounding left over to the columns that still wish for it, from the left. */
function handOut(shares: number[], natural: readonly number[], left: number): number[] {
  let rest = left;
  return shares.map((share, at) => {
    if (rest <= 0 || share >= natural[at]!) return share;
    rest -= 1;
    return share + 1;
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
