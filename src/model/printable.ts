/**
 * Text that may reach a terminal: no control, no C1, no bidi control, no invisible character, no newline.
 * Only this module makes it.
 */
export type Printable = string & { readonly __printable: unique symbol };

/** Characters that may need a look: everything but printable ASCII and ordinary letters. */
const SUSPECT = () =>
  /[\0-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}-\u{dffff}\u{e1000}-\u{10ffff}]|\p{M}{9}/u;

/** Characters that only steer line breaking; they are used by the breaker and never printed. */
const BREAK_CONTROLS = /[\xad\u200b\u2060\ufeff]/g;

const JOINING =
  /[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\u1b00-\u1bbf\ua980-\ua9df\ufb50-\ufefc]/;
const EMOJI = /[\u{1f000}-\u{1faff}\u2190-\u2bff\u2600-\u27bf\ufe0f\u20e3\xa9\xae\u3030\u303d]/u;
/** One step of the scan: a subdivision flag, or one code point. */
const CHARACTER = /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}|./gsu;
/** Most marks one base may carry; Vietnamese, Thai and Hebrew need four. */
const MOST_MARKS = 8;
const IS_MARK = /^\p{M}/u;
const TAKES_NO_ROOM = /^[\p{Mn}\p{Me}]/u;

/** Letters and signs of Latin text, which need no look. */
const SIMPLE = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

/** Makes any text safe to print: what could steer a terminal becomes a visible mark, real writing stays. */
export function printable(text: string): Printable {
  if (SIMPLE.test(text) || !SUSPECT().test(text)) return text as Printable;
  return scan(text.replace(BREAK_CONTROLS, '')) as Printable;
}

/** As {@link printable}, but tabs stay: for code in a pipe, which is to arrive as it was written. */
export function printableCode(text: string): Printable {
  const shown = text.split('\t').map(printable).join('\t');
  return shown.replace(/[\u200c\u200d]+\t/g, '\t') as Printable;
}

/** As {@link printable}, but keeps the soft hyphen, zero-width space and word joiner for the line breaker. */
export function visible(text: string): string {
  return SIMPLE.test(text) || !SUSPECT().test(text) ? text : scan(text);
}

/** `count` times `text`. */
export function repeated(text: Printable, count: number): Printable {
  return text.repeat(Math.max(0, count)) as Printable;
}

/** What is printed before a character; what was dropped parts nothing. */
interface Before {
  readonly last: string;
  /** The last one that takes room. */
  readonly base: string;
  /** Marks in a row. */
  readonly marks: number;
}

function scan(text: string): string {
  let out = '';
  let before: Before = { last: '', base: '', marks: 0 };
  let at = 0;
  for (const [char] of text.matchAll(CHARACTER)) {
    at += char.length;
    const made = shown(char, before, text, at);
    if (made !== '') before = after(before, char, made);
    out += made;
  }
  return out;
}

function after({ base, marks }: Before, char: string, made: string): Before {
  if (made !== char) return { last: char, base: made.slice(-1), marks: 0 };
  return {
    last: char,
    base: TAKES_NO_ROOM.test(char) ? base : char,
    marks: IS_MARK.test(char) ? marks + 1 : 0,
  };
}

/** One character as it may be printed, given its neighbours. */
function shown(char: string, before: Before, text: string, next: number): string {
  if (before.marks >= MOST_MARKS && IS_MARK.test(char)) return '';
  const code = char.codePointAt(0) ?? 0;
  if (code < 0xa0) return control(code, char);
  if (KEPT.has(code)) return char;
  if (hidden(code)) return mark(code);
  return belongs(code, before, text, next) ? char : '';
}

/** Whether a joiner has something to join, and a variation selector something to vary; true of all else. */
function belongs(code: number, { last, base }: Before, text: string, next: number): boolean {
  if (code === 0x200c || code === 0x200d) return joins(base, text, next);
  if (code < 0xfe00 || code > 0xfe0f) return true;
  return !/^\s?$/.test(base) && !/^[\ufe00-\ufe0f]$/.test(last);
}

/** ASCII and C1: a control becomes its control picture (U+2400 block) or its number. */
function control(code: number, char: string): string {
  if (code === 9) return ' ';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code < 0x7f) return char;
  return code === 0x7f ? '\u2421' : mark(code);
}

/** What only the line breaker sees, and flags: a black one alone, or the whole sequence of a region. */
const KEPT = new Set([0xad, 0x200b, 0x2060, 0xfeff, 0x1f3f4]);

/** Ranges of code points that print nothing, or change what other characters print. */
const HIDDEN: readonly (readonly [number, number])[] = [
  [0x80, 0x9f],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180e, 0x180e],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfdd0, 0xfdef],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

function hidden(code: number): boolean {
  return (
    HIDDEN.some(([from, to]) => code >= from && code <= to) ||
    (code > 0xffff && (code & 0xfffe) === 0xfffe)
  );
}

/**
 * Direction marks and the ends of embeddings are dropped in silence: they are common in honest right-to-left text and
 * harmless to lose. What begins an embedding is shown.
 */
const DROPPED = new Set([0x200e, 0x200f, 0x061c, 0x202c, 0x2069]);

function mark(code: number): string {
  if (DROPPED.has(code)) return '';
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return `\u2039U+${code.toString(16).toUpperCase().padStart(4, '0')}\u203a`;
}

/** ZWJ and ZWNJ stay between emoji and in scripts that spell with them. */
function joins(base: string, text: string, next: number): boolean {
  const code = text.codePointAt(next);
  if (code === undefined) return JOINING.test(base);
  if (hidden(code)) return false;
  const after = String.fromCodePoint(code);
  const emoji = EMOJI.test(base) && EMOJI.test(after);
  return emoji || (JOINING.test(base) && (JOINING.test(after) || /[ \t]/.test(after)));
}
