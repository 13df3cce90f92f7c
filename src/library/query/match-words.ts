import { keysOf, tokensOf } from '../text/terms.ts';
import type { Candidate } from './candidate.ts';
import type { Column, Words } from './syntax.ts';

/** How a word or phrase of a query is looked for. */
export interface Sought {
  /** One after the other; empty when there is nothing to look for, which every article fits. */
  readonly tokens: readonly string[];
  /** The last token is only how a word begins. */
  readonly prefix: boolean;
  /** A single word that is looked for in all its forms. */
  readonly anyForm: boolean;
  /** A single ideograph, which is looked for anywhere: words of its script are kept as pairs of signs. */
  readonly inside: boolean;
}

/** What the tokens of a query's words are, and how they are looked for. */
export function soughtOf({ text, exact, prefix }: Words): Sought {
  const tokens = tokensOf(text);
  const single = tokens.length === 1 && !prefix;
  const inside =
    single &&
    /^[\u0e00-\u0eff\u1780-\u17ff\u3040-\ud7ff\uf900-\ufaff\ud840-\ud87f]/.test(tokens[0] ?? '') &&
    [...(tokens[0] ?? '')].length === 1;
  return { tokens, prefix, anyForm: single && !exact && !inside, inside };
}

/** The texts of an article as tokens, and the forms of its words. */
interface Tokens {
  readonly columns: readonly (readonly string[])[];
  readonly keys: readonly ReadonlySet<string>[];
}

const KNOWN = new WeakMap<Candidate, Tokens>();

/** Whether a word or phrase is in the article, within one of its texts. */
export function hasWords(words: Words, article: Candidate): boolean {
  const sought = soughtOf(words);
  if (sought.tokens.length === 0) return true;
  const { columns, keys } = tokensIn(article);
  return columns.some((tokens, at) => {
    if (!isSearched(at, words.column)) return false;
    if (sought.anyForm) return keysOf(sought.tokens[0] ?? '').some((key) => keys[at]?.has(key));
    return tokens.some((_, start) => standsAt(sought, tokens, start));
  });
}

/** Columns of the texts by number: title, subtitle with description, tags with authors, body. */
const PLACES: Readonly<Record<Column, number>> = { title: 0, body: 3 };

function isSearched(at: number, column: Column | undefined): boolean {
  return column === undefined || PLACES[column] === at;
}

function standsAt(
  { tokens, prefix, inside }: Sought,
  text: readonly string[],
  start: number,
): boolean {
  return tokens.every((token, at) => {
    const word = text[start + at];
    if (inside) return word?.includes(token);
    return prefix && at === tokens.length - 1 ? word?.startsWith(token) : word === token;
  });
}

function tokensIn(article: Candidate): Tokens {
  const known = KNOWN.get(article);
  if (known) return known;
  const columns = article.texts().map(tokensOf);
  const keys = columns.map((tokens) => new Set([...new Set(tokens)].flatMap(keysOf)));
  KNOWN.set(article, { columns, keys });
  return { columns, keys };
}
