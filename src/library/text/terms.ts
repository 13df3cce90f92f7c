import { kindOf, LETTER } from './characters.ts';
import { englishForms } from './english.ts';
import { indonesianForms } from './indonesian.ts';
import type { Sieve } from './sieve.ts';
import { type Emit, LONGEST, readWords } from './words.ts';

/** A word as it is compared, and where it stands in the text in UTF-16 offsets. */
export interface Place {
  readonly token: string;
  readonly start: number;
  readonly end: number;
}

/** ASCII by what it is: 0 apart, 1 a small letter or digit, 2 a capital, 3 an apostrophe, which needs a look. */
const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[a-z0-9]/.test(sign)) return 1;
  if (/[A-Z]/.test(sign)) return 2;
  return /['`]/.test(sign) ? 3 : 0;
});

/**
 * The words of a text in order, as they are compared: decomposed, without accents and apostrophes, in lower case, only
 * letters and digits. Scripts without spaces give every two neighbouring characters. Linear.
 */
export function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  scan(text, (token) => tokens.push(token));
  return tokens;
}

/** As {@link tokensOf}, with the place of each word. */
export function tokensWithPlaces(text: string): Place[] {
  const places: Place[] = [];
  scan(text, (token, start, end) => places.push({ token, start, end }));
  return places;
}

/** As {@link tokensWithPlaces}, of the runs only that a sieve lets through; an empty token stands for words left out. */
export function placesThrough(text: string, sieve: Sieve): Place[] {
  const places: Place[] = [];
  const emit: Emit = (token, start, end) => places.push({ token, start, end });
  let before = 0;
  for (let run = sieve.next(text, 0); run; run = sieve.next(text, run.end)) {
    if (sieve.tellsGaps && hasWord(text.slice(before, run.start)))
      places.push({ token: LEFT_OUT, start: before, end: run.start });
    scan(text, emit, run.start, run.end);
    before = run.end;
  }
  return places;
}

/** Stands for words that a sieve does not let through, so that those around them are not neighbours. */
const LEFT_OUT = '';

function hasWord(text: string): boolean {
  return /[a-z0-9]/i.test(text) || tokensOf(text).length > 0;
}

/** Words that have Indonesian or English endings at all: plain letters, of a length a word has. */
const AFFIXED = /^[a-z]{4,28}$/;

/** Words whose keys are remembered: texts say the same ones again and again. */
const MOST_KNOWN = 20_000;
const known = new Map<string, readonly string[]>();

/**
 * The keys of a token, itself first: two words are related when they have one in common, as `mempermainkan` and `main`
 * have. Roots are guessed by rule, so a few words meet that only look alike.
 */
export function keysOf(token: string): readonly string[] {
  const before = known.get(token);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const keys = formedKeys(token);
  known.set(token, keys);
  return keys;
}

function formedKeys(token: string): readonly string[] {
  if (!AFFIXED.test(token)) return [token];
  const keys = new Set([token]);
  indonesianForms(token, keys);
  englishForms(token, keys);
  return [...keys];
}

function scan(text: string, emit: Emit, from = 0, until = text.length): void {
  let last = 0;
  for (let at = from; at < until; ) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? (ASCII[code] as number) : 3;
    if (kind === 0 && code !== DOT) at += 1;
    else {
      at = beginning(text, at, last, kind, emit);
      last = at;
    }
  }
}

const DOT = 46;
const PLUS = 43;
const HASH = 35;

/** What begins at a place, where the word before ended at `last`; where it ends. */
function beginning(text: string, at: number, last: number, kind: number, emit: Emit): number {
  if (kind === 3) return readWords(text, at, emit);
  if (kind !== 0) return quick(text, at, emit);
  if (!isDotNet(text, at, last)) return at + 1;
  emit('dotnet', at, at + 4);
  return at + 4;
}

/** A word of ASCII letters that begins at `start`; where it ends. */
function quick(text: string, start: number, emit: Emit): number {
  let at = start;
  let seen = 0;
  for (let kind = kindAt(text, at); kind === 1 || kind === 2; kind = kindAt(text, at)) {
    seen |= kind;
    at += 1;
  }
  if (kindAt(text, at) === 3) return readWords(text, start, emit);
  const signs = at - start === 1 ? signsOf(text, start) : 0;
  const word = text.slice(start, Math.min(at, start + LONGEST));
  const lower = seen > 1 ? word.toLowerCase() : word;
  emit(signs > 0 ? lower + SIGNED[signs] : lower, start, at + signs);
  return at + signs;
}

/** As {@link ASCII}, for any place of a text; the end is apart. */
function kindAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  return code < 128 ? (ASCII[code] as number) : 3;
}

/** What one letter is called with `#` and with `++` after it. */
const SIGNED = ['', 'sharp', 'plusplus'];

/** How many signs make a name of the letter at a place, as in `C++` and `C#`. */
function signsOf(text: string, at: number): number {
  if (text.charCodeAt(at) < 65) return 0;
  const next = text.charCodeAt(at + 1);
  if (next === HASH) return isLetter(text, at + 2) ? 0 : 1;
  const isPair = next === PLUS && text.charCodeAt(at + 2) === PLUS;
  return isPair && text.charCodeAt(at + 3) !== PLUS ? 2 : 0;
}

/** Whether `.NET` stands at a dot that no word ends before. */
function isDotNet(text: string, at: number, last: number): boolean {
  if (at === last && at > 0) return false;
  return /^\.net$/i.test(text.slice(at, at + 4)) && !isLetter(text, at + 4);
}

function isLetter(text: string, at: number): boolean {
  const code = text.codePointAt(at);
  return code !== undefined && kindOf(code) === LETTER;
}
