import type * as mdast from 'mdast';

/** The visible words of a node in reading order; blocks end with a newline. */
export function textOf(node: mdast.Nodes): string {
  const out: string[] = [];
  collect(node, out);
  return out.join('');
}

const WORD = () => /\p{L}[\p{L}\p{M}\p{N}]*(?:[-’'][\p{L}\p{N}]+)*|\p{N}+(?:[.,:]\p{N}+)*/gu;
const SPACELESS = () =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/gu;

/** As {@link WORD} for text that has no other letters: its classes are quick to build. */
const LATIN_WORD =
  /[A-Za-z\xc0-\u024f][A-Za-z0-9\xc0-\u024f]*(?:[-’'][A-Za-z0-9\xc0-\u024f]+)*|\d+(?:[.,:]\d+)*/g;
const LATIN = /^[\0-\u024f\u2000-\u206f]*$/;

/**
 * Words of a text: runs of letters and digits. In scripts without spaces every two characters count as one
 * word, which is about their reading speed.
 */
export function countWords(text: string): number {
  // Most text has none of these scripts: then the large class is not even compiled.
  const spaceless = /[\u0e00-\u17ff\u3040-\ud7ff]/.test(text)
    ? (text.match(SPACELESS())?.length ?? 0)
    : 0;
  const rest = spaceless > 0 ? text.replace(SPACELESS(), ' ') : text;
  const words = LATIN.test(rest) ? LATIN_WORD : WORD();
  return (rest.match(words)?.length ?? 0) + Math.ceil(spaceless / 2);
}

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'code',
  'math',
  'tableRow',
  'descriptionTerm',
  'verbatim',
  'html',
  'caption',
  'summary',
]);

function collect(node: mdast.Nodes, out: string[]): void {
  lead(node, out);
  if ('children' in node) for (const child of node.children) collect(child, out);
  trail(node, out);
}

function lead(node: mdast.Nodes, out: string[]): void {
  if ('value' in node) out.push(node.value);
  else if (node.type === 'image' || node.type === 'imageReference') out.push(node.alt ?? '');
  else if (node.type === 'break') out.push('\n');
  else if (node.type === 'alert' && node.title) out.push(node.title, '\n');
  else if (node.type === 'abbreviationDefinition') out.push(node.label, ' ', node.title, '\n');
}

function trail(node: mdast.Nodes, out: string[]): void {
  if (node.type === 'tableCell') out.push(' ');
  if (BLOCKS.has(node.type)) out.push('\n');
}
