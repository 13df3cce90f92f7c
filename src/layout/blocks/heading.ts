import type * as mdast from 'mdast';
import type { Inline } from '../../model/article.ts';
import { type Line, lineWidth, PLAIN, segment } from '../../model/line.ts';
import { largest } from '../../model/measure.ts';
import type { Role } from '../../model/theme.ts';
import type { Frame } from '../frame.ts';

const ROLES: readonly Role[] = [
  'heading1',
  'heading2',
  'heading3',
  'heading4',
  'heading5',
  'heading6',
];

/** A heading; the first two ranks are underlined across their words so that rank shows without colour. */
export function heading(node: mdast.Heading, frame: Frame): Line[] {
  const role = ROLES[node.depth - 1] ?? 'heading6';
  const lines = frame.inline(node.children as Inline[], frame.style(role));
  if (node.depth > 2 || lines.length === 0 || frame.settings.plain) return lines;
  const glyph = node.depth === 1 ? frame.glyphs.headingRules[0] : frame.glyphs.headingRules[1];
  const columns = largest(lines.map(lineWidth));
  return glyph ? [...lines, [segment(glyph.repeat(columns), frame.style('headerRule'))]] : lines;
}

/** A thematic break. */
export function thematicBreak(_node: mdast.ThematicBreak, frame: Frame): Line[] {
  if (frame.settings.plain) return [[segment(frame.glyphs.rule, PLAIN)]];
  const columns = Number.isFinite(frame.width) ? frame.width : 72;
  const length = Math.max(1, Math.min(columns, Math.ceil(columns / 3)));
  const margin = Math.floor((columns - length) / 2);
  return [
    [
      segment(' '.repeat(margin)),
      segment(frame.glyphs.rule.repeat(length), frame.style('rule')),
    ].filter(({ text }) => text !== ''),
  ];
}
