import { LONGEST } from './words.ts';

/** Signs between blanks, which no word goes over; UTF-16 offsets. */
interface Run {
  readonly start: number;
  readonly end: number;
}

/** Finds where in a text certain words may stand, with one pattern: far less work than to take the text into words. */
export interface Sieve {
  /** The next run, from the beginning or the end of another on, that may have one. Every word it is for is in such a run. */
  next(text: string, from: number): Run | undefined;
  /** Whether it matters that there are words between two runs, as it does to a phrase. */
  readonly tellsGaps: boolean;
}

/** What a sieve is made for: words as they are compared, all words that begin in some way, and whether some make a phrase. */
export interface Sifted {
  readonly words: readonly string[];
  readonly beginnings: readonly string[];
  readonly phrases: boolean;
}

/** What is written with signs: `.NET`, and one letter with `#` or `++`. */
const SIGNED = '[a-z](?:#|\\+\\+)|\\.net';
/** An apostrophe within a word, which is left out of it. */
const WITHIN = "(?<=[a-z0-9])['`\\u2018\\u2019](?=[a-z0-9])";
/** Dashes and quotes, which no word is made of; prose is full of them. */
const APART = '\\xa0\\u2010-\\u2019\\u201c-\\u2027';
/** Letters of which no word in ASCII is made: Cyrillic, kana, ideographs, Hangul. */
const OTHERS = '\\u0400-\\u0481\\u3041-\\u3096\\u30a1-\\u30fa\\u4e00-\\u9fff\\uac00-\\ud7a3';

/** A sieve for some words. */
export function sieveFor({ words, beginnings, phrases }: Sifted): Sieve {
  const all = [...words, ...beginnings];
  const isAscii = (word: string) => /^[a-z0-9]+$/.test(word);
  const others = all.every(isAscii) ? OTHERS : '';
  // What a word is cut to is how longer ones begin.
  const whole = words.map((word) => (word.length < LONGEST ? `${word}(?![a-z0-9])` : word));
  const plain = [...whole, ...beginnings].filter((_, at) => isAscii(all[at] ?? ''));
  const pattern = new RegExp(
    [
      ...(plain.length > 0 ? [`(?<![a-z0-9])(?:${plain.join('|')})`] : []),
      ...[SIGNED, WITHIN, `[^\\x00-\\x7f${APART}${others}]`],
    ].join('|'),
    'gi',
  );
  return {
    tellsGaps: phrases,
    next: (text, from) => {
      pattern.lastIndex = from;
      return pattern.test(text) ? runAt(text, pattern.lastIndex - 1, from) : undefined;
    },
  };
}

/** The run that a place is in, which begins no sooner than `least`. */
function runAt(text: string, at: number, least: number): Run {
  let start = at;
  while (start > least && !isBlank(text, start - 1)) start -= 1;
  let end = at + 1;
  while (end < text.length && !isBlank(text, end)) end += 1;
  return { start, end };
}

/** Blanks and controls of ASCII, which are always apart. */
function isBlank(text: string, at: number): boolean {
  return text.charCodeAt(at) <= 32;
}
