import type * as mdast from 'mdast';
import type { Inline } from '../model/article.ts';
import { over, type Style } from '../model/line.ts';
import { visible } from '../model/printable.ts';
import { linkedHost, terminalTarget } from '../model/targets.ts';
import { textOf } from '../model/text.ts';
import type { Frame } from './frame.ts';
import { printsItsTarget, saysItsTarget } from './references.ts';
import { subscript, superscript } from './script-letters.ts';
import { smartened } from './smart.ts';
import type { Run } from './wrap.ts';

/** Inline nodes as runs of one style each; white space is collapsed, newlines are hard breaks. */
export function runsOf(nodes: readonly Inline[], frame: Frame, style: Style = {}): Run[] {
  const out: Run[] = [];
  for (const node of nodes) lay(node, frame, style, out);
  const runs = tidied(out);
  return frame.settings.smart ? smartened(runs) : runs;
}

type Lay<T extends Inline['type']> = (
  node: Extract<Inline, { type: T }>,
  frame: Frame,
  style: Style,
  out: Run[],
) => void;

const HANDLERS: { readonly [T in Inline['type']]: Lay<T> } = {
  text: (node, _frame, style, out) => out.push({ text: prose(node.value), style }),
  html: (node, _frame, style, out) => out.push({ text: prose(node.value), style }),
  break: (_node, _frame, style, out) => out.push({ text: '\n', style }),
  emphasis: (node, frame, style, out) =>
    inside(node, frame, over(style, frame.style('emphasis')), out),
  strong: (node, frame, style, out) => inside(node, frame, over(style, frame.style('strong')), out),
  insert: (node, frame, style, out) => inside(node, frame, over(style, frame.style('insert')), out),
  mark: (node, frame, style, out) => inside(node, frame, over(style, frame.style('mark')), out),
  abbreviation: (node, frame, style, out) =>
    inside(node, frame, over(style, frame.style('abbreviation')), out),
  delete: (node, frame, style, out) => {
    const struck = over(style, frame.style('strike'));
    const mark = frame.settings.plain ? '~~' : '';
    out.push({ text: mark, style: struck });
    inside(node, frame, struck, out);
    out.push({ text: mark, style: struck });
  },
  inlineCode: (node, frame, style, out) =>
    out.push({
      text: visible(node.value.replace(/\n/g, ' ')),
      style: over(style, frame.style('code')),
      verbatim: true,
    }),
  keyboard: (node, frame, style, out) =>
    inside(node, frame, over(style, frame.style('keyboard')), out),
  superscript: (node, frame, style, out) => script(node, superscript, frame, style, out),
  subscript: (node, frame, style, out) => script(node, subscript, frame, style, out),
  inlineMath: (node, frame, style, out) => {
    const text = frame.settings.plain ? undefined : frame.settings.tools.math?.mathText(node.value);
    const shown = text ?? `$${node.value}$`;
    const look = over(style, frame.style('math'));
    out.push({ text: visible(shown.replace(/\n/g, ' ')), style: look, verbatim: true });
  },
  footnoteReference: (node, frame, style, out) => {
    const number = frame.references.footnoteNumber(node.identifier);
    const label =
      number === undefined ? `[^${node.label ?? node.identifier}]` : note(number, frame);
    out.push({ text: visible(`\u2060${label}`), style: over(style, frame.style('footnote')) });
  },
  link,
  image,
};

/** A footnote mark that no link number can be taken for. */
function note(number: number, frame: Frame): string {
  return frame.settings.plain ? `[^${number}]` : (superscript(String(number)) ?? `[^${number}]`);
}

function lay(node: Inline, frame: Frame, style: Style, out: Run[]): void {
  const handler = HANDLERS[node.type] as Lay<Inline['type']> | undefined;
  if (handler) handler(node as never, frame, style, out);
  else out.push({ text: prose(textOf(node)), style });
}

function inside(
  node: { children: mdast.PhrasingContent[] },
  frame: Frame,
  style: Style,
  out: Run[],
): void {
  for (const child of node.children) lay(child as Inline, frame, style, out);
}

