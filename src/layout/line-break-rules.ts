/** Values of the arrays that say where a line may or must end before an offset. */
export const BREAK_NO = 0;
export const BREAK_ALLOWED = 1;
export const BREAK_MANDATORY = 2;

type Verdict = typeof BREAK_NO | typeof BREAK_ALLOWED | typeof BREAK_MANDATORY;

// A class is a Line_Break value after LB1, sometimes split by a suffix; rules that name `QU` mean `QU_PI` and `QU_PF` too.
const CLASSES = (
  'START BK CR LF NL SP ZW WJ GL ZWJ CM AK AL AL_DOTTED AL_FUTURE AP AS B2 BA BB CB CJ CL CP EB EM EX ' +
  'H2 H3 HH HL HY ID ID_FUTURE IN IS JL JT JV NS NU OP PO PR QU QU_PI QU_PF RI SY VF VI'
).split(' ');

// A unit is a class and what the rules need to know of it: in six bits the class, above them marks. As a state it is
// the last character (with its combining marks) and what led to it; as an input it is the next one and what follows.
const CLASS = 63;
const EAST_ASIAN = 64;
// marks of a state; a class uses at most two of its own, so their bits are shared
const OPENING = 128; // QU_PI: opens a quotation (LB15a)
const AFTER_WESTERN = 256; // QU: what came before is not East Asian (LB19a)
const INITIAL = 128; // HY HH: begins a word (LB20a)
const AFTER_HEBREW = 256; // HY HH (LB21a)
const IN_NUMBER = 128; // SY IS CL CP: continues a number (LB25)
const AFTER_AKSARA = 128; // VI (LB28a)
const UNPAIRED = 128; // RI: first of a pair (LB30a)
const SPACED = 512; // spaces followed
const JOINED = 1024; // a zero width joiner came last (LB8a)
// marks of an input
export const BEFORE_CLOSING = 128; // QU_PF: nothing it could open follows (LB15b)
export const BEFORE_WESTERN = 256; // QU: what follows is not East Asian (LB19a)
export const BEFORE_NUMBER = 128; // IS: NU follows (LB15c); OP: NU or IS NU follows (LB25)
export const BEFORE_FINAL = 128; // AK AS ◌: VF follows (LB28a)

/** How many different states and inputs there are. */
export const STATES = 2048;
export const INPUTS = 512;

/** A test of one unit. */
export type Matcher = (unit: number) => boolean;

/** The unit for a kind as the table names it: a class, with `~` after it when it is East Asian. */
export function unitOf(kind: string): number {
  const [name = '', eastAsian] = kind.split('~');
  return CLASSES.indexOf(name) | (eastAsian === undefined ? 0 : EAST_ASIAN);
}

/** The classes each name stands for, itself and its splits, one bit each: classes 0 to 31, then the others. */
const MEMBERS = new Map<string, [low: number, high: number]>();
for (const [index, name] of CLASSES.entries()) {
  const bit = 1 << (index & 31);
  const members: [number, number] = index < 32 ? [bit, 0] : [0, bit];
  MEMBERS.set(name, members);
  const whole = MEMBERS.get(name.split('_')[0]!)!;
  whole[0] |= members[0];
  whole[1] |= members[1];
}

/** Whether a unit is of one of the classes named, and not followed by spaces. */
export function of(names: string): Matcher {
  let low = 0;
  let high = 0;
  for (const name of names.split(' ')) {
    const members = MEMBERS.get(name)!;
    low |= members[0];
    high |= members[1];
  }
  return (unit) =>
    (unit & SPACED) === 0 && (((unit & 32) === 0 ? low : high) & (1 << (unit & 31))) !== 0;
}

const any: Matcher = () => true;
const marked =
  (matcher: Matcher, mark: number): Matcher =>
  (unit) =>
    (unit & mark) !== 0 && matcher(unit);
const not =
  (matcher: Matcher): Matcher =>
  (unit) =>
    !matcher(unit);
/** The unit, then any spaces: `X SP*` of the rules. */
const withSpaces =
  (matcher: Matcher): Matcher =>
  (unit) =>
    matcher(unit & ~SPACED);
const western =
  (matcher: Matcher): Matcher =>
  (unit) =>
    (unit & EAST_ASIAN) === 0 && matcher(unit);

