import type * as mdast from 'mdast';
import { indent, type Line, type Segment, segment } from '../../model/line.ts';
import { printableCode } from '../../model/printable.ts';
import { clusters, width } from '../../model/width.ts';
import type { Frame } from '../frame.ts';
import type { CodeLine } from '../highlight.ts';

/** Columns that code is moved right by on a page; in a pipe it stands at the margin, byte for byte. */
const MARGIN = 2;
const TAB = 4;
/** UTF-16 units that one column of text may hold: only so much is looked at for one row. */
const MOST_UNITS = 40;

/** Code as it is written: never reflowed; on a page a line too long goes on under a mark. */
export function code(node: mdast.Code, frame: Frame): Line[] {
  if (node.value === '') return [];
  const lines = highlighted(node, frame);
  if (frame.settings.plain)
    return numbered(
      lines.map((line) => segments(line, frame)),
      frame,
    );
  const inner = frame.narrow(MARGIN);
  const numbers = frame.settings.lineNumbers ? String(lines.length).length + 1 : 0;
  const room = Math.max(1, inner.width - numbers);
  const out: Line[] = [];
  lines.forEach((line, at) => {
    const head = numbers > 0 ? lineNumber(at + 1, numbers, frame) : [];
    const blank = numbers > 0 ? [segment(' '.repeat(numbers))] : [];
    softWrapped(segments(line, frame), room, frame).forEach((row, part) => {
      out.push([...(part === 0 ? head : blank), ...row]);
    });
  });
  return indent(out, inner.moved);
}

function numbered(lines: Line[], frame: Frame): Line[] {
  if (!frame.settings.lineNumbers) return lines;
  const columns = String(lines.length).length + 1;
  return lines.map((line, at) => [...lineNumber(at + 1, columns, frame), ...line]);
}

function lineNumber(number: number, columns: number, frame: Frame): Segment[] {
  return [segment(`${String(number).padStart(columns - 1)} `, frame.style('lineNumber'))];
}

function highlighted(node: mdast.Code, frame: Frame): readonly CodeLine[] {
  const found = node.lang ? frame.settings.tools.highlight?.(node.value, node.lang) : undefined;
  return found ?? node.value.split('\n').map((text): CodeLine => [{ text }]);
}

function segments(line: CodeLine, frame: Frame): Line {
  let column = 0;
  return line
    .filter(({ text }) => text !== '')
    .map(({ text, role }) => {
      const shown = frame.settings.plain ? text : untabbed(text, column);
      column += width(shown);
      return codeSegment(shown, frame, role);
    });
}

function codeSegment(text: string, frame: Frame, role: CodeLine[number]['role']): Segment {
  return { text: printableCode(text), style: frame.style(role ?? 'codeText') };
}

function untabbed(text: string, column: number): string {
  if (!text.includes('\t')) return text;
  let out = '';
  for (const char of text)
    out += char === '\t' ? ' '.repeat(TAB - ((column + out.length) % TAB)) : char;
  return out;
}

/** A line cut to `room` columns; what goes on begins with the wrap mark. */
function softWrapped(line: Line, room: number, frame: Frame): Line[] {
  const total = line.reduce((sum, { text }) => sum + width(text), 0);
  if (total <= room || room < 4) return total <= room ? [line] : cut(line, room, room, frame);
  const mark = segment(frame.glyphs.wrap, frame.style('wrapMark'));
  const [first, ...rest] = cut(line, room, room - width(mark.text), frame);
  return [first ?? [], ...rest.map((row) => [mark, ...row])];
}

/** Rows of a styled line: the first of `first` columns, the others of `rest`. */
function cut(line: Line, first: number, rest: number, frame: Frame): Line[] {
  const rows: Segment[][] = [[]];
  let left = first;
  for (const { text, style } of line) {
    for (let waiting: string = text; waiting !== ''; ) {
      const piece = pieceOf(waiting, left, rest, frame);
      if (piece !== '') rows.at(-1)?.push(segment(piece, style));
      left -= width(piece);
      waiting = waiting.slice(piece.length);
      if (waiting === '') continue;
      rows.push([]);
      left = rest;
    }
  }
  return rows;
}

/** What fits into `left` columns; in an empty row at least one character, however wide. */
function pieceOf(text: string, left: number, row: number, frame: Frame): string {
  const piece = fitting(text, left, frame);
  return piece === '' && left === row ? firstCluster(text) : piece;
}

/** The beginning of a text that fits into `left` columns; little more than that is looked at, for text may be long. */
function fitting(text: string, left: number, frame: Frame): string {
  if (left < 1) return '';
  const most = Math.min(text.length, (left + 1) * MOST_UNITS);
  let piece = '';
  for (let units = left + 8; ; units *= 2) {
    const part = text.slice(0, Math.min(units, most));
    [piece = ''] = frame.settings.tools.hardBreak(part, left);
    if (piece.length < part.length || units >= most) break;
  }
  return width(piece) <= left ? piece : '';
}

function firstCluster(text: string): string {
  return clusters(text.slice(0, MOST_UNITS))[0]?.text ?? text;
}
