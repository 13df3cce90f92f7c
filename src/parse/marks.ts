import type * as mdast from 'mdast';
import type { Mark } from '../model/article.ts';
import { parentsOf } from '../model/tree.ts';

/**
 * Reads `==marked==` text: opening marks touch the word after them, closing marks the word before; `\\==` is two
 * equals signs.
 */
export function readMarks(root: mdast.Root, source: string): void {
  for (const parent of parentsOf(root)) {
    if (!parent.children.some(holdsMark)) continue;
    const nodes = parent.children.flatMap((node) => pieces(node, source));
    parent.children = paired(nodes) as typeof parent.children;
  }
}

function holdsMark(node: mdast.Nodes): boolean {
  return node.type === 'text' && node.value.includes('==');
}

/** A text node cut before and after each `==` (and only two: `===` is text) that is not escaped. */
function pieces(node: mdast.Nodes, source: string): mdast.Nodes[] {
  if (node.type !== 'text' || !node.value.includes('==')) return [node];
  const parts = node.value.split(/(=+)/);
  const live = liveRuns(node, (parts.length - 1) / 2, source);
  const out: mdast.Text[] = [];
  let value = '';
  const tell = () => {
    if (value !== '') out.push({ type: 'text', value });
    value = '';
  };
  parts.forEach((part, at) => {
    if (part !== '==' || at % 2 === 0 || live[(at - 1) / 2] === false) {
      value += part;
      return;
    }
    tell();
    out.push({ type: 'text', value: part });
  });
  tell();
  return out;
}

const TAG = /<\/?[a-z][^<>]*>/gi;
/** An escape, an equals sign as a character reference, or one character. */
const CHARACTER = /\\[\s\S]|&(?:equals|#0*61|#x0*3d);|[\s\S]/gi;

/**
 * Which of the runs of equals signs in a text were written without an escape; nothing, which means all, where the
 * source has not as many runs as the text.
 */
function liveRuns(node: mdast.Text, count: number, source: string): readonly boolean[] {
  const { start, end } = node.position ?? {};
  // A text that HTML is beside, or is in, reaches to the end of a tag.
  const written = source.slice(start?.offset ?? 0, end?.offset ?? 0).replace(TAG, '');
  if (!/\\=|&(?:equals|#)/i.test(written)) return [];
  const runs: boolean[] = [];
  let run: string[] = [];
  const tell = () => {
    if (run.length > 0) runs.push(run.every((sign) => sign === '='));
    run = [];
  };
  for (const [sign] of written.matchAll(CHARACTER)) {
    if (sign === '=' || sign === '\\=' || sign.length > 2) run.push(sign);
    else tell();
  }
  tell();
  return runs.length === count ? runs : [];
}

function paired(nodes: readonly mdast.Nodes[]): mdast.Nodes[] {
  const out: mdast.Nodes[] = [];
  let open = -1;
  nodes.forEach((node, at) => {
    if (!isDelimiter(node)) out.push(node);
    else if (open >= 0 && closes(nodes[at - 1])) {
      const children = out.splice(open).slice(1) as Mark['children'];
      out.push({ type: 'mark', children });
      open = -1;
    } else {
      if (open < 0 && opens(nodes[at + 1])) open = out.length;
      out.push(node);
    }
  });
  return out;
}

function isDelimiter(node: mdast.Nodes): boolean {
  return node.type === 'text' && node.value === '==';
}

function opens(next: mdast.Nodes | undefined): boolean {
  return (
    next !== undefined && !(next.type === 'text' && /^\s/.test(next.value)) && !isDelimiter(next)
  );
}

function closes(before: mdast.Nodes | undefined): boolean {
  return before !== undefined && !(before.type === 'text' && /\s$/.test(before.value));
}
