import type { Item } from './scan.ts';

/** A value that is a range: `a..b` with both ends in it, or one end with its sign. */
export interface Range {
  readonly from?: Edge;
  readonly to?: Edge;
}

/** One end of a range as it is written; `included` is false after `<` and `>`. */
export interface Edge {
  readonly text: string;
  readonly included: boolean;
}

/** The text of a value without its quotes. */
export function plainText({ pieces }: Item): string {
  return pieces.map(({ text }) => text).join('');
}

/** The range that a value is, undefined when it has no sign of one outside of quotes; an open end is left out. */
export function rangeIn(item: Item): Range | undefined {
  return compared(item) ?? spanned(item);
}

/** As {@link rangeIn}, for dates of several words: a quotation may hold the dots as well, `"last week..today"`. */
export function looseRangeIn(item: Item): Range | undefined {
  const text = plainText(item);
  return rangeIn(item) ?? ends(text, text.indexOf('..'));
}

/** `<v`, `<=v`, `>v`, `>=v`. */
function compared(item: Item): Range | undefined {
  const [first] = item.pieces;
  const sign = first && !first.quoted ? /^[<>]=?/.exec(first.text)?.[0] : undefined;
  if (sign === undefined) return undefined;
  return edge(sign, plainText(item).slice(sign.length));
}

/** The range that a sign and a value make. */
export function edge(sign: string, text: string): Range {
  const end = { text, included: sign.endsWith('=') };
  return sign.startsWith('<') ? { to: end } : { from: end };
}

/** `a..b`, `a..`, `..b`. */
function spanned(item: Item): Range | undefined {
  let before = 0;
  for (const { text, quoted } of item.pieces) {
    const at = quoted ? -1 : text.indexOf('..');
    if (at >= 0) return ends(plainText(item), before + at);
    before += text.length;
  }
  return undefined;
}

/** The ends before and after the dots at a place of a text. */
function ends(text: string, at: number): Range | undefined {
  if (at < 0) return undefined;
  const from = text.slice(0, at).trim();
  const to = text.slice(at + 2).trim();
  return {
    ...(from === '' ? {} : { from: { text: from, included: true } }),
    ...(to === '' ? {} : { to: { text: to, included: true } }),
  };
}
