import type { AbbreviationDefinition, Block } from '../../model/article.ts';
import { BLANK, hang, type Line, prefix, segment, stack } from '../../model/line.ts';
import { visible } from '../../model/printable.ts';
import { width } from '../../model/width.ts';
import type { Frame } from '../frame.ts';
import type { Footnote, NumberedLink } from '../references.ts';
import { fill } from '../wrap.ts';

/** `HTML: HyperText Markup Language`, where the article defines it. */
export function abbreviationDefinition(node: AbbreviationDefinition, frame: Frame): Line[] {
  const inner = frame.narrow(2);
  const lines = inner.inline([
    { type: 'strong', children: [{ type: 'text', value: node.label }] },
    { type: 'text', value: `: ${node.title}` },
  ]);
  return prefix(lines, BLANK, [segment(' '.repeat(inner.moved))]);
}

/** The footnotes in the order they were referred to, each with a sign that leads back. */
export function footnotes(notes: readonly Footnote[], frame: Frame): Line[] {
  const marks = notes.map(({ number }) => (frame.settings.plain ? `[^${number}]:` : `${number}.`));
  const columns = Math.max(0, ...marks.map(width)) + 1;
  return stack(
    notes.map((note, at) => {
      const mark = marks[at]!;
      const inner = frame.narrow(columns);
      const body = inner.blocks(note.definition.children as Block[]);
      const head = [segment(mark.padEnd(columns), frame.style('footnote'))];
      return hang(withBack(body, note, inner), head, columns, inner.moved);
    }),
    0,
  );
}

/** On a page the last line of a note says where it is cited: ↩, once for each place. */
function withBack(lines: Line[], note: Footnote, frame: Frame): Line[] {
  if (frame.settings.plain) return lines;
  const back = segment(frame.glyphs.back.repeat(note.uses), frame.style('footnote'));
  const last = lines.at(-1) ?? [];
  const used = last.reduce((sum, { text }) => sum + width(text), 0);
  if (used + 1 + width(back.text) > frame.width) return [...lines, [back]];
  return [...lines.slice(0, -1), [...last, segment(' '), back]];
}

/** The list of numbered addresses; an address is never cut, for it is to be copied. */
export function linkList(links: readonly NumberedLink[], frame: Frame): Line[] {
  const style = frame.style('reference');
  return links.flatMap(({ number, url, title }) => {
    const words = title ? ` "${title.replace(/\s+/g, ' ')}"` : '';
    return fill([{ text: visible(`[${number}]: ${url}${words}`), style }], {
      width: Number.POSITIVE_INFINITY,
      wrap: 'greedy',
      hardBreak: frame.settings.tools.hardBreak,
    });
  });
}
