import type { Run } from './wrap.ts';

/**
 * Words that begin with an apostrophe, not with a quotation: Indonesian clipped words (EYD V, apostrophe) and
 * English ones; years too (`'45`).
 */
const CLIPPED =
  /^(?:\d|(?:kan|lah|tu|dah|gitu|nggak|tis|twas|em|til|cause|bout|round|n)(?!\p{L}))/iu;
/** What a quotation may open after: white space, an opening bracket, a dash, another opening quote. */
const BEFORE_OPENING = /[\s([{\-–—/“‘\u2060]/;

/**
 * Quotes, dashes and ellipses as a typesetter writes them, at display only and never in code, addresses or math.
 * `''` stays two signs; `....` is an ellipsis and a full stop.
 */
export function smartened(runs: readonly Run[]): Run[] {
  let before = ' ';
  return runs.map((run, at) => {
    const text = run.verbatim ? run.text : curled(run.text, before, runs[at + 1]?.text ?? '');
    before = text.at(-1) ?? before;
    return text === run.text ? run : { ...run, text };
  });
}

function curled(text: string, before: string, following: string): string {
  const dashed = text
    .replace(/(?<!-)---(?!-)/g, '—')
    .replace(/(?<!-)--(?!-)/g, '–')
    .replace(/(?<!\.)\.\.\.(?=\.?(?!\.))/g, '…');
  return dashed.replace(/["']/g, (quote, at: number) => {
    const previous = at > 0 ? dashed.charAt(at - 1) : before;
    const rest = dashed.slice(at + 1, at + 12) || following.slice(0, 12);
    return quote === '"' ? double(previous, rest) : single(previous, rest);
  });
}

function double(previous: string, rest: string): string {
  return BEFORE_OPENING.test(previous) && /^\S/.test(rest) ? '“' : '”';
}

function single(previous: string, rest: string): string {
  const opens = BEFORE_OPENING.test(previous) && /^\S/.test(rest) && !CLIPPED.test(rest);
  return opens ? '‘' : '’';
}
