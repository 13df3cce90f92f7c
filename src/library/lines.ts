/** A line of a text, and where it stands there in UTF-16 offsets: its first character, and that of the next line. */
export interface TextLine {
  readonly text: string;
  readonly start: number;
  readonly next: number;
}

/** The lines of a text, whichever line ends it has; a byte order mark belongs to no line. Linear. */
export function linesOf(raw: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = raw.startsWith('\ufeff') ? 1 : 0;
  for (const match of raw.matchAll(/\r\n?|\n/g)) {
    const next = match.index + match[0].length;
    lines.push({ text: raw.slice(start, match.index), start, next });
    start = next;
  }
  lines.push({ text: raw.slice(start), start, next: raw.length });
  return lines;
}
