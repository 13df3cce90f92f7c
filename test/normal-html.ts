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
  let inParagraph = false;
  const end = () => {
    if (inParagraph) place.out.push('</p>');
    inParagraph = false;
  };
  for (const node of nodes) {
    if (isHidden(node)) continue;
    const block = isBlock(node);
    if (place.flow && block) end();
    else if (place.flow && !inParagraph && !isBlank(node)) {
      place.out.push('<p>');
      inParagraph = true;
    }
    if (node.nodeName === '#text') writeText((node as Tree.TextNode).value, place);
    else writeElement(node as Element, { ...place, flow: place.flow && block });
  }
  end();
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
  const out: string[] = [];
  let pre = 0;
  // Where the last space stands that shows only if something follows it in its block; -1 at the edge of a block.
  let edge = true;
  let space = -1;
  const endBlock = () => {
    if (space >= 0) out[space] = out[space]!.slice(0, -1);
    space = -1;
    edge = true;
  };
  for (const line of lines) {
    if (line === '<pre>') pre += 1;
    if (line === '</pre>') pre -= 1;
    if (!line.startsWith("'") || pre > 0) {
      if (isEdge(line)) endBlock();
      else if (/^<(?:img|input|code)/.test(line)) [edge, space] = [false, -1];
      out.push(line);
      continue;
    }
    let value = line.slice(1).replace(/ +/g, ' ');
    if (edge || space >= 0) value = value.replace(/^ /, '');
    if (value === '') continue;
    out.push(`'${value}`);
    edge = false;
    space = value.endsWith(' ') ? out.length - 1 : -1;
  }
  endBlock();
  return out.filter(
    (line, at) =>
      line !== "'" &&
      !(line === '<p>' && out[at + 1] === '</p>') &&
      !(line === '</p>' && out[at - 1] === '<p>'),
  );
}

/** Whether a line is the tag of a block or a break: no white space shows beside it. */
function isEdge(line: string): boolean {
  const name = /^<\/?([a-z0-9]+)/.exec(line)?.[1] ?? '';
  return BLOCKS.has(name) || name === 'br';
}
