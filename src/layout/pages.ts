import { BLANK, type Line, lineWidth, segment } from '../model/line.ts';
import { GUTTER } from '../model/measure.ts';

/** Lines of a page that were laid out as one block, and what kind of block that was. */
export interface Group {
  readonly lines: readonly Line[];
  readonly kind: string;
  /** Blank lines before it, where it does not begin a page; one if it does not say. */
  readonly before?: number;
}

/** Fewest lines of a paragraph that may stand alone at the foot or head of a page. */
const FEWEST = 2;
/** Share of a page that may stay empty to keep lines together. */
const EMPTIEST = 0.5;

/**
 * Cuts groups into pages of at most `height` lines: no heading at the foot of a page, no single first or last line
 * of a paragraph alone, no blank line at the head of one. What cannot be kept together on half a page is cut.
 */
export function paginate(groups: readonly Group[], height: number): Line[][] {
  const { lines, kept } = joined(groups);
  const pages: Line[][] = [];
  for (let start = 0; start < lines.length; ) {
    while (start < lines.length && lines[start]!.length === 0) start += 1;
    const end = turn(
      start,
      Math.min(lines.length, start + Math.max(1, height)),
      lines.length,
      kept,
      height,
    );
    if (end > start) pages.push(trimmedEnd(lines.slice(start, end)));
    start = end;
  }
  return pages;
}

/** The last place at or before `end` where a page may end, unless that leaves too much of it empty. */
function turn(
  start: number,
  end: number,
  total: number,
  kept: ReadonlySet<number>,
  height: number,
): number {
  if (end >= total) return total;
  const least = start + Math.max(1, Math.floor(height * EMPTIEST));
  for (let at = end; at >= least; at--) if (!kept.has(at)) return at;
  return end;
}

/** All lines with a blank line between groups, and the indexes before which no page may end. */
function joined(groups: readonly Group[]): { lines: Line[]; kept: ReadonlySet<number> } {
  const lines: Line[] = [];
  const kept = new Set<number>();
  let before = '';
  for (const { lines: own, kind } of groups) {
    if (own.length === 0) continue;
    if (lines.length > 0) lines.push(BLANK);
    const start = lines.length;
    for (const line of own) lines.push(line);
    for (const at of keptTogether(kind, before, start, lines.length)) kept.add(at);
    before = kind;
  }
  return { lines, kept };
}

/** Indexes before which no page may end: within and after a heading, and where one line would be alone. */
function keptTogether(kind: string, before: string, start: number, end: number): number[] {
  const afterHeading = before === 'heading' ? range(start - 1, start + FEWEST) : [];
  if (kind === 'heading') return [...afterHeading, ...range(start + 1, end)];
  return kind === 'paragraph' ? [...afterHeading, ...lonely(start, end)] : afterHeading;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
}

/** Cuts that would leave fewer than two lines of a paragraph on one side. */
function lonely(start: number, end: number): number[] {
  if (end - start < 2) return [];
  if (end - start <= FEWEST + 1) return range(start + 1, end);
  return [start + 1, end - 1];
}

function trimmedEnd(lines: Line[]): Line[] {
  const last = lines.findLastIndex((line) => line.length > 0);
  return lines.slice(0, last + 1);
}

/** Pages set two beside one another, each `width` columns wide; spreads are parted by a blank line. */
export function spreads(pages: readonly (readonly Line[])[], width: number): Line[] {
  const out: Line[] = [];
  for (let at = 0; at < pages.length; at += 2) {
    const left = pages[at] ?? [];
    const right = pages[at + 1] ?? [];
    if (out.length > 0) out.push(BLANK);
    const rows = Math.max(left.length, right.length);
    for (let row = 0; row < rows; row++)
      out.push(beside(left[row] ?? BLANK, right[row] ?? BLANK, width));
  }
  return out;
}

function beside(left: Line, right: Line, width: number): Line {
  if (right.length === 0) return left;
  const gap = Math.max(1, width - lineWidth(left) + GUTTER);
  return [...left, segment(' '.repeat(gap)), ...right];
}
