import type { Printable } from './printable.ts';
import { printable, repeated } from './printable.ts';
import { width } from './width.ts';

/** A terminal's own sixteen colours, by name, or an exact colour `#rrggbb`. */
export type Color =
  | 'black'
  | 'red'
  | 'green'
  | 'yellow'
  | 'blue'
  | 'magenta'
  | 'cyan'
  | 'white'
  | 'gray'
  | 'redBright'
  | 'greenBright'
  | 'yellowBright'
  | 'blueBright'
  | 'magentaBright'
  | 'cyanBright'
  | 'whiteBright'
  | `#${string}`;

/** Depth of colour: none, the terminal's 16, 256, or 24 bits. */
export type ColorDepth = 0 | 1 | 2 | 3;

/** How a segment looks; an absent field is as its surroundings. */
export interface Style {
  readonly color?: Color;
  readonly background?: Color;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly dim?: boolean;
  readonly underline?: boolean;
  readonly strike?: boolean;
  readonly inverse?: boolean;
  /** Target of the hyperlink that this text is. */
  readonly link?: string;
  /** Segments side by side of one number are one isolate (UAX #9, FSI … PDI): text around does not reorder them. */
  readonly isolate?: number;
}

/** A stretch of text in one style: no newline, no escape sequence, ever. */
export interface Segment {
  readonly text: Printable;
  readonly style: Style;
}

/** One line of a page. */
export type Line = readonly Segment[];

export const PLAIN: Style = {};
export const BLANK: Line = [];

/** A segment of any text, made printable. */
export function segment(text: string, style: Style = PLAIN): Segment {
  return { text: printable(text), style };
}

/** `inner` over `outer`. */
export function over(outer: Style, inner: Style): Style {
  return { ...outer, ...inner };
}

/** Columns a line takes. */
export function lineWidth(line: Line): number {
  let columns = 0;
  for (const { text } of line) columns += width(text);
  return columns;
}

/** Each line with `first` (then `rest`) before it; a blank line keeps a prefix without its trailing spaces. */
export function prefix(lines: readonly Line[], first: Line, rest: Line = first): Line[] {
  return lines.map((line, index) => {
    const head = index === 0 ? first : rest;
    return line.length > 0 ? [...head, ...line] : trimmed(head);
  });
}

/**
 * Lines hanging from a mark `columns` wide, the space after it included; where `moved` says there was no room to
 * move right, the mark stands on a line of its own.
 */
export function hang(lines: readonly Line[], mark: Line, columns: number, moved: number): Line[] {
  if (moved === 0) return [trimmed(mark), ...lines];
  const body = lines.length > 0 ? lines : [BLANK];
  const first = body[0] ?? BLANK;
  const head = first.length > 0 ? [...mark, ...first] : trimmed(mark);
  return [head, ...indent(body.slice(1), columns)];
}

/** Lines moved right by `columns`. */
export function indent(lines: readonly Line[], columns: number): Line[] {
  const margin = [{ text: repeated(printable(' '), columns), style: PLAIN }];
  return columns > 0 ? prefix(lines, margin) : [...lines];
}

/**
 * Groups of lines under one another, `gap` blank lines between (a function says it of the group below); empty groups
 * leave no gap.
 */
export function stack(
  groups: readonly (readonly Line[])[],
  gap: number | ((group: number) => number) = 1,
): Line[] {
  const out: Line[] = [];
  const blanksBefore = typeof gap === 'number' ? () => gap : gap;
  groups.forEach((group, at) => {
    if (group.length === 0) return;
    if (out.length > 0) out.push(...Array<Line>(blanksBefore(at)).fill(BLANK));
    for (const line of group) out.push(line);
  });
  return out;
}

/** A line without the spaces at its end. */
export function trimmed(line: Line): Line {
  const out = [...line];
  while (out.length > 0) {
    const last = out[out.length - 1] as Segment;
    const text = last.text.trimEnd();
    if (text === last.text && text !== '') break;
    out.pop();
    if (text !== '') {
      out.push(segment(text, last.style));
      break;
    }
  }
  return out;
}
