import type * as mdast from 'mdast';
import { descendants } from '../model/tree.ts';
import { BLOCK, count, DEEP_LINE, isLongLine, MOST_DELIMITERS, mostInlines } from './hostile.ts';
import type { MarkdownParser } from './parser.ts';

// The native parser takes time, and for entities memory, with the square of the size of a few constructs that no
// writer repeats so often. Their signs are hidden from it: each is replaced by a sign of punctuation that the text
// does not hold, one UTF-16 unit for one, so that positions stay true, and put back in the tree.

/** Entities in one block that are left to the parser. */
const MOST_ENTITIES = 20;
/** Columns of a line in which quotes and lists may begin: what nests deeper is shown as it is written anyway. */
const DEEPEST_COLUMN = 1500;
/** Length of a word from which on the underscores within it, which are no emphasis, are hidden. */
const LONG_WORD = 2000;

const HIDDEN = '&_*-+>.)[]`<$~^';
const ENTITY = '&(?:#\\d{1,7}|#[xX][\\da-fA-F]{1,6}|[A-Za-z][A-Za-z\\d]{1,31});';
/**
 * A parser that is asked about texts with their costly signs hidden; its trees hold the signs again.
 * @throws Error for a text that holds every sign there is to hide behind.
 */
export function shielded(parser: MarkdownParser): MarkdownParser {
  const ask = (source: string, read: (text: string) => mdast.Root) => {
    const signs = freeSigns(source);
    const tree = read(hide(source, signs));
    reveal(tree, signs, parser);
    return tree;
  };
  return {
    toMdast: (source) => ask(source, parser.toMdast),
    toMdastWithout: (source) => ask(source, parser.toMdastWithout),
  };
}

type Signs = ReadonlyMap<string, string>;

/** What each sign is hidden as: signs of U+2E00–U+2E4E that the text does not hold. */
function freeSigns(source: string): Signs {
  const used = new Set(source.match(/[\u2e00-\u2e4e]/g) ?? []);
  const free = Array.from({ length: 0x4f }, (_, at) => String.fromCharCode(0x2e00 + at));
  const left = free.filter((sign) => !used.has(sign));
  if (left.length < HIDDEN.length) throw new Error('no sign to hide behind');
  return new Map([...HIDDEN].map((sign, at) => [sign, left[at] ?? sign]));
}

function hide(source: string, signs: Signs): string {
  const masked = (text: string) =>
    text.replace(/[&_*\-+>.)[\]`<$~^]/g, (sign) => signs.get(sign) ?? sign);
  return source.replace(BLOCK, (block) => {
    let text = block;
    if (count(block, '&') > MOST_ENTITIES) {
      const entity = new RegExp(`\\\\[\\s\\S]|${ENTITY}`, 'g');
      text = text.replace(entity, (found) =>
        found.startsWith('&') ? masked('&') + found.slice(1) : found,
      );
    }
    text = withoutLongNames(text, masked);
    if (DEEP_LINE.test(text)) text = text.replace(/^.*$/gm, (line) => withoutDepth(line, masked));
    return withoutInlines(withoutEmphasis(text, masked), masked);
  });
}

/** Signs of inlines beyond the first so many of a long line, hidden; after a backslash they are none. */
function withoutInlines(text: string, masked: (text: string) => string): string {
  return text.replace(/[^\n]+/g, (line) => {
    if (!isLongLine(line)) return line;
    const most = mostInlines(line);
    let seen = 0;
    return line.replace(/\\[\s\S]|[[\]`<$~^*_]/g, (sign) => {
      if (sign.startsWith('\\')) return sign;
      seen += 1;
      return seen > most ? masked(sign) : sign;
    });
  });
}

/** Underscores between letters or digits of one long word, hidden. */
function withoutLongNames(text: string, masked: (text: string) => string): string {
  if (text.length < LONG_WORD || !text.includes('_')) return text;
  return text.replace(/\S+/g, (word) =>
    word.length < LONG_WORD ? word : word.replace(/(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])/gu, masked),
  );
}

