import type * as mdast from 'mdast';
import type { Block, DescriptionDetails, DescriptionList, Inline } from '../../model/article.ts';
import { hang, indent, type Line, type Segment, segment, stack } from '../../model/line.ts';
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
    return hang(lines, marked(marks[at]!, columns, frame), columns, inner.moved);
  });
  return stack(items, loose ? 1 : 0);
}

/** A mark and its space: set to the right on a page, so that numbers align; to the left in a pipe. */
function marked(mark: Segment, columns: number, frame: Frame): Line {
  const room = columns - 1 - width(mark.text);
  if (room === 0) return [mark, segment(' ')];
  const spaces = segment(' '.repeat(room));
  return frame.settings.plain ? [mark, spaces, segment(' ')] : [spaces, mark, segment(' ')];
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
  const inner = frame.narrow(4);
  return indent(inner.blocks(node.children as Block[]), inner.moved);
}
