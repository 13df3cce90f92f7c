import type * as mdast from 'mdast';
import type { Block, DescriptionDetails, DescriptionList, Inline } from '../../model/article.ts';
import { hang, indent, type Line, type Segment, segment, stack } from '../../model/line.ts';
import { largest } from '../../model/measure.ts';
import { width } from '../../model/width.ts';
import type { Frame } from '../frame.ts';

/** A list whose items hang from their marks; loose lists have blank lines between items. */
export function list(node: mdast.List, frame: Frame): Line[] {
  const marks = node.children.map((item, at) => markOf(node, item, at, frame));
  const widest = largest(marks.map(({ text }) => width(text)));
  const loose = node.spread === true || node.children.some((item) => item.spread === true);
  const items = node.children.map((item, at) => {
    const mark = marks[at]!;
    const columns = 1 + (frame.settings.plain ? width(mark.text) : widest);
    const inner = frame.narrow(columns, true);
    const lines = inner.blocks(item.children as Block[], loose ? 1 : 0);
    return hang(lines, marked(mark, columns), columns, inner.moved);
  });
  return stack(items, loose ? 1 : 0);
}

/** A mark and its space, set to the right of its columns, so that numbers align. */
function marked(mark: Segment, columns: number): Line {
  const room = columns - 1 - width(mark.text);
  return room > 0 ? [segment(' '.repeat(room)), mark, segment(' ')] : [mark, segment(' ')];
}

function markOf(node: mdast.List, item: mdast.ListItem, at: number, frame: Frame): Segment {
  const number = node.ordered ? `${(node.start ?? 1) + at}.` : '';
  const mark = number || bulletOf(frame);
  if (typeof item.checked !== 'boolean') return segment(mark, frame.style('bullet'));
  const box = item.checked ? frame.glyphs.checked : frame.glyphs.unchecked;
  const style = frame.style(item.checked ? 'checked' : 'unchecked');
  // On a page the box of an unnumbered task is its mark.
  return segment(node.ordered || frame.settings.plain ? `${mark} ${box}` : box, style);
}

function bulletOf({ glyphs, lists }: Frame): string {
  return glyphs.bullets[lists % glyphs.bullets.length] ?? '-';
}

/** Terms, and their descriptions moved right. */
export function descriptionList(node: DescriptionList, frame: Frame): Line[] {
  const loose = node.children.some(
    (child) => child.type === 'descriptionDetails' && child.spread === true,
  );
  const gap = loose ? 1 : 0;
  const groups: Line[][][] = [];
  for (const child of node.children) {
    if (child.type === 'descriptionTerm') {
      groups.push([frame.inline(child.children as Inline[], frame.style('term'))]);
    } else {
      const group = groups.at(-1) ?? [];
      if (groups.length === 0) groups.push(group);
      group.push(description(child, frame));
    }
  }
  return stack(
    groups.map((parts) => stack(parts, gap)),
    gap,
  );
}

function description(node: DescriptionDetails, frame: Frame): Line[] {
  const inner = frame.narrow(4);
  return indent(inner.blocks(node.children as Block[]), inner.moved);
}