/** The marks of containers at the start of a line beyond its first columns, hidden; a line that is a rule stays. */
function withoutDepth(line: string, masked: (text: string) => string): string {
  const lead = /^[ \t>*+\-\d.)]*/.exec(line)?.[0] ?? '';
  const from = DEEPEST_COLUMN - 3 * count(lead.slice(0, DEEPEST_COLUMN), '\t');
  const rest = line.slice(Math.max(0, from));
  if (/^[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$/.test(rest)) return line;
  const marks = /(?:>|[-*+](?=[ \t])|(?<=\d)[.)](?=[ \t]))/g;
  const hidden = lead.slice(Math.max(0, from)).replace(marks, masked);
  return lead.slice(0, Math.max(0, from)) + hidden + line.slice(lead.length);
}

/** Signs of emphasis beyond the first 20,000 of a paragraph, hidden; a rule, a row and an item are not of one. */
function withoutEmphasis(text: string, masked: (text: string) => string): string {
  if (count(text, '*') + count(text, '_') <= MOST_DELIMITERS) return text;
  let seen = 0;
  return text.replace(/^.*$/gm, (line) => {
    if (/^[ \t]*(?:[-*+#]|\d+[.)])[ \t]/.test(line)) seen = 0;
    if (/^[ \t]*\|/.test(line) || /^[ \t>]*([*_])(?:[ \t]*\1)+[ \t]*$/.test(line)) return line;
    return line.replace(/(?<=[^\n])[*_]+/g, (run) => {
      seen += run.length;
      return seen > MOST_DELIMITERS ? masked(run) : run;
    });
  });
}

/** A field of a node that holds hidden signs. */
interface Field {
  readonly node: mdast.Nodes & Record<string, unknown>;
  readonly name: string;
  readonly value: string;
}

/** Puts the signs back, and reads the entities among them where the parser would have. */
function reveal(tree: mdast.Root, signs: Signs, parser: MarkdownParser): void {
  const originals = new Map([...signs].map(([sign, hidden]) => [hidden, sign]));
  const any = new RegExp(`[${[...originals.keys()].join('')}]`, 'g');
  const raw = (text: string) => text.replace(any, (hidden) => originals.get(hidden) ?? hidden);
  const entity = new RegExp(ENTITY.replace('&', signs.get('&') ?? '&'), 'g');
  const either = new RegExp(`${entity.source}|${any.source}`, 'g');
  const fields = fieldsWith(any, tree);
  const decoded = fields.filter(isDecoded);
  const written = new Set(decoded.flatMap(({ value }) => value.match(entity) ?? []).map(raw));
  const meanings = meaningsOf([...written], parser);
  const read = (found: string) => meanings.get(raw(found)) ?? raw(found);
  for (const { node, name, value } of fields) node[name] = raw(value);
  for (const { node, name, value } of decoded) node[name] = value.replace(either, read);
}

function fieldsWith(any: RegExp, tree: mdast.Root): Field[] {
  const found: Field[] = [];
  for (const each of descendants(tree)) {
    const node = each as Field['node'];
    for (const name of Object.keys(node)) {
      const value = node[name];
      if (typeof value === 'string' && value.search(any) >= 0) found.push({ node, name, value });
    }
  }
  return found;
}

/** Whether the parser reads entities in a field of a node. */
function isDecoded({ node, name }: Field): boolean {
  if (name === 'value') return node.type === 'text';
  return name === 'alt' || name === 'url' || name === 'title' || name === 'lang' || name === 'meta';
}

/** What each entity stands for, as the parser has it. */
function meaningsOf(entities: readonly string[], parser: MarkdownParser): Map<string, string> {
  const tree = parser.toMdastWithout(entities.map((entity) => `x${entity}`).join('\n\n'));
  const meanings = new Map<string, string>();
  entities.forEach((entity, at) => {
    const block = tree.children[at];
    const text = block?.type === 'paragraph' ? block.children[0] : undefined;
    if (text?.type === 'text') meanings.set(entity, text.value.slice(1));
  });
  return meanings;
}
