import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';

type Element = Tree.Element;
type Child = Tree.ChildNode;

/** Elements with the same meaning, by the name that stands for them here: an article has one node for each. */
const SAME: Readonly<Record<string, string>> = {
  ...{ b: 'strong', i: 'em', cite: 'em', dfn: 'em', var: 'em' },
  ...{ s: 'del', strike: 'del', u: 'ins', tt: 'code', samp: 'code' },
};
/** Elements that an article can hold; of any other only the content is compared. */
const KEPT = new Set(
  (
    'a abbr blockquote br code dd del details dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr img input ins kbd li mark ' +
    'ol p pre strong sub summary sup table td th tr ul'
  ).split(' '),
);
/** Elements of which nothing is shown. */
const HIDDEN = new Set(['script', 'style', 'template', 'title', 'textarea', 'noembed', 'noframes']);
const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const VOID = new Set(['br', 'hr', 'img', 'input']);
/** Attributes that an article keeps, by element; `checked` and `disabled` have no value. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  ...{ a: ['href', 'title'], img: ['src', 'alt', 'title'], ol: ['start'], abbr: ['title'] },
  ...{ input: ['type', 'checked', 'disabled'], td: ['align'], th: ['align'] },
};
/** Where inline content without a paragraph of its own can only come from raw HTML. */
const FLOW = new Set(['', 'blockquote', 'details', 'figure']);

/**
 * HTML as it is compared: one line for each tag and each run of text.
 *
 * What does not count: white space other than in `pre`, and between blocks; ids, classes but for a code's language;
 * comments and hidden elements; the tags of elements that an article has no node for (their content counts);
 * whether inline content at the top or in a quote has a `p` around it, as it has none in raw HTML.
 */
export function normalHtml(html: string): string[] {
  const out: string[] = [];
  const { childNodes } = parseFragment(html, { sourceCodeLocationInfo: true });
  write(childNodes, { out, pre: false, flow: true });
  return joined(out);
}

interface Place {
  readonly out: string[];
  readonly pre: boolean;
  /** Whether inline content here is to be a paragraph. */
  readonly flow: boolean;
}

function write(nodes: readonly Child[], place: Place): void {
  const shown = nodes.filter((node) => !isHidden(node));
  if (!place.flow) {
    for (const node of shown) writeNode(node, place);
    return;
  }
  const lines: Child[] = [];
  for (const node of shown) {
    if (!isBlock(node)) {
      lines.push(node);
      continue;
    }
    writeParagraph(lines.splice(0), place);
    writeNode(node, place);
  }
  writeParagraph(lines, place);
}

function writeParagraph(nodes: readonly Child[], place: Place): void {
  if (nodes.every(isBlank)) return;
  place.out.push('<p>');
  for (const node of nodes) writeNode(node, { ...place, flow: false });
  place.out.push('</p>');
}

function writeNode(node: Child, place: Place): void {
  if (node.nodeName === '#text') writeText((node as Tree.TextNode).value, place);
  else writeElement(node as Element, place);
}

function isHidden(node: Child): boolean {
  return node.nodeName !== '#text' && (!('tagName' in node) || HIDDEN.has(node.nodeName));
}

function isBlock(node: Child): boolean {
  if (!('tagName' in node)) return false;
  return BLOCKS.has(node.tagName) || node.childNodes.some(isBlock);
}

function isBlank(node: Child): boolean {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value.trim() === '';
  if (!('tagName' in node)) return true;
  const name = SAME[node.tagName] ?? node.tagName;
  return !KEPT.has(name) && node.childNodes.every((child) => isHidden(child) || isBlank(child));
}

function writeText(value: string, { out, pre }: Place): void {
  out.push(pre ? `'${value}` : `'${value.replace(/\ufe0e/g, '').replace(/[ \t\n\r\f]+/g, ' ')}`);
}

