/** What a character is to a word. */
export const APART = 0;
/** A letter or digit of a script that writes spaces between words. */
export const LETTER = 1;
/** A character of a script without spaces between words. */
export const SPACELESS = 2;
/** Belongs to the character before it and is not written: an accent, a soft hyphen. */
const SILENT = 3;
/** Belongs to the character before it and is written: a vowel sign, a tone, the end of a Hangul syllable. */
export const TRAILING = 4;
/** Dropped between two letters, apart elsewhere. */
export const APOSTROPHE = 5;
/** One character that folds to several words, as `½` does. */
export const SEVERAL = 6;

export type Kind = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Marks that only accent a letter of Latin, Greek, Cyrillic, Hebrew or Arabic: there words are found without them. */
const ACCENT =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]/u;
const ACCENTS = new RegExp(ACCENT.source, 'gu');
/** Characters that take no part in a word: soft hyphen, joiners, marks of direction, byte order mark. */
const INVISIBLE = /[\xad\u034f\u061c\u200c-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const APOSTROPHES = /['`\u2018\u2019\u201b\u02b9-\u02bc\u02c8\u0374\uff07]/;
/** Letters that no decomposition makes plain ones. */
const PLAIN: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŧ: 't',
  þ: 'th',
  ß: 'ss',
  ς: 'σ',
};

/** One more than the kind of each code point, 0 where it is yet to be found out: an array of noughts costs nothing. */
const kinds = new Uint8Array(0x11_0000);
const folds = new Map<number, string>();

/** What a code point is to a word. */
export function kindOf(code: number): Kind {
  const known = kinds[code] as number;
  if (known > 0) return (known - 1) as Kind;
  const kind = decided(code);
  kinds[code] = kind + 1;
  return kind;
}

/** A letter as it is compared: decomposed, without accents, in lower case. */
export function foldOf(code: number): string {
  const known = folds.get(code);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(code);
  const folded = folding(character);
  const kept = kindOf(code) === SPACELESS && !isOne(folded) ? character : folded;
  folds.set(code, kept);
  return kept;
}

/** Whether what a character folds to is one again: a jamo that ends syllables is none without its syllable, `ゟ` is two. */
function isOne(folded: string): boolean {
  const [first = '', ...rest] = folded.normalize('NFC');
  const isBegun = kindOf(first.codePointAt(0) ?? 0) === SPACELESS;
  return isBegun && rest.every((mark) => kindOf(mark.codePointAt(0) ?? 0) === TRAILING);
}

function folding(character: string): string {
  const lower = character.normalize('NFKD').replace(/[·ʼ]/g, '').replace(ACCENTS, '').toLowerCase();
  return lower.replace(ACCENTS, '').replace(/[^\0-\x7f]/gu, (letter) => PLAIN[letter] ?? letter);
}

function decided(code: number): Kind {
  if (code >= 0xd800 && code <= 0xdfff) return APART;
  const character = String.fromCodePoint(code);
  if (APOSTROPHES.test(character)) return APOSTROPHE;
  if (INVISIBLE.test(character) || ACCENT.test(character)) return SILENT;
  if (isSign(code)) return APART;
  // What Latin text is made of, without the large classes, which take milliseconds to build.
  const isLatin = code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7;
  return isLatin ? LETTER : ofScript(character);
}

/** Blocks of Unicode without a letter or digit, first and last: dashes, quotes, letter-like signs, arrows, boxes; the blanks of Hangul. */
const SIGNS: readonly (readonly [number, number])[] = [
  [0x80, 0xa9],
  [0x2010, 0x206f],
  [0x2100, 0x214f],
  [0x2190, 0x245f],
  [0x2500, 0x2775],
  [0x3164, 0x3164],
  [0xffa0, 0xffa0],
];

function isSign(code: number): boolean {
  return SIGNS.some(([first, last]) => code >= first && code <= last);
}

function ofScript(character: string): Kind {
  // The second and third jamo of a syllable, as macOS writes Hangul in file names, and the narrow marks of kana.
  if (/[\u1160-\u11ff\uff9e\uff9f]/.test(character)) return TRAILING;
  if (character >= '\u0e00' && isSpaceless(character))
    return /\p{M}/u.test(character) ? TRAILING : SPACELESS;
  if (/\p{M}/u.test(character)) return TRAILING;
  if (!/[\p{L}\p{N}]/u.test(character)) return APART;
  const folded = folding(character);
  if (folded === '') return APART;
  return isWord(folded) ? LETTER : SEVERAL;
}

function isSpaceless(character: string): boolean {
  return (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc\uff70\u3099\u309a]/u.test(
      character,
    ) && /[\p{L}\p{M}\p{Nl}]/u.test(character)
  );
}

/** Only letters and digits that SQLite's `ascii` tokenizer keeps whole. */
function isWord(folded: string): boolean {
  if (!/^[a-z0-9\p{L}\p{N}\p{M}]+$/u.test(folded) || /[A-Z]/.test(folded)) return false;
  return ![...folded].some(isSpaceless);
}
