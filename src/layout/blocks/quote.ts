import type * as mdast from 'mdast';
import type { Alert, Block, Details } from '../../model/article.ts';
import { hang, indent, type Line, prefix, segment, stack } from '../../model/line.ts';
import { width } from '../../model/width.ts';
import type { Frame } from '../frame.ts';

/** A quote: its blocks behind a bar on every line. */
export function blockquote(node: mdast.Blockquote, frame: Frame): Line[] {
  return barred(node.children as Block[], frame, 'quoteBar');
}

/** A GitHub alert: its rank in words, then its blocks, behind a bar of its colour. */
export function alert(node: Alert, frame: Frame): Line[] {
  const label = frame.settings.locale.text(`alert-${node.kind}`);
  const words = node.title ? `${label}: ${node.title}` : label;
  const inner = frame.narrow(width(frame.glyphs.quoteBar));
  const title = inner.inline([{ type: 'text', value: words }], frame.style(node.kind));
  return behindBar(stack([title, inner.blocks(node.children)], 0), inner, node.kind);
}

/** A folded part, shown open. */
export function details(node: Details, frame: Frame): Line[] {
  const [first, ...rest] = node.children;
  const inner = frame.narrow(2);
  if (first?.type !== 'summary') return barred(node.children, frame, 'quoteBar');
  const mark = frame.settings.plain ? '' : '▾ ';
  const head = frame.narrow(width(mark));
  const bullet = mark === '' ? [] : [segment(mark, frame.style('bullet'))];
  const title =
    mark === '' ? head.block(first) : hang(head.block(first), bullet, width(mark), head.moved);
  const body = indent(inner.blocks(rest as Block[]), inner.moved);
  return stack([title, body]);
}

function barred(blocks: readonly Block[], frame: Frame, role: 'quoteBar'): Line[] {
  const inner = frame.narrow(width(frame.glyphs.quoteBar));
  return behindBar(inner.blocks(blocks), inner, role);
}

function behindBar(lines: Line[], frame: Frame, role: 'quoteBar' | Alert['kind']): Line[] {
  if (frame.moved === 0) return lines;
  // The space has no look: an inverse bar stays one column wide on every line.
  const bar = frame.glyphs.quoteBar.trimEnd();
  const space = frame.glyphs.quoteBar.slice(bar.length);
  return prefix(lines, [segment(bar, frame.style(role)), segment(space)]);
}
