/** The small words by which two languages are told: Indonesian, and English. */
export const SMALL_WORDS = [
  'yang dan di ke dari ini itu dengan untuk pada dalam tidak akan oleh juga ada adalah bagi karena atau ' +
    'sebagai telah sudah lebih bisa dapat saat namun tetapi serta agar saya kita kami mereka ia',
  'the and of to that for with this from have has not which they their you your are by it be at or was were but can will',
].map((list) => list.split(' '));

/** What a text has of words, and of the small words of each language. */
export interface WordCounts {
  readonly total: number;
  readonly indonesian: number;
  readonly english: number;
}

/** Letters of words are those of Latin: a to z, those from ß to ɏ, and the capitals of Latin-1. */
const LETTERS = new Uint8Array(0x250);
LETTERS.fill(27, 0xc0).fill(0, 0xd7, 0xd8);
for (let letter = 1; letter <= 26; letter += 1) {
  LETTERS[0x40 + letter] = letter;
  LETTERS[0x60 + letter] = letter;
}
const KINDS = 28;

/** The state between words, the one that no small word leads to, and the first that some do. */
const START = 0;
const ASTRAY = 1;
const NEXT_FREE = 2;

/** What ends in a state: a word of neither language, of one of them (from 1 on), or none. */
const NO_WORD = 3;

interface Tree {
  /** From a state and a letter to a state. */
  readonly steps: Uint16Array;
  readonly ends: Uint8Array;
}

/** The small words, letter by letter. */
const TREE = tree();

function tree(): Tree {
  const most = NEXT_FREE + SMALL_WORDS.flat().join('').length;
  const steps = new Uint16Array(most * KINDS).fill(ASTRAY);
  const ends = new Uint8Array(most);
  let free = NEXT_FREE;
  SMALL_WORDS.forEach((words, language) => {
    for (const word of words) {
      let state = START;
      for (const letter of word) {
        const step = state * KINDS + (LETTERS[letter.charCodeAt(0)] as number);
        if (steps[step] === ASTRAY) {
          steps[step] = free;
          free += 1;
        }
        state = steps[step] as number;
      }
      ends[state] = language + 1;
    }
  });
  ends[START] = NO_WORD;
  return { steps, ends };
}

/**
 * Counts the words of a text, in any letter case. Letter by letter through a tree, for to cut every word out and look it
 * up takes several times as long.
 */
export function countSmallWords(text: string): WordCounts {
  const { steps, ends } = TREE;
  const units = unitsOf(text);
  const found = new Uint32Array(NO_WORD + 1);
  let state = START;
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] as number;
    const letter = unit < LETTERS.length ? (LETTERS[unit] as number) : 0;
    if (letter === 0) {
      count(found, ends[state] as number);
      state = START;
    } else state = steps[state * KINDS + letter] as number;
  }
  count(found, ends[state] as number);
  const [others = 0, indonesian = 0, english = 0] = found;
  return { total: others + indonesian + english, indonesian, english };
}

function count(found: Uint32Array, end: number): void {
  found[end] = (found[end] as number) + 1;
}

/** The units of a text, with capitals only where they are of Latin-1: the others have small letters that need looking up. */
function unitsOf(text: string): Uint8Array | Uint16Array {
  // To ask a string for its units one by one takes longer than to copy them.
  if (!/[^\0-\xff]/.test(text)) return Buffer.from(text, 'latin1');
  const lower = text.toLowerCase();
  const units = new Uint16Array(lower.length);
  for (let at = 0; at < lower.length; at += 1) units[at] = lower.charCodeAt(at);
  return units;
}
