import { breakDictionaryWords } from './dictionary-break.ts';
import {
  BEFORE_CLOSING,
  BEFORE_FINAL,
  BEFORE_NUMBER,
  BEFORE_WESTERN,
  BREAK_ALLOWED,
  BREAK_MANDATORY,
  BREAK_NO,
  INPUTS,
  isWestern,
  of,
  STATES,
  step,
  unitOf,
} from './line-break-rules.ts';
import { commonTable, type LineBreakTable, unpackAll } from './line-break-table.ts';
import {
  freeOpeners,
  keepAddresses,
  keepClusters,
  keepDashes,
  keepJoints,
  keepKorean,
  keepSigns,
} from './line-break-tailoring.ts';

export { BREAK_ALLOWED, BREAK_MANDATORY, BREAK_NO } from './line-break-rules.ts';

let table: LineBreakTable | undefined;

// What `step` answered, by state and input: text meets few of the pairs, so they are worked out when first met.
const learnt: (Uint16Array | undefined)[] = new Array(STATES).fill(undefined);

const isMark = of('CM ZWJ');
const isQuote = of('QU');
const isFinalQuote = of('QU_PF');
const isInfix = of('IS');
const isOpen = of('OP');
const isNumber = of('NU');
const isAksara = of('AK AS AL_DOTTED');
const isViramaFinal = of('VF');
const isSmallKana = of('CJ');
const endsQuotation = of('SP GL WJ CL QU CP EX IS SY BK CR LF NL ZW');
const NOTHING = -1;

/** Units that are not final: those not unpacked, those of surrogates, those the rules look beyond, and small kana. */
const looksBeyond = of('START QU IS OP AK AS AL_DOTTED CJ');
const ASKS = Uint8Array.from({ length: 128 }, (_, unit) => Number(looksBeyond(unit)));

/**
 * Where lines may be broken by the default rules of UAX #14 (Unicode 17), untailored: at each UTF-16 offset from 0 to
 * `text.length` whether a line may (`BREAK_ALLOWED`) or must (`BREAK_MANDATORY`) end before it; offset 0 is never a
 * break, the end of a text that is not empty always is.
 */
export function lineBreaks(text: string): Uint8Array {
  return scan(text, unitOf('NS~'));
}

/**
 * Where a reader may break the lines of a paragraph: `lineBreaks` with these tailorings, in this order.
 *
 * - *words without spaces*: Thai, Lao, Khmer and Burmese (class SA) break between the words of ICU's dictionaries;
 * - *joints*: after a hyphen or slash only between two letters and two letters, so `negara-negara` and `dan/atau` break
 *   and `U-23`, `1990-an`, `e-mail`, `--flag`, `I/O`, `/usr` do not;
 * - *signs*: no break within `C++`, nor after the en dash of a range of numbers (`10–15`);
 * - *openers*: `.NET` and `/usr` may start a line after a space;
 * - *dashes*: – — ― … and spaced hyphens never start a line, unless they open a word, which they then keep;
 * - *addresses*: a URL breaks after `/` and before `? & # =` (24 characters into a part of its path also before `- _ . ~ %`),
 *   never after a hyphen of its own, and a mail address not at all;
 * - *Korean*: words break at their spaces, not between syllables (CSS `word-break: keep-all`);
 * - *clusters*: no break inside an extended grapheme cluster (UAX #29).
 *
 * `strict` (the default) also keeps small kana and the prolonged sound mark off the start of a line, as CSS
 * `line-break: strict` does; without it they break like other kana.
 */
export function paragraphBreaks(text: string, options: { strict?: boolean } = {}): Uint8Array {
  if (isPlain(text)) return plainBreaks(text);
  const breaks = scan(text, unitOf(options.strict === false ? 'ID~' : 'NS~'));
  breakDictionaryWords(text, breaks);
  keepJoints(text, breaks);
  keepSigns(text, breaks);
  freeOpeners(text, breaks);
  keepDashes(text, breaks);
  keepAddresses(text, breaks);
  keepKorean(text, breaks);
  keepClusters(text, breaks);
  return breaks;
}

/** Words of Latin letters and digits with everyday punctuation, one space between. */
const PLAIN = /^[A-Za-z0-9\xc0-\xd6\xd8-\xf6\xf8-\u024f .,;:!?()“”’]*$/;
/** What makes even such text break elsewhere than at its spaces, or not at one of them. */
const UNUSUAL = / {2}| $| [.,;:!?)”’]|[(“] |[!?][^ .,!?)”’]/;

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !UNUSUAL.test(text);
}

/** Prose that lines end in at spaces only: the rules need not be asked (a property test compares both). */
function plainBreaks(text: string): Uint8Array {
  const breaks = new Uint8Array(text.length + 1);
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1))
    breaks[at + 1] = BREAK_ALLOWED;
  breaks[0] = BREAK_NO;
  if (text.length > 0) breaks[text.length] = BREAK_MANDATORY;
  return breaks;
}

function scan(text: string, smallKana: number): Uint8Array {
  table ??= commonTable();
  const { units } = table;
  const breaks = new Uint8Array(text.length + 1);
  let state = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const pair = code >= 0xd800 && isPair(text, at);
    let input = pair ? 0 : units[code]!;
    if (ASKS[input] === 1) input = lookAhead(text, at, smallKana);
    const answer = learnt[state]?.[input] || learn(state, input);
    breaks[at] = answer & 3;
    state = answer >> 2;
    if (pair) at++;
  }
  if (text.length > 0) breaks[text.length] = BREAK_MANDATORY;
  return breaks;
}

function learn(state: number, input: number): number {
  const row = learnt[state] ?? new Uint16Array(INPUTS);
  const answer = step(state, input);
  row[input] = answer;
  learnt[state] = row;
  return answer;
}

function unitAt(text: string, at: number): number {
  const point = text.codePointAt(at);
  if (point === undefined) return NOTHING;
  table ??= commonTable();
  if (table.units[point] === 0 || (point >= table.units.length && table.tail.length === 0)) {
    unpackAll(table);
  }
  return table.units[point] ?? table.tail.find(({ end }) => point <= end)!.unit;
}

/** The unit of the character at `at` with the marks that what follows it gives; small kana as the caller wants them. */
function lookAhead(text: string, at: number, smallKana: number): number {
  const unit = unitAt(text, at);
  if (isSmallKana(unit)) return smallKana;
  if (ASKS[unit] === 0) return unit;
  const next = afterMarks(text, at);
  const follower = unitAt(text, next);
  if (isQuote(unit)) return unit | marksOfQuote(unit, follower);
  if (isAksara(unit)) return isViramaFinal(follower) ? unit | BEFORE_FINAL : unit;
  const beforeNumber =
    isNumber(follower) ||
    (isOpen(unit) && isInfix(follower) && isNumber(unitAt(text, afterMarks(text, next))));
  return beforeNumber ? unit | BEFORE_NUMBER : unit;
}

function marksOfQuote(quote: number, follower: number): number {
  const last = follower === NOTHING;
  const closes = isFinalQuote(quote) && (last || endsQuotation(follower));
  return (closes ? BEFORE_CLOSING : 0) | (last || isWestern(follower) ? BEFORE_WESTERN : 0);
}

/** The offset behind the character at `at` and the combining marks on it. */
function afterMarks(text: string, at: number): number {
  let next = at + (isPair(text, at) ? 2 : 1);
  while (next < text.length && isMark(unitAt(text, next))) next += isPair(text, next) ? 2 : 1;
  return next;
}

/** Whether a surrogate pair starts at `at`. */
function isPair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}
