import { BREAK_ALLOWED, BREAK_NO } from './line-break-rules.ts';

/** Intl.Segmenter takes time quadratic in the text it is given on Node 20, so runs go to it in pieces. */
const LONGEST_PIECE = 500;
/** UTF-16 units at the end of a piece whose words may depend on what follows: the dictionaries look three words ahead. */
const UNSURE_END = 80;

const MAYBE = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]/;
let words: Intl.Segmenter | undefined;

/** Allows breaks between the words of Thai, Lao, Khmer and Burmese, which are written without spaces (UAX #14, class SA). */
export function breakDictionaryWords(text: string, breaks: Uint8Array): void {
  if (!MAYBE.test(text)) return;
  for (const { 0: run, index } of runsIn(text)) {
    for (const at of wordStarts(run)) {
      if (breaks[index + at] === BREAK_NO) breaks[index + at] = BREAK_ALLOWED;
    }
  }
}

// The expression is made only when such text is met: building its sets costs a millisecond.
function runsIn(text: string): Iterable<RegExpExecArray> {
  return text.matchAll(/[[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]&&[\p{L}\p{M}]]+/gv);
}

/** Offsets at which the second and later words of `run` start. */
function wordStarts(run: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < run.length; ) {
    const piece = run.slice(at, at + LONGEST_PIECE);
    const ends = wordEnds(piece);
    const whole = at + piece.length === run.length;
    const sure = whole ? ends : ends.filter((end) => end <= piece.length - UNSURE_END);
    for (const end of sure) starts.push(at + end);
    at += sure.at(-1) ?? piece.length;
  }
  starts.pop();
  return starts;
}

function wordEnds(piece: string): number[] {
  words ??= new Intl.Segmenter('th', { granularity: 'word' });
  const ends: number[] = [];
  for (const { segment, index } of words.segment(piece)) ends.push(index + segment.length);
  return ends;
}
