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

/** Signs up to U+024F by what they are: 0 apart, 1 a letter, 2 a digit, 3 what joins letters, 4 what joins digits. */
const KINDS = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const sign = String.fromCharCode(code);
  if (/[A-Za-z\xaa\xb5\xba\xc0-\xd6\xd8-\xf6\xf8-\u024f]/.test(sign)) return 1;
  if (/[0-9\xb2\xb3\xb9\xbc-\xbe]/.test(sign)) return 2;
  if (/[-']/.test(sign)) return 3;
  return /[.,:]/.test(sign) ? 4 : 0;
});
const APOSTROPHE = 0x2019;
/** What is added where a word begins. */
const BEGINS = 1;
/** What comes of a place by the kind of the next sign: 0 apart, 8 in a word, 16 in a number, 24 and 32 after what joins them. */
const NEXT = Uint8Array.from(
  [
    [0, 8 + BEGINS, 16 + BEGINS, 0, 0],
    [0, 8, 8, 24, 0],
    [0, 8 + BEGINS, 16, 0, 32],
    [0, 8, 8, 0, 0],
    [0, 8 + BEGINS, 16, 0, 0],
  ].flatMap((row) => [...row, 0, 0, 0]),
);

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
  const words = latinWords(rest) ?? rest.match(WORD())?.length ?? 0;
  return words + Math.ceil(spaceless / 2);
}

/** How often {@link WORD} is in a text of Latin letters and western punctuation, in half the time; undefined for others. */
function latinWords(text: string): number | undefined {
  let count = 0;
  let place = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const kind = code < KINDS.length ? (KINDS[code] as number) : kindBeyond(code);
    if (kind < 0) return undefined;
    const next = NEXT[place + kind] as number;
    count += next & BEGINS;
    place = next & ~BEGINS;
  }
  return count;
}

/** As {@link KINDS}; below 0 for letters that may be of other scripts. */
function kindBeyond(code: number): number {
  if (code < 0x2000 || code >= 0x2070) return -1;
  return code === APOSTROPHE ? 3 : 0;
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
