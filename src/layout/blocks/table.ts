import type * as mdast from 'mdast';
import type { Inline } from '../../model/article.ts';
import {
  type Line,
  lineWidth,
  PLAIN,
  prefix,
  type Segment,
  segment,
  stack,
  trimmed,
} from '../../model/line.ts';
import { largest } from '../../model/measure.ts';
import { width } from '../../model/width.ts';
import { longestPiece } from '../boxes.ts';
import type { Frame } from '../frame.ts';
import { shareColumns, type Wish } from './table-columns.ts';

/** A longer word, an address as a rule, may be cut rather than squeeze the other columns out. */
const LONGEST_WORD = 30;

interface Cell {
  readonly nodes: readonly Inline[];
  readonly wish: Wish;
}

/**
 * A table that always fits: columns at their natural width; else shrunk, wrapping their cells; else, where not even
 * the longest words have room, one record a row with `header: value` lines.
 */
export function table(node: mdast.Table, frame: Frame): Line[] {
  const rows = node.children.map((row, at) =>
    row.children.map((cell) => measured(cell, frame, at === 0)),
  );
  const count = largest(rows.map((row) => row.length));
  if (count === 0) return [];
  if (frame.settings.plain) return plainTable(rows, frame);
  const gaps = (count - 1) * width(frame.glyphs.columnGap);
  const columns = shareColumns(wishesOf(rows, count), frame.width - gaps);
  return columns ? drawn(rows, columns, node.align ?? [], frame) : records(rows, frame);
}

function measured(cell: mdast.TableCell, frame: Frame, head: boolean): Cell {
  const nodes = cell.children as Inline[];
  const lines = frame.within(Number.POSITIVE_INFINITY).inline(nodes, headStyle(frame, head));
  const natural = largest(lines.map(lineWidth));
  const least = largest(lines.map((line) => longestPiece(textOf(line))));
  return { nodes, wish: { natural, least: Math.min(least, LONGEST_WORD) } };
}

function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}

function headStyle(frame: Frame, head: boolean): Segment['style'] {
  return head ? frame.style('tableHead') : PLAIN;
}

function wishesOf(rows: readonly (readonly Cell[])[], count: number): Wish[] {
  return Array.from({ length: count }, (_, column) => ({
    natural: Math.max(1, largest(rows.map((row) => row[column]?.wish.natural ?? 0))),
    least: Math.max(1, largest(rows.map((row) => row[column]?.wish.least ?? 0))),
  }));
}

function drawn(
  rows: readonly (readonly Cell[])[],
  columns: readonly number[],
  align: readonly mdast.AlignType[],
  frame: Frame,
): Line[] {
  const gap = segment(frame.glyphs.columnGap);
  const tall = rows.some((row) => row.some((cell, at) => cell.wish.natural > (columns[at] ?? 0)));
  const drawnRows = rows.map((row, index) => {
    const cells = columns.map((room, at) =>
      cellLines(row[at], room, align[at] ?? null, frame, index === 0),
    );
    const height = largest(cells.map((lines) => lines.length));
    return Array.from({ length: height }, (_, line) =>
      trimmed(
        cells.flatMap((lines, at) => [
          ...(at > 0 ? [gap] : []),
          ...(lines[line] ?? [blank(columns[at]!)]),
        ]),
      ),
    );
  });
  const [head = [], ...body] = drawnRows;
  const rule = columns.flatMap((room, at) => [
    ...(at > 0 ? [segment(frame.glyphs.columnGap)] : []),
    segment(frame.glyphs.tableRule.repeat(room), frame.style('tableRule')),
  ]);
  return [...head, rule, ...stack(body, tall ? 1 : 0)];
}

function blank(columns: number): Segment {
  return segment(' '.repeat(columns));
}

function cellLines(
  cell: Cell | undefined,
  room: number,
  align: mdast.AlignType,
  frame: Frame,
  head: boolean,
): Line[] {
  const inner = frame.within(room);
  const lines = inner.inline(cell?.nodes ?? [], headStyle(frame, head));
  return lines.map((line) => aligned(line, room, align));
}

function aligned(line: Line, room: number, align: mdast.AlignType): Line {
  const free = Math.max(0, room - lineWidth(line));
  const left = align === 'right' ? free : align === 'center' ? Math.floor(free / 2) : 0;
  const parts = [blank(left), ...line, blank(free - left)];
  return parts.filter(({ text }) => text !== '');
}

/** A row as lines of `header: value`, the values hanging. */
function records(rows: readonly (readonly Cell[])[], frame: Frame): Line[] {
  const [head = [], ...body] = rows;
  const groups = (body.length > 0 ? body : [head]).map((row) => {
    const fields = row.map((cell, at) =>
      field(body.length > 0 ? head[at] : undefined, cell, frame),
    );
    return fields.flat();
  });
  return stack(groups);
}

function field(head: Cell | undefined, cell: Cell, frame: Frame): Line[] {
  const label: Inline[] =
    head && head.nodes.length > 0 ? [{ type: 'strong', children: [...head.nodes] as never }] : [];
  const colon: Inline[] = label.length > 0 ? [{ type: 'text', value: ': ' }] : [];
  const inner = frame.narrow(2);
  const lines = inner.inline([...label, ...colon, ...cell.nodes]);
  return prefix(lines, [], [segment(' '.repeat(inner.moved))]);
}

/** For a pipe: a row a line, so that `grep` works. */
function plainTable(rows: readonly (readonly Cell[])[], frame: Frame): Line[] {
  return rows.map((row) => {
    const cells = row.map((cell) =>
      frame
        .within(Number.POSITIVE_INFINITY)
        .inline(cell.nodes)
        .map((line) => line.map(({ text }) => text).join(''))
        .join(' '),
    );
    return trimmed([segment(cells.join(' | '))]);
  });
}