/** A unit that is not East Asian; spaces count by themselves, so what stood before them does not matter. */
export const isWestern: Matcher = (unit) => (unit & EAST_ASIAN) === 0 || (unit & SPACED) !== 0;

const space: Matcher = (unit) => (unit & SPACED) !== 0 || (unit & CLASS) === SP;
const SP = CLASSES.indexOf('SP');
const AL = CLASSES.indexOf('AL');
const isZwj = of('ZWJ');
const isMark = of('CM ZWJ');
const breaksLine = of('START BK CR LF NL SP ZW');
const keepsSpaces = of('ZW OP CL CP B2');
const opensQuotation = of('START BK CR LF NL OP QU GL SP ZW');
const beginsWord = of('START BK CR LF NL SP ZW CB GL');
const isInitialQuote = of('QU_PI');
const isFinalQuote = of('QU_PF');
const isQuote = of('QU');
const isBreakAfter = of('BA HY HH');
const allowsBreak: Matcher = (unit) => space(unit) || isBreakAfter(unit);
const isNumeric = of('NU');
const isSeparator = of('SY IS');
const isClosing = of('CL CP');
const isHyphen = of('HY HH');
const isVirama = of('VI');
const isAksara = of('AK AS AL_DOTTED');
const isIndicator = of('RI');
const numberSoFar: Matcher = (unit) => isNumeric(unit) || marked(isSeparator, IN_NUMBER)(unit);
const closedNumber = marked(isClosing, IN_NUMBER);
const alphabetic = of('AL HL');
const ideographic = of('ID EB EM');
const hangul = of('JL JV JT H2 H3');

type Rule = readonly [name: string, before: Matcher, after: Matcher, verdict: Verdict];

/** The rules of UAX #14 for Unicode 17 in their order: the first that fits the two sides decides. LB1, 9 and 10 are in `step`. */
const RULES: readonly Rule[] = [
  ['LB2', of('START'), any, BREAK_NO],
  ['LB5', of('CR'), of('LF'), BREAK_NO],
  ['LB4-5', of('BK CR LF NL'), any, BREAK_MANDATORY],
  ['LB6-7', any, of('BK CR LF NL SP ZW'), BREAK_NO],
  ['LB8', withSpaces(of('ZW')), any, BREAK_ALLOWED],
  ['LB8a', marked(any, JOINED), any, BREAK_NO],
  ['LB11', any, of('WJ'), BREAK_NO],
  ['LB11-12', of('WJ GL'), any, BREAK_NO],
  ['LB12a', not(allowsBreak), of('GL'), BREAK_NO],
  ['LB13', any, of('CL CP EX SY'), BREAK_NO],
  ['LB14', withSpaces(of('OP')), any, BREAK_NO],
  ['LB15a', withSpaces(marked(isInitialQuote, OPENING)), any, BREAK_NO],
  ['LB15b', any, marked(isFinalQuote, BEFORE_CLOSING), BREAK_NO],
  ['LB15c', space, marked(of('IS'), BEFORE_NUMBER), BREAK_ALLOWED],
  ['LB15d', any, of('IS'), BREAK_NO],
  ['LB16', withSpaces(isClosing), of('NS'), BREAK_NO],
  ['LB17', withSpaces(of('B2')), of('B2'), BREAK_NO],
  ['LB18', space, any, BREAK_ALLOWED],
  ['LB19', any, (unit) => isQuote(unit) && !isInitialQuote(unit), BREAK_NO],
  ['LB19', (unit) => isQuote(unit) && !isFinalQuote(unit), any, BREAK_NO],
  ['LB19a', isWestern, isQuote, BREAK_NO],
  ['LB19a', any, marked(isQuote, BEFORE_WESTERN), BREAK_NO],
  ['LB19a', isQuote, isWestern, BREAK_NO],
  ['LB19a', marked(isQuote, AFTER_WESTERN), any, BREAK_NO],
  ['LB20', of('CB'), any, BREAK_ALLOWED],
  ['LB20', any, of('CB'), BREAK_ALLOWED],
  ['LB20a', marked(isHyphen, INITIAL), alphabetic, BREAK_NO],
  ['LB21', any, of('BA HH HY NS'), BREAK_NO],
  ['LB21', of('BB'), any, BREAK_NO],
  ['LB21a', marked(isHyphen, AFTER_HEBREW), not(of('HL')), BREAK_NO],
  ['LB21b', of('SY'), of('HL'), BREAK_NO],
  ['LB22', any, of('IN'), BREAK_NO],
  ['LB23', alphabetic, isNumeric, BREAK_NO],
  ['LB23', isNumeric, alphabetic, BREAK_NO],
  ['LB23a', of('PR'), ideographic, BREAK_NO],
  ['LB23a', ideographic, of('PO'), BREAK_NO],
  ['LB24', of('PR PO'), alphabetic, BREAK_NO],
  ['LB24', alphabetic, of('PR PO'), BREAK_NO],
  ['LB25', closedNumber, of('PO PR'), BREAK_NO],
  ['LB25', numberSoFar, of('PO PR NU'), BREAK_NO],
  ['LB25', of('PO PR'), marked(of('OP'), BEFORE_NUMBER), BREAK_NO],
  ['LB25', of('PO PR HY IS'), isNumeric, BREAK_NO],
  ['LB26', of('JL'), of('JL JV H2 H3'), BREAK_NO],
  ['LB26', of('JV H2'), of('JV JT'), BREAK_NO],
  ['LB26', of('JT H3'), of('JT'), BREAK_NO],
  ['LB27', hangul, of('PO'), BREAK_NO],
  ['LB27', of('PR'), hangul, BREAK_NO],
  ['LB28', alphabetic, alphabetic, BREAK_NO],
  ['LB28a', of('AP'), isAksara, BREAK_NO],
  ['LB28a', isAksara, of('VF VI'), BREAK_NO],
  ['LB28a', marked(isVirama, AFTER_AKSARA), of('AK AL_DOTTED'), BREAK_NO],
  ['LB28a', isAksara, marked(isAksara, BEFORE_FINAL), BREAK_NO],
  ['LB29', of('IS'), alphabetic, BREAK_NO],
  ['LB30', of('AL HL NU'), western(of('OP')), BREAK_NO],
  ['LB30', western(of('CP')), of('AL HL NU'), BREAK_NO],
  ['LB30a', marked(isIndicator, UNPAIRED), isIndicator, BREAK_NO],
  ['LB30b', of('EB AL_FUTURE ID_FUTURE'), of('EM'), BREAK_NO],
];

