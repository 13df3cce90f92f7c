import { type Line, trimmed } from '../model/line.ts';

/** Lines as bare text: no escape sequence, no blanks at line ends, one newline after each line. */
export function plain(lines: readonly Line[]): string {
  return lines.map((line) => `${textOf(trimmed(line))}\n`).join('');
}

function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}
