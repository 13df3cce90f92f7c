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

/**
 * The footnotes in the order they were referred to, each with a sign that leads back; then, under their own names,
 * those that nothing refers to.
 */
export function footnotes(notes: readonly Footnote[], frame: Frame): Line[] {
  const { plain } = frame.settings;
  const numbers = notes.filter(({ number }) => number !== undefined).length;
  const widest = width(markOf(numbers, plain));
  const hung = notes.map(({ number, definition, uses }) => {
    const mark = markOf(number ?? `[^${definition.label ?? definition.identifier}]`, plain);
    const text = number === undefined ? mark : plain ? mark.padEnd(widest) : mark.padStart(widest);
    const head = segment(`${text} `, frame.style('footnote'));
    const inner = frame.narrow(width(head.text));
    const body = inner.blocks(definition.children as Block[]);
    return hang(withBack(body, uses, inner), [head], width(head.text), inner.moved);
  });
  const isLoose = notes.some(({ definition }) => definition.children.length > 1);
  return stack(hung, isLoose ? 1 : 0);
}

/** How a note begins: `1.` on a page, `[^1]:` in a pipe, its name in brackets where it has no number. */
function markOf(name: number | string, plain: boolean): string {
  if (typeof name === 'string') return plain ? `${name}:` : name;
  return plain ? `[^${name}]:` : `${name}.`;
}

/** On a page the last line of a note says where it is cited: ↩, once for each place. */
function withBack(lines: Line[], uses: number, frame: Frame): Line[] {
  if (frame.settings.plain || uses === 0) return lines;
  const back = segment(frame.glyphs.back.repeat(uses), frame.style('footnote'));
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
