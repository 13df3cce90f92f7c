import type * as mdast from 'mdast';
import type { Block, DescriptionDetails, DescriptionList, Inline } from '../../model/article.ts';
import { indent, type Line, prefix, type Segment, segment, stack } from '../../model/line.ts';
import { width } from '../../model/width.ts';
import type { Frame } from '../frame.ts';

/** A list whose items hang from their marks; loose lists have blank lines between items. */
export function list(node: mdast.List, frame: Frame): Line[] {
  const marks = node.children.map((item, at) => markOf(node, item, at, frame));
  const columns = Math.max(0, ...marks.map(({ text }) => width(text))) + 1;
  const loose = node.spread === true || node.children.some((item) => item.spread === true);
  const items = node.children.map((item, at) => {
    const inner = frame.narrow(columns, true);
    const lines = inner.blocks(item.children as Block[], loose ? 1 : 0);
    return hung(lines, marks[at]!, columns, frame);
  });
  return stack(items, loose ? 1 : 0);
}

function hung(lines: Line[], mark: Segment, columns: number, frame: Frame): Line[] {
  const body = lines.length > 0 ? lines : [[]];
  const room = columns - 1 - width(mark.text);
  const lead = room > 0 && !frame.settings.plain ? [segment(' '.repeat(room))] : [];
  const tail = room > 0 && frame.settings.plain ? ' '.repeat(room + 1) : ' ';
  return prefix(body, [...lead, mark, segment(tail)], [segment(' '.repeat(columns))]);
}

function markOf(node: mdast.List, item: mdast.ListItem, at: number, frame: Frame): Segment {
  const number = node.ordered ? `${(node.start ?? 1) + at}.` : '';
  if (typeof item.checked !== 'boolean') {
    return segment(number || bulletOf(frame), frame.style('bullet'));
  }
  const box = item.checked ? frame.glyphs.checked : frame.glyphs.unchecked;
  const style = frame.style(item.checked ? 'checked' : 'unchecked');
  return segment(number === '' ? box : `${number} ${box}`, style);
}

function bulletOf({ glyphs, lists }: Frame): string {
  return glyphs.bullets[lists % glyphs.bullets.length] ?? '-';
}

/** Terms, and their descriptions moved right. */
export function descriptionList(node: DescriptionList, frame: Frame): Line[] {
  const loose = node.children.some(
    (child) => child.type === 'descriptionDetails' && child.spread === true,
  );
  const out: Line[][] = [];
  for (const child of node.children) {
    if (child.type === 'descriptionTerm') {
      out.push(frame.inline(child.children as Inline[], frame.style('term')));
    } else {
      const body = description(child, frame);
      const term = out.pop() ?? [];
      out.push(stack([term, body], loose ? 1 : 0));
    }
  }
  return stack(out, loose ? 1 : 0);
}

function description(node: DescriptionDetails, frame: Frame): Line[] {
  return indent(frame.narrow(4).blocks(node.children as Block[]), Math.min(4, room(frame)));
}

function room(frame: Frame): number {
  return frame.width - frame.narrow(4).width || (Number.isFinite(frame.width) ? 0 : 4);
}