// What a character keeps of the one before it, as a mark of the new state.
type Memory = readonly [of: Matcher, before: Matcher, mark: number];

const MEMORIES: readonly Memory[] = [
  [isInitialQuote, (unit) => space(unit) || opensQuotation(unit), OPENING],
  [isQuote, isWestern, AFTER_WESTERN],
  [isHyphen, (unit) => space(unit) || beginsWord(unit), INITIAL],
  [isHyphen, of('HL'), AFTER_HEBREW],
  [isSeparator, numberSoFar, IN_NUMBER],
  [isClosing, numberSoFar, IN_NUMBER],
  [isVirama, isAksara, AFTER_AKSARA],
  [isIndicator, (unit) => !marked(isIndicator, UNPAIRED)(unit), UNPAIRED],
];

function stateAfter(state: number, input: number): number {
  if ((input & CLASS) === SP) {
    const kept = state & ~(SPACED | JOINED);
    return keepsSpaces(kept) || marked(isInitialQuote, OPENING)(kept) ? kept | SPACED : SP;
  }
  let next = input & (CLASS | EAST_ASIAN);
  for (const [matches, before, mark] of MEMORIES) {
    if (matches(next) && before(state)) next |= mark;
  }
  return next;
}

function verdictBetween(state: number, input: number): Verdict {
  for (const [, before, after, verdict] of RULES) {
    if (before(state) && after(input)) return verdict;
  }
  return BREAK_ALLOWED;
}

/** One step of the rules: the verdict on a break between `state` and `input` in the low two bits, the state after `input` above. */
export function step(state: number, input: number): number {
  if (!isMark(input)) return (stateAfter(state, input) << 2) | verdictBetween(state, input);
  const joined = isZwj(input) ? JOINED : 0;
  const stands = (state & SPACED) !== 0 || breaksLine(state); // no base to attach to: LB10
  if (stands) return ((AL | joined) << 2) | verdictBetween(state, AL);
  return (((state & ~JOINED) | joined) << 2) | BREAK_NO;
}
