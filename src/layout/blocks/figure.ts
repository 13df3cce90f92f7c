import type { Figure, MathNode } from '../../model/article.ts';
import { indent, type Line, lineWidth, segment, stack } from '../../model/line.ts';
import { visible } from '../../model/printable.ts';
import type { Frame } from '../frame.ts';

/** A figure: what it shows, then its caption close under it. */
export function figure(node: Figure, frame: Frame): Line[] {
  const captions = node.children.filter((child) => child.type === 'caption');
  const shown = node.children.filter((child) => child.type !== 'caption');
  return stack([frame.blocks(shown), ...captions.map((child) => frame.block(child))], 0);
}

/** Display math as Unicode rows, or its TeX where that cannot be or would not fit. */
export function math(node: MathNode, frame: Frame): Line[] {
  const rows = frame.settings.plain ? undefined : frame.settings.tools.math?.mathLines(node.value);
  const lines = rows?.map((row): Line => [segment(visible(row), frame.style('math'))]);
  const fits = lines && Math.max(0, ...lines.map(lineWidth)) + 4 <= frame.width;
  if (lines && fits) return indent(lines, 4);
  const source = ['$$', ...node.value.split('\n'), '$$'];
  return source
    .flatMap((row) =>
      frame.settings.plain ? [row] : frame.settings.tools.hardBreak(row, frame.width),
    )
    .map((row) => [segment(row, frame.style('math'))]);
}
