import { ALL_RUNS, LATIN_RUNS, LINE_BREAK_KINDS, PUNCTUATION_RUNS } from './line-break-data.ts';
import { unitOf } from './line-break-rules.ts';

const DIGITS = 46;
const FIRST_SYMBOL = 0x23;
const PUNCTUATION = 0x2000;
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

/** Units by code point, 0 where not unpacked yet; the few runs above U+20000 by their last code point. */
export interface LineBreakTable {
  readonly units: Uint8Array;
  readonly tail: { readonly end: number; readonly unit: number }[];
}

/** A table with the characters most articles are written in: Latin and general punctuation. */
export function commonTable(): LineBreakTable {
  const table = { units: new Uint8Array(0x20000), tail: [] };
  unpack(LATIN_RUNS, 0, table);
  unpack(PUNCTUATION_RUNS, PUNCTUATION, table);
  return table;
}

/** Completes a table with all other code points of Unicode 17. */
export function unpackAll(table: LineBreakTable): void {
  unpack(ALL_RUNS, 0, table);
  // Every 28th Hangul syllable has no final consonant; the runs hold the class of the others.
  const open = unitOf('H2~');
  for (let point = FIRST_SYLLABLE; point <= LAST_SYLLABLE; point += 28) table.units[point] = open;
}

function unpack(runs: string, from: number, { units, tail }: LineBreakTable): void {
  const kinds = LINE_BREAK_KINDS.split(' ').map(unitOf);
  let point = from;
  for (let at = 0; at < runs.length; ) {
    const unit = kinds[runs.charCodeAt(at++) - FIRST_SYMBOL]!;
    let length = 0;
    for (let place = 1, digit = DIGITS; digit >= DIGITS; place *= DIGITS) {
      digit = runs.charCodeAt(at++) - FIRST_SYMBOL;
      length += (digit % DIGITS) * place;
    }
    units.fill(unit, point, point + length);
    point += length;
    if (point > units.length) tail.push({ end: point - 1, unit });
  }
}
