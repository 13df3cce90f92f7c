import {
  type Atom,
  CHARACTERS,
  COMMANDS,
  type Environment,
  FUNCTIONS,
} from './math-symbols-data.ts';

/** One printed character, word or operator and how it sits among its neighbours. */
export interface MathSymbol {
  readonly kind: 'symbol';
  readonly text: string;
  readonly atom: Atom;
}

/** A formula as a tree; every part of the source that prints is in it. */
export type MathNode =
  | MathSymbol
  | { readonly kind: 'space'; readonly columns: number; readonly thin?: boolean }
  | { readonly kind: 'list'; readonly children: readonly MathNode[] }
  | { readonly kind: 'group'; readonly body: MathNode; readonly atom?: Atom }
  | { readonly kind: 'fraction'; readonly top: MathNode; readonly bottom: MathNode }
  | { readonly kind: 'root'; readonly body: MathNode; readonly index?: MathNode }
  | { readonly kind: 'negated'; readonly body: MathNode }
  | {
      readonly kind: 'accent';
      readonly mark: string;
      readonly before?: string;
      readonly body: MathNode;
    }
  | {
      readonly kind: 'letters';
      readonly alphabet: 'plain' | 'double' | 'script' | 'fraktur';
      readonly body: MathNode;
    }
  | {
      readonly kind: 'scripts';
      readonly base?: MathNode;
      readonly sub?: MathNode;
      readonly sup?: MathNode;
      readonly primes: number;
    }
  | {
      readonly kind: 'pattern';
      readonly atom: Atom;
      readonly parts: readonly (string | MathNode)[];
    }
  | {
      readonly kind: 'fence';
      readonly open: string;
      readonly close: string;
      readonly body: MathNode;
    }
  | {
      readonly kind: 'grid';
      readonly look: Environment;
      readonly rows: readonly (readonly MathNode[])[];
      /** The argument of `array`: `lcr` and `|`. */
      readonly columns: string;
    };

/** The place of reading in a formula; `failed` means that its source is to be printed instead. */
export interface Reading {
  readonly tex: string;
  at: number;
  depth: number;
  failed: boolean;
}

/** What ends or splits a list of atoms. */
export type Marker = 'end' | 'group' | 'option' | 'cell' | 'row' | 'right' | 'dollar' | 'infix';

/** A command: its name, or the one character behind the backslash. */
export const COMMAND = /\\([a-zA-Z]+|[\s\S])/uy;
/** Blanks that TeX does not print. */
export const BLANKS = /\s+/y;

/** A node that prints nothing and is left out of lists. */
export const NOTHING: MathNode = { kind: 'list', children: [] };

/** Makes a table when it is first asked for: most articles hold no formula. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const printed = once(() => table(COMMANDS));

/** Characters that are not ordinary symbols: those of the keyboard, and what commands print, typed as it is. */
export const symbolsOfCharacters: () => ReadonlyMap<string, MathSymbol> = once(
  () => new Map([...[...printed().values()].reverse().flatMap(typed), ...table(CHARACTERS)]),
);

/** Commands that print one symbol or word. */
export const symbolsOfCommands: () => ReadonlyMap<string, MathSymbol> = once(
  () => new Map([...printed(), ...words(FUNCTIONS).map(functionName)]),
);

function functionName(entry: string): [string, MathSymbol] {
  const [name = '', text = name] = entry.split('=');
  return [name, { kind: 'symbol', text: text.replace('_', ' '), atom: 'function' }];
}

const MARKER_OF_CHARACTER: ReadonlyMap<string, Marker> = new Map([
  ['', 'end'],
  ['}', 'group'],
  ['&', 'cell'],
  ['$', 'dollar'],
]);
const MARKER_OF_COMMAND: ReadonlyMap<string, Marker> = new Map([
  ['\\', 'row'],
  ['cr', 'row'],
  ['newline', 'row'],
  ['right', 'right'],
  ['end', 'end'],
  ['over', 'infix'],
  ['choose', 'infix'],
]);

/** The words of a list in the symbol table. */
export function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

/** Outside ASCII a character has the class of the first command that prints it. */
function typed(symbol: MathSymbol): [string, MathSymbol][] {
  return symbol.text > '\x7f' ? [[symbol.text, symbol]] : [];
}

function table(lists: Readonly<Partial<Record<Atom, string>>>): Map<string, MathSymbol> {
  const found = new Map<string, MathSymbol>();
  for (const [atom, list] of Object.entries(lists)) {
    const entries = words(list);
    for (let at = 0; at + 1 < entries.length; at += 2) {
      const text = entries[at + 1] ?? '';
      found.set(entries[at] ?? '', { kind: 'symbol', text, atom: atom as Atom });
    }
  }
  return found;
}

/** The marker at the place of reading, which does not move. */
export function markerOf(reading: Reading, option = false): Marker | undefined {
  const char = reading.tex[reading.at] ?? '';
  if (option && char === ']') return 'option';
  if (char !== '\\') return MARKER_OF_CHARACTER.get(char);
  COMMAND.lastIndex = reading.at;
  return MARKER_OF_COMMAND.get(COMMAND.exec(reading.tex)?.[1] ?? '');
}

/** Gives the formula up: reading goes to the end of it. */
export function fail(reading: Reading): MathNode {
  reading.failed = true;
  reading.at = reading.tex.length;
  return NOTHING;
}

/** The match of a sticky pattern at the place of reading, which moves behind it. */
export function take(reading: Reading, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reading.at;
  const match = pattern.exec(reading.tex);
  if (match) reading.at += match[0].length;
  return match;
}

/** Moves behind blanks and `text`, which must follow. */
export function expect(reading: Reading, text: string): void {
  take(reading, BLANKS);
  if (reading.tex.startsWith(text, reading.at)) reading.at += text.length;
  else fail(reading);
}
