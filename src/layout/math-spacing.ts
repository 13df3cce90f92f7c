import { type Box, beside, row } from './math-box.ts';
import type { Atom } from './math-symbols-data.ts';

/**
 * How firmly the parts of a piece hold together: 0 a letter, number or bracketed whole, 1 with scripts, 2 a product
 * written together, 3 anything with blanks or a slash.
 */
export type Binding = 0 | 1 | 2 | 3;

/** A printed part of a formula: its box, its class seen from either side and the blanks it asks for around it. */
export interface Piece {
  readonly box: Box;
  readonly left: Atom;
  readonly right: Atom;
  readonly binding: Binding;
  readonly before: number;
  readonly after: number;
}

/** What stands at both ends of a list that is only a part of a line, as a cell is. */
export interface Edges {
  readonly before: Atom;
  readonly after: Atom;
}

/** Classes after which a sign or a bar has nothing on its left (The TeXbook, appendix G, rules 5 and 6). */
const STARTING: ReadonlySet<Atom> = new Set([
  'none',
  'bin',
  'rel',
  'open',
  'punct',
  'large',
  'function',
  'slash',
  'sign',
]);
const ENDING: ReadonlySet<Atom> = new Set(['none', 'rel', 'close', 'punct']);

/** The classes that keep one blank from the class before them, inside scripts too. */
const APART: Readonly<Partial<Record<Atom, readonly Atom[]>>> = {
  ord: ['function', 'large', 'inner', 'word'],
  word: ['function', 'large', 'inner', 'ord'],
  close: ['function', 'large', 'inner', 'word'],
  function: ['function', 'large', 'inner', 'word', 'ord', 'sign'],
  large: ['function', 'large', 'inner', 'word', 'ord', 'open', 'sign'],
  inner: ['function', 'large', 'inner', 'word', 'ord', 'open'],
};

/** A piece of one row. */
export function piece(text: string, atom: Atom, binding: Binding): Piece {
  return { box: row(text), left: atom, right: atom, binding, before: 0, after: 0 };
}

/** Blanks and nothing else. */
export function blank(columns: number): Piece {
  return { ...piece('', 'none', 0), before: columns };
}

/** The piece in parentheses when its parts hold together less firmly than `most`. */
export function textOf({ box, binding }: Piece, most: Binding): string {
  const text = box.rows.join(' ');
  return binding > most ? `(${text})` : text;
}

/** The pieces on one line with the blanks that TeX would leave; undefined when that grows too large. */
export function joined(
  pieces: readonly Piece[],
  script: boolean,
  edges: Edges = { before: 'none', after: 'none' },
): Piece | undefined {
  const { solid, after } = settled(pieces, edges);
  const first = solid[0];
  const right = solid.at(-1)?.right;
  if (!first || !right) return { ...piece('', 'none', 0), before: after };
  const parts = spaced(solid, script, edges.before);
  const binding = bindingOf(solid, parts);
  const end = edges.after === 'none' ? 0 : gapBetween(right, edges.after, script);
  if (end > 0) parts.push({ gap: end, box: row('') });
  const box = beside(parts);
  return box && { box, left: first.left, right, binding, before: first.before, after };
}

interface Spaced {
  readonly gap: number;
  readonly box: Box;
}

function spaced(solid: readonly Piece[], script: boolean, start: Atom): Spaced[] {
  let right = start;
  return solid.map(({ box, before, ...part }, at) => {
    const asked = at > 0 ? before : 0;
    const gap = right === 'none' ? 0 : gapBetween(right, part.left, script);
    const placed = { gap: Math.max(gap, asked), box: behindSlash(box, right, part.left) };
    right = part.right;
    return placed;
  });
}

function behindSlash(box: Box, before: Atom, left: Atom): Box {
  return before === 'slash' && left === 'inner' ? row(`(${box.rows.join(' ')})`) : box;
}

