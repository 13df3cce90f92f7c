import { type Line, lineWidth, segment } from '../model/line.ts';

/**
 * A line spread to `width` columns, at most one extra space a gap; a line that would need more stays ragged, for
 * rivers are worse than a rag (WCAG 2.2, failure F88).
 */
export function justified(line: Line, width: number): Line {
  const missing = width - lineWidth(line);
  const gaps = line.reduce((sum, { text }) => sum + gapsIn(text), 0);
  if (missing <= 0 || gaps === 0 || missing > gaps) return line;
  let seen = 0;
  return line.map(({ text, style }) => {
    const spread = text.replace(/ +/g, (gap) => {
      seen += 1;
      const share = Math.floor((seen * missing) / gaps) - Math.floor(((seen - 1) * missing) / gaps);
      return gap + ' '.repeat(share);
    });
    return segment(spread, style);
  });
}

function gapsIn(text: string): number {
  return text.match(/ +/g)?.length ?? 0;
}