function writeElement(node: Element, place: Place): void {
  const name = SAME[node.tagName] ?? node.tagName;
  if (!KEPT.has(name) || isUnclosed(node)) {
    write(node.childNodes, place);
    return;
  }
  const flow = FLOW.has(name);
  place.out.push(`<${name}${attributes(node, name)}>`);
  write(node.childNodes, { ...place, pre: place.pre || name === 'pre', flow });
  place.out.push(`</${name}>`);
}

/** An inline tag that is never closed is no element of an article; a parser of HTML lets it run to the end. */
function isUnclosed(node: Element): boolean {
  const tag = node.tagName;
  if (BLOCKS.has(tag) || VOID.has(tag)) return false;
  return !node.sourceCodeLocation?.endTag;
}

function attributes(node: Element, name: string): string {
  const held = new Map(node.attrs.map((attribute) => [attribute.name, attribute.value]));
  const aligned = /text-align:\s*(\w+)/.exec(held.get('style') ?? '')?.[1];
  if (aligned) held.set('align', aligned);
  const kept = (ATTRIBUTES[name] ?? []).filter((key) => held.has(key) && held.get(key) !== '');
  const flags = ['checked', 'disabled'].filter((key) => name === 'input' && held.has(key));
  const language = /(?:^|\s)language-\S+/.exec(held.get('class') ?? '')?.[0]?.trim();
  const values = kept.map((key) => ` ${key}=${(held.get(key) ?? '').replace(/^#fn.*/, '#fn')}`);
  const code = name === 'code' && language ? ` ${language}` : '';
  return [...values, ...flags.map((flag) => ` ${flag}`), code].join('');
}

/** Joins texts that stand side by side; white space beside the start or end of a block does not count. */
function joined(lines: readonly string[]): string[] {
  const out: string[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    if (line.startsWith("'") && last?.startsWith("'")) out[out.length - 1] = last + line.slice(1);
    else out.push(line);
  }
  return trimmed(out);
}

function trimmed(lines: readonly string[]): string[] {
  const state: Spacing = { out: [], pre: 0, edge: true, space: -1 };
  for (const line of lines) {
    if (line === '<pre>') state.pre += 1;
    if (line === '</pre>') state.pre -= 1;
    if (line.startsWith("'") && state.pre === 0) addText(state, line.slice(1));
    else addTag(state, line);
  }
  endBlock(state);
  return state.out.filter((line, at, all) => line !== "'" && !isEmptyParagraph(all, at));
}

interface Spacing {
  readonly out: string[];
  pre: number;
  /** Whether nothing stands in the block so far. */
  edge: boolean;
  /** Where the last space stands that shows only if something follows it in its block, or -1. */
  space: number;
}

function addText(state: Spacing, text: string): void {
  const single = text.replace(/ +/g, ' ');
  const value = state.edge || state.space >= 0 ? single.replace(/^ /, '') : single;
  if (value === '') return;
  state.out.push(`'${value}`);
  state.edge = false;
  state.space = value.endsWith(' ') ? state.out.length - 1 : -1;
}

function addTag(state: Spacing, line: string): void {
  if (isEdge(line)) endBlock(state);
  else if (/^<(?:img|input|code)/.test(line)) {
    state.edge = false;
    state.space = -1;
  }
  state.out.push(line);
}

function endBlock(state: Spacing): void {
  if (state.space >= 0) state.out[state.space] = state.out[state.space]!.slice(0, -1);
  state.space = -1;
  state.edge = true;
}

function isEmptyParagraph(lines: readonly string[], at: number): boolean {
  const isStart = lines[at] === '<p>' && lines[at + 1] === '</p>';
  return isStart || (lines[at] === '</p>' && lines[at - 1] === '<p>');
}

/** Whether a line is the tag of a block or a break: no white space shows beside it. */
function isEdge(line: string): boolean {
  const name = /^<\/?([a-z0-9]+)/.exec(line)?.[1] ?? '';
  return BLOCKS.has(name) || name === 'br';
}
