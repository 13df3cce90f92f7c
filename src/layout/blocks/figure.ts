import type { Figure, MathNode } from '../../model/article.ts';
import { indent, type Line, lineWidth, segment } from '../../model/line.ts';
import { largest } from '../../model/measure.ts';
import { visible } from '../../model/printable.ts';
import type { Frame } from '../frame.ts';

/** A figure: what it shows and its caption close together, in the order of the article. */
export function figure(node: Figure, frame: Frame): Line[] {
  return frame.blocks(node.children, 0);
}

/** Display math as Unicode rows, or its TeX where that cannot be or would not fit. */
export function math(node: MathNode, frame: Frame): Line[] {
  const rows = frame.settings.plain ? undefined : frame.settings.tools.math?.mathLines(node.value);
  const lines = rows?.map((row): Line => [segment(visible(row), frame.style('math'))]);
  const fits = lines && largest(lines.map(lineWidth)) + 4 <= frame.width;
  if (lines && fits) return indent(lines, 4);
  const source = ['$$', ...node.value.split('\n'), '$$'];
  return source
    .flatMap((row) =>
      frame.settings.plain ? [row] : frame.settings.tools.hardBreak(row, frame.width),
    )
    .map((row) => [segment(row, frame.style('math'))]);
}