function link(node: mdast.Link, frame: Frame, style: Style, out: Run[]): void {
  const address = frame.references.target(node.url);
  const target = frame.settings.hyperlinks ? terminalTarget(address) : undefined;
  const label = textOf(node);
  const { name, deceives } = linkedHost(label, address);
  const look = over(style, frame.style('link'));
  const first = out.length;
  inside(node, frame, target && !deceives ? { ...look, link: target } : look, out);
  const verbatim = saysItsTarget(node);
  for (let at = first; at < out.length; at++) {
    const run = out[at]!;
    out[at] = { ...run, unit: first, ...(verbatim ? { verbatim } : {}) };
  }
  if (!printsItsTarget(node, frame.settings.plain)) numbered(node.url, frame, style, out);
  if (!target || name === undefined) return;
  const shown = over(style, frame.style('host'));
  const host = visible(`(${name})`);
  out.push({ text: ' ', style });
  out.push({ text: host, style: deceives ? { ...shown, link: target } : shown, unit: out.length });
}

/** The number of an address in the list at the end, kept with the word before it. */
function numbered(url: string, frame: Frame, style: Style, out: Run[]): void {
  const number = frame.references.linkNumber(url);
  if (number === undefined) return;
  out.push({
    text: `\u2060[${number}]`,
    style: over(style, frame.style('reference')),
    verbatim: true,
  });
}

function image(node: mdast.Image, frame: Frame, style: Style, out: Run[]): void {
  const { plain, hyperlinks, locale } = frame.settings;
  const look = over(style, frame.style('caption'));
  const name = node.alt?.trim() || fileName(node.url) || locale.text('picture');
  const words = name.replace(/\s+/g, ' ');
  const address = frame.references.target(node.url);
  const target = hyperlinks ? terminalTarget(address) : undefined;
  const isLink = target !== undefined && !linkedHost(words, address).deceives;
  const text = plain ? `[${words}]` : `${frame.glyphs.picture} ${words}`;
  out.push({ text: visible(text), style: isLink ? { ...look, link: target } : look });
  numbered(node.url, frame, style, out);
}

/** The last part of an address's path, where it looks like a file's name. */
function fileName(url: string): string | undefined {
  return /(?:^|\/)([^/?#:]+\.\w{2,5})(?:[?#].*)?$/.exec(url)?.[1];
}

/** `x²` where Unicode has the letters; otherwise the words, with a caret before a raised number. */
function script(
  node: { type: string; children: mdast.PhrasingContent[] },
  small: (text: string) => string | undefined,
  frame: Frame,
  style: Style,
  out: Run[],
): void {
  const text = node.children.map(textOf).join('');
  const shown = frame.settings.plain ? undefined : small(text);
  if (shown !== undefined) out.push({ text: shown, style });
  else {
    if (node.type === 'superscript' && /^[\d+−-]/.test(text)) out.push({ text: '^', style });
    inside(node, frame, style, out);
  }
}

const WIDE =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uff60]';

/** A line end between characters written without spaces is no space (CSS Text 3, segment break transformation). */
function joinedLines(text: string): string {
  if (!/[\u3000-\u9fff]/.test(text)) return text;
  return text.replace(new RegExp(`(?<=${WIDE})[ \\t]*\\n[ \\t]*(?=${WIDE})`, 'gu'), '');
}

function prose(value: string): string {
  const text = value.includes('\n') ? joinedLines(value) : value;
  return visible(text.replace(/[ \t\n\r]+/g, ' '));
}

/** Runs without empty ones, without doubled spaces where runs meet, and without spaces around hard breaks. */
function tidied(runs: readonly Run[]): Run[] {
  const out: Run[] = [];
  let before = '\n';
  for (const run of runs) {
    const open = before === ' ' || before === '\n';
    const kept = open && !run.verbatim && run.text.startsWith(' ') ? run.text.slice(1) : run.text;
    if (kept === '') continue;
    out.push(kept === run.text ? run : { ...run, text: kept });
    before = kept.at(-1) ?? before;
  }
  return out;
}