/** The pieces that print, each with all blanks asked for before it; signs and bars have found their classes. */
function settled(pieces: readonly Piece[], edges: Edges): { solid: Piece[]; after: number } {
  const solid: Piece[] = [];
  let asked = 0;
  for (const part of pieces) {
    const before = Math.max(asked, part.before);
    asked = part.after;
    if (part.left === 'none') asked = Math.max(asked, before);
    else solid.push({ ...part, before });
  }
  classify(solid, edges);
  return { solid, after: asked };
}

function classify(solid: Piece[], edges: Edges): void {
  let right = edges.before;
  let bars = 0;
  for (const [at, part] of solid.entries()) {
    const next = solid[at + 1]?.left ?? edges.after;
    const atom = part.left === 'bar' ? barClass(right, bars) : signClass(part.left, right, next);
    if (part.left === 'bar') bars += BAR_DEPTH[atom] ?? 0;
    if (atom !== part.left) solid[at] = { ...part, left: atom, right: atom };
    right = solid[at]?.right ?? 'none';
  }
}

const BAR_DEPTH: Readonly<Partial<Record<Atom, number>>> = { open: 1, close: -1 };

function signClass(atom: Atom, right: Atom, next: Atom): Atom {
  return atom === 'bin' && (STARTING.has(right) || ENDING.has(next)) ? 'sign' : atom;
}

function barClass(right: Atom, bars: number): Atom {
  if (STARTING.has(right)) return 'open';
  return bars > 0 ? 'close' : 'ord';
}

function gapBetween(right: Atom, left: Atom, script: boolean): number {
  const wide = script ? 0 : 1;
  if (right === 'rel' && left === 'rel') return 0;
  if (isOperator(right) || isOperator(left)) return wide;
  if (right === 'punct') return left === 'close' || left === 'punct' ? 0 : wide;
  return APART[right]?.includes(left) ? 1 : 0;
}

function isOperator(atom: Atom): boolean {
  return atom === 'bin' || atom === 'rel';
}

const DIVIDING: ReadonlySet<Atom> = new Set(['bin', 'rel', 'punct', 'slash']);
const NUMBER = /^\d+(?:[.,]\d+)*$/;
const FUNCTION_LETTER = /^[fghpEFGHPΓζφψ][′″‴₀-₉]*$/u;
const DIFFERENTIAL = /^[d∂Δδ][⁰¹²³⁴-⁹ⁿ]*$/;

function bindingOf(solid: readonly Piece[], parts: readonly Spaced[]): Binding {
  const last = solid.at(-1)?.binding ?? 0;
  if (solid.length === 1) return last;
  const { loose, units } = outline(solid, parts);
  if (loose) return 3;
  if (units === 1) return last;
  const texts = parts.map(({ box }) => box.rows.join(''));
  if (units === 2 && last < 2 && isApplied(solid, texts)) return 1;
  return NUMBER.test(texts.join('')) ? 0 : 2;
}

/** `dx`, `n!`, `f(x)`: two parts that everybody reads as one, also behind a slash. */
function isApplied(solid: readonly Piece[], texts: readonly string[]): boolean {
  const first = texts[0] ?? '';
  if (texts.at(-1) === '!') return true;
  if (solid.length === 2) return DIFFERENTIAL.test(first);
  return solid[1]?.left === 'open' && FUNCTION_LETTER.test(first);
}

/** What a list is outside its brackets: the number of its parts, and whether a blank or a slash divides them. */
function outline(
  solid: readonly Piece[],
  parts: readonly Spaced[],
): { loose: boolean; units: number } {
  let depth = 0;
  let units = 0;
  let loose = false;
  for (const [at, part] of solid.entries()) {
    if (depth === 0) {
      units += 1;
      const divided = at > 0 && (parts[at]?.gap ?? 0) > 0;
      loose ||= divided || DIVIDING.has(part.left) || part.binding === 3;
    }
    if (part.left === 'close') depth = Math.max(0, depth - 1);
    if (part.right === 'open') depth += 1;
  }
  return { loose, units };
}
