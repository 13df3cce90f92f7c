import type { RawLine } from './lines.ts';

/** What stands by itself in a raw text: one line, or the lines of a paragraph that was wrapped. */
export interface Block {
  readonly lines: readonly RawLine[];
  readonly text: string;
  /** Whether a blank line (or the top) is before it. */
  readonly apart: boolean;
}

/** Longest line of a text that was wrapped by hand or by a mailer, in UTF-16 units. */
const WIDEST = 110;
const NARROWEST = 45;
/** Lines that tell whether a text was wrapped; the share of them that has to be full, and that has to be long. */
const FEWEST = 3;
const FULL = 0.5;
const LONG = 0.8;
/** How much of the width a line takes that its paragraph goes on after. */
const LONG_LINE = 0.7;

/** `- `, `• `, `1. `, `2) `, `a. `: what begins an item of a list. */
export const ITEM = /^(?:[-–—*+•●▪‣◦]|\d{1,3}[.)]|[a-zA-Z][.)]) +\S/;

/** The blocks of a text: a block is a line, unless the whole text was wrapped; then lines are joined. */
export function blocksOf(lines: readonly RawLine[]): Block[] {
  const groups = groupsOf(lines);
  const width = groups.length > 1 ? wrapWidth(groups) : undefined;
  return groups.flatMap((group) =>
    (width === undefined ? group.map((line) => [line]) : paragraphs(group, width)).map(
      (part, at) => ({ lines: part, text: textOf(part), apart: at === 0 }),
    ),
  );
}

function textOf(lines: readonly RawLine[]): string {
  return lines.length === 1 ? (lines[0]?.text ?? '') : lines.map(({ text }) => text).join(' ');
}

/** Lines that no blank line parts. */
function groupsOf(lines: readonly RawLine[]): RawLine[][] {
  const groups: RawLine[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.text === '') open = false;
    else if (open) groups.at(-1)?.push(line);
    else {
      groups.push([line]);
      open = true;
    }
  }
  return groups;
}

/** The width a text was wrapped at; undefined if lines end where their writer ended them. */
function wrapWidth(groups: readonly RawLine[][]): number | undefined {
  if (groups.some((group) => group.some(({ text }) => text.length > WIDEST))) return undefined;
  // The last line of a group tells nothing.
  const inner = groups.flatMap((group) => group.slice(0, -1));
  const width = inner.reduce((most, { text }) => Math.max(most, text.length), 0);
  if (inner.length < FEWEST || width < NARROWEST) return undefined;
  const full = groups.reduce((sum, group) => sum + fullLines(group, width), 0);
  const long = inner.filter(({ text }) => text.length >= width * LONG_LINE).length;
  return full >= inner.length * FULL && long >= inner.length * LONG ? width : undefined;
}

function fullLines(group: readonly RawLine[], width: number): number {
  return group.slice(0, -1).filter((line, at) => isFull(line, group[at + 1], width)).length;
}

/** Whether the first word of the next line would not have fitted. */
function isFull(line: RawLine, next: RawLine | undefined, width: number): boolean {
  if (!next) return false;
  const space = next.text.indexOf(' ');
  const first = space < 0 ? next.text.length : space;
  return line.text.length + 1 + first > width;
}

function paragraphs(group: readonly RawLine[], width: number): RawLine[][] {
  const parts: RawLine[][] = [];
  let last: RawLine | undefined;
  for (const line of group) {
    const isOpen = last !== undefined && last.text.length >= width * LONG_LINE;
    const joins = isOpen && !ITEM.test(line.text);
    if (joins) parts.at(-1)?.push(line);
    else parts.push([line]);
    last = line;
  }
  return parts;
}
