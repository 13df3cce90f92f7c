import { width } from '../model/width.ts';
import { type Environment, TALL } from './math-symbols-data.ts';

/** Printed rows and the one that stands on the line of the formula; several rows are all `columns` wide. */
export interface Box {
  readonly rows: readonly string[];
  readonly base: number;
  readonly columns?: number;
}

/** How a column of a grid is set; `gap` blanks and perhaps a `rule` go before it. */
export interface Column {
  readonly align: 'left' | 'right' | 'centre';
  readonly gap: number;
  readonly rule?: boolean;
}

/** Most rows times columns of a box: a hostile formula could ask for millions of blanks. */
const LARGEST = 40_000;

/** A box of one row. */
export function row(text: string): Box {
  return { rows: [text], base: 0 };
}

function columnsOf({ rows, columns }: Box): number {
  return columns ?? width(rows[0] ?? '');
}

/** Boxes next to each other on one line, each after its blanks; undefined when that grows too large. */
export function beside(
  parts: readonly { readonly gap: number; readonly box: Box }[],
): Box | undefined {
  if (parts.every(({ box }) => box.rows.length === 1)) {
    return row(parts.map(({ gap, box }) => ' '.repeat(gap) + (box.rows[0] ?? '')).join(''));
  }
  const above = parts.reduce((most, { box }) => Math.max(most, box.base), 0);
  const below = parts.reduce((most, { box }) => Math.max(most, box.rows.length - box.base), 0);
  const widths = parts.map(({ gap, box }) => gap + columnsOf(box));
  const columns = widths.reduce((sum, wide) => sum + wide, 0);
  if ((above + below) * (columns + parts.length) > LARGEST) return undefined;
  const rows = new Array<string>(above + below).fill('');
  for (const [index, { gap, box }] of parts.entries()) {
    const blanks = ' '.repeat(widths[index] ?? 0);
    for (let at = 0; at < rows.length; at += 1) {
      const text = box.rows[at - above + box.base];
      rows[at] += text === undefined ? blanks : ' '.repeat(gap) + text;
    }
  }
  return { rows, base: above, columns };
}

/** Scripts after a box of several rows: the high one at its first row, the low one at its last. */
export function hung(box: Box, high: string, low: string): Box | undefined {
  const columns = Math.max(width(high), width(low));
  const rows = box.rows.map(() => ' '.repeat(columns));
  rows[0] = padded(high, columns);
  rows[rows.length - 1] = padded(low, columns);
  return beside([
    { gap: 0, box },
    { gap: 0, box: { rows, base: box.base, columns } },
  ]);
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** A box between brackets as tall as it is; an empty bracket prints nothing. */
export function bracketed(box: Box, open: string, close: string): Box | undefined {
  if (box.rows.length === 1) return row(open + (box.rows[0] ?? '') + close);
  const braces = open === '{' || close === '}';
  const inner = braces && box.rows.length === 2 ? spread(box) : box;
  return beside([
    { gap: 0, box: bracket(open, inner) },
    { gap: open === '{' ? 1 : 0, box: inner },
    { gap: close === '}' ? 1 : 0, box: bracket(close, inner) },
  ]);
}

/** Two rows with a third between them, where the point of a brace goes. */
function spread({ rows, columns = 0 }: Box): Box {
  return { rows: [rows[0] ?? '', ' '.repeat(columns), rows[1] ?? ''], base: 1, columns };
}

function bracket(char: string, { rows, base }: Box): Box {
  const parts = Object.hasOwn(TALL, char) ? TALL[char] : undefined;
  const columns = width(char);
  const none = ' '.repeat(columns);
  const [top, middle, filling, bottom] = parts ?? [none, char, none, none];
  const drawn = rows.map(() => filling);
  drawn[0] = top;
  drawn[rows.length - 1] = bottom;
  const centre = parts ? Math.floor((rows.length - 1) / 2) : base;
  if (rows.length > 2 || !parts) drawn[centre] = middle;
  return { rows: drawn, base, columns };
}

/** Cells in rows, columns lined up; undefined when that grows too large. */
export function grid(
  cells: readonly (readonly Box[])[],
  column: (index: number) => Column,
): Box | undefined {
  const widths = columnWidths(cells);
  let columns = 0;
  for (const [index, wide] of widths.entries()) columns += wide + column(index).gap;
  const height = cells.reduce((sum, line) => sum + tallest(line), 0);
  if (height * columns > LARGEST) return undefined;
  const rows: string[] = [];
  for (const line of cells) {
    const parts = line.flatMap((box, index) => placed(box, widths[index] ?? 0, column(index)));
    const whole = beside(parts);
    if (!whole) return undefined;
    const missing = ' '.repeat(Math.max(0, columns - columnsOf(whole)));
    rows.push(...whole.rows.map((text) => text + missing));
  }
  return { rows, base: Math.floor((rows.length - 1) / 2), columns };
}

function columnWidths(cells: readonly (readonly Box[])[]): number[] {
  const widths: number[] = [];
  for (const line of cells) {
    for (const [index, box] of line.entries()) {
      widths[index] = Math.max(widths[index] ?? 0, columnsOf(box));
    }
  }
  return widths;
}

function tallest(line: readonly Box[]): number {
  let most = 1;
  for (const box of line) most = Math.max(most, box.rows.length);
  return most;
}

function placed(box: Box, wide: number, { align, gap, rule }: Column): { gap: number; box: Box }[] {
  const spare = wide - columnsOf(box);
  const share = { left: 0, right: spare, centre: Math.ceil(spare / 2) }[align];
  const before = ' '.repeat(share);
  const behind = ' '.repeat(spare - share);
  const rows = box.rows.map((text) => before + text + behind);
  const cell = { gap, box: { rows, base: box.base, columns: wide } };
  if (!rule) return [cell];
  return [
    { gap: 1, box: row('│') },
    { ...cell, gap: 1 },
  ];
}

/** How the columns of an environment are set; `argument` is the column list of an array. */
export function columnsFor(align: Environment['align'], argument: string): (at: number) => Column {
  if (align === 'pairs') {
    return (at) => ({
      align: at % 2 === 0 ? 'right' : 'left',
      gap: at > 0 && at % 2 === 0 ? 3 : 0,
    });
  }
  if (align === 'relation') {
    return (at) => ({ align: RELATION_COLUMNS[at % 3] ?? 'left', gap: at > 0 ? 1 : 0 });
  }
  const listed =
    argument
      .slice(0, LONGEST_ARGUMENT)
      .replace(/[@!>]\{[^{}]*\}/g, '')
      .match(/\|*\s*[lcrpmb]/g) ?? [];
  const fallback = align === 'left' ? 'left' : 'centre';
  return (at) => {
    const column = listed[at] ?? '';
    const rule = at > 0 && column.startsWith('|');
    const kind = COLUMN_LETTERS[column.at(-1) ?? ''] ?? fallback;
    return { align: kind, gap: rule ? 3 : at > 0 ? 2 : 0, rule };
  };
}

/** More of the column list of an array is not looked at, in UTF-16 units. */
const LONGEST_ARGUMENT = 500;
const RELATION_COLUMNS: readonly Column['align'][] = ['right', 'centre', 'left'];
const COLUMN_LETTERS: Readonly<Record<string, Column['align']>> = {
  l: 'left',
  p: 'left',
  m: 'left',
  b: 'left',
  c: 'centre',
  r: 'right',
};
