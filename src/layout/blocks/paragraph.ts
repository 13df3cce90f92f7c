import type * as mdast from 'mdast';
import type { Caption, Inline, Summary, Verbatim } from '../../model/article.ts';
import { type Line, segment } from '../../model/line.ts';
import type { Frame } from '../frame.ts';
import { captionedIn } from '../references.ts';

/** A paragraph; one that is nothing but a picture is a figure, whose caption is the picture's title. */
export function paragraph(node: mdast.Paragraph, frame: Frame): Line[] {
  const lines = frame.inline(node.children as Inline[]);
  const title = captionedIn(node)?.title;
  if (!title) return lines;
  return [...lines, ...frame.inline([{ type: 'text', value: title }], frame.style('caption'))];
}

/** The words under a figure. */
export function caption(node: Caption, frame: Frame): Line[] {
  return frame.inline(node.children, frame.style('caption'));
}

/** The words that stand for a folded part. */
export function summary(node: Summary, frame: Frame): Line[] {
  return frame.inline(node.children, frame.style('strong'));
}

/** Source that no construct accounts for: every line as it is written, cut only where it would not fit. */
export function verbatim(node: Verbatim | mdast.Html, frame: Frame): Line[] {
  return node.value
    .split('\n')
    .flatMap((line) => frame.settings.tools.hardBreak(line.replace(/\t/g, '    '), frame.width))
    .map((line) => (line === '' ? [] : [segment(line)]));
}
