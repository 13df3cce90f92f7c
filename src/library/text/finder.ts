import { type Sought, soughtOf } from '../query/match-words.ts';
import { leavesOf, type Query, type Words } from '../query/syntax.ts';
import { type Sieve, sieveFor } from './sieve.ts';
import { keysOf, type Place, placesThrough, tokensWithPlaces } from './terms.ts';

/** A place of a text that a query's word or phrase stands at, in UTF-16 offsets. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** Which word of the query it is, from 0. */
  readonly word: number;
  /** Whether it stands there in the form that was asked for. */
  readonly exact: boolean;
}

/** Finds the words of a query in texts. */
export interface Finder {
  /** Words and phrases that are looked for. */
  readonly words: number;
  /** Lets through all runs that may have a hit; undefined where it is not known which do. */
  readonly sieve: Sieve | undefined;
  /** The hits in a text that is a title or any other, from left to right. Linear in the text. */
  hitsIn(text: string, where: 'title' | 'body'): Hit[];
}

/** The forms of words that a library has, by the word that is asked for. */
export type KnownForms = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * A finder of all that a query asks for in words; what it wants not to be there is not looked for. Words of `forms` are
 * found in these forms, which spares working out what each word of a text is a form of.
 */
export function finderOf(query: Query, forms?: KnownForms): Finder {
  const wanted: { column: Words['column']; fits: Fits; sought: Sought }[] = [];
  for (const { leaf, negated } of leavesOf(query)) {
    if (leaf.kind !== 'words' || negated) continue;
    const sought = soughtOf(leaf);
    if (sought.tokens.length > 0)
      wanted.push({ column: leaf.column, fits: fitterOf(sought, forms), sought });
  }
  const sieve = sieveOf(
    wanted.map(({ sought }) => sought),
    forms,
  );
  return {
    words: wanted.length,
    sieve,
    hitsIn: (text, where) => {
      const places = sieve ? placesThrough(text, sieve) : tokensWithPlaces(text);
      const hits = wanted.flatMap(({ column, fits }, word) =>
        column === undefined || column === where ? hitsOf(places, fits, word) : [],
      );
      return wanted.length > 1 ? hits.sort((a, b) => a.start - b.start || b.end - a.end) : hits;
    },
  };
}

/** More words than that make a pattern that is slow itself. */
const MOST_SIFTED = 200;

/** A sieve for all that is looked for; undefined where the forms of a word are not known. */
function sieveOf(wanted: readonly Sought[], forms?: KnownForms): Sieve | undefined {
  const known = ({ tokens, anyForm }: Sought) => (anyForm ? forms?.get(tokens[0] ?? '') : []);
  if (!wanted.every(known)) return undefined;
  const phrases = wanted.some(({ tokens }) => tokens.length > 1);
  const words = wanted.flatMap((one) => [
    ...(one.prefix ? one.tokens.slice(0, -1) : one.tokens),
    ...(known(one) ?? []),
  ]);
  const beginnings = wanted.flatMap(({ tokens, prefix }) => (prefix ? tokens.slice(-1) : []));
  const sifted = { words: [...new Set(words)], beginnings: [...new Set(beginnings)], phrases };
  const isFew = sifted.words.length + sifted.beginnings.length <= MOST_SIFTED;
  return isFew ? sieveFor(sifted) : undefined;
}

/** How many tokens fit at a place, and how; undefined where they do not. */
type Fits = (places: readonly Place[], at: number) => Fit | undefined;

interface Fit {
  readonly length: number;
  /** Whether it is the form that was asked for. */
  readonly exact: boolean;
  /** Whether it is one of the forms that the words of a library give for what was asked for. */
  readonly form: boolean;
}

function hitsOf(places: readonly Place[], fits: Fits, word: number): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < places.length; at++) {
    const found = fits(places, at);
    const first = places[at];
    const last = found && places[at + found.length - 1];
    if (first && last) hits.push({ start: first.start, end: last.end, word, exact: found.exact });
  }
  return hits;
}

/** What tells where a word or phrase stands. */
export function fitterOf({ tokens, prefix, anyForm, inside }: Sought, forms?: KnownForms): Fits {
  const [first = ''] = tokens;
  if (anyForm) return formFitter(first, forms?.get(first));
  if (inside) return (places, at) => one(places[at]?.token.includes(first));
  const last = tokens.length - 1;
  return (places, at) => {
    const fits = tokens.every((token, step) => {
      const here = places[at + step]?.token;
      return prefix && step === last ? here?.startsWith(token) : here === token;
    });
    return fits ? { length: tokens.length, exact: true, form: false } : undefined;
  };
}

function one(fits: boolean | undefined): Fit | undefined {
  return fits ? { length: 1, exact: true, form: true } : undefined;
}

/** Any form of a word; what it is related to is found out once. */
function formFitter(word: string, forms?: ReadonlySet<string>): Fits {
  if (forms)
    return (places, at) => {
      const token = places[at]?.token ?? '';
      const exact = token === word;
      return exact || forms.has(token) ? { length: 1, exact, form: true } : undefined;
    };
  const keys = new Set(keysOf(word));
  const known = new Map<string, boolean>([[word, true]]);
  return (places, at) => {
    const token = places[at]?.token ?? '';
    let related = known.get(token);
    if (related === undefined) {
      related = keysOf(token).some((key) => keys.has(key));
      known.set(token, related);
    }
    return related ? { length: 1, exact: token === word, form: true } : undefined;
  };
}
