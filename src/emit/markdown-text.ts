import type * as mdast from 'mdast';
import { defaultHandlers, type Handle } from 'mdast-util-to-markdown';
import { descendants } from '../model/tree.ts';

/** Blocks whose inline content is read as one: a mark opened in one is never closed in another. */
const LINES: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'descriptionTerm',
  'summary',
  'caption',
]);

/** Marks that mean something only when there are two of them. */
const PAIRED = ['$', '~', '^', '='] as const;
/** Nodes that are written with such a mark. */
const MARKED: Readonly<Record<string, (typeof PAIRED)[number]>> = {
  inlineMath: '$',
  delete: '~',
  subscript: '~',
  superscript: '^',
  mark: '=',
};

/** The marks of `PAIRED` that stand alone in a block. */
type Lone = ReadonlySet<string>;

/** A handler for text that takes back the escapes which nothing calls for. */
export function textHandler(root: mdast.Nodes): Handle {
  const lone = loneMarks(root);
  const labels = definedLabels(root);
  const handle: Handle = (node: mdast.Text, parent, state, info) => {
    const escaped = unlinked(defaultHandlers.text(node, parent, state, info));
    const own = lone.get(node);
    const relaxed = own ? withoutLone(escaped, own) : escaped;
    if (!own || state.stack.includes('label')) return relaxed;
    return withoutBrackets(withoutSpaced(relaxed), labels, info.after === '\n');
  };
  return handle;
}

function loneMarks(root: mdast.Nodes): ReadonlyMap<mdast.Text, Lone> {
  const found = new Map<mdast.Text, Lone>();
  for (const block of descendants(root)) {
    if (!LINES.has(block.type)) continue;
    const inlines = [...descendants(block)];
    const written = inlines.map(writtenIn).join(' ');
    const own = new Set(PAIRED.filter((mark) => !isPaired(mark, written)));
    for (const node of inlines) if (node.type === 'text') found.set(node, own);
  }
  return found;
}

/** Every character of a node that its block may be read by. */
function writtenIn(node: mdast.Nodes): string {
  const fields = node as Readonly<Partial<Record<'value' | 'url' | 'title' | 'alt', string>>>;
  const mark = MARKED[node.type] ?? '';
  const own = [fields.value, fields.url, fields.title, fields.alt].filter(Boolean).join(' ');
  return mark === '' ? own : `${mark}${mark} ${own} ${mark}${mark}`;
}

function isPaired(mark: string, written: string): boolean {
  const whole = mark === '=' ? '==' : mark;
  return written.indexOf(whole) !== written.lastIndexOf(whole);
}

/** An escape, and the character before it: at the start of a line a mark may begin a block. */
const ESCAPE = /(?<=([^\n])?)\\([\s\S])/g;

function withoutLone(escaped: string, lone: Lone): string {
  return escaped.replace(ESCAPE, (pair, before: string | undefined, sign: string) =>
    before !== undefined && lone.has(sign) ? sign : pair,
  );
}

/**
 * Bare addresses that are no links: the parser links them whether or not they are escaped, but not across a comment.
 * The library escapes more than those.
 */
function unlinked(escaped: string): string {
  return escaped
    .replace(/(https?)\\:(?=\/\/)/gi, '$1:<!---->')
    .replace(/(?<![\da-z])(www)\\\.(?=[-.\w])/gi, '$1<!---->.')
    .replace(/([-+.\w])\\@(?=[-.\w]*\w\.\w)/g, '$1<!---->@')
    .replace(/([psw])\\([:.])(?=[-./\w])/gi, '$1$2')
    .replace(/([-+.\w])\\@(?=[-.\w])/g, '$1@');
}

/** A mark between spaces opens and closes nothing. */
function withoutSpaced(escaped: string): string {
  return escaped.replace(/(?<=[^\s\\] )\\([*~^])(?= )/g, '$1');
}

const BRACKETS = /(?<![[\\!\]])\\\[([^[\]\\^!\n][^[\]\\\n]*)\](?![([:\]])/g;

/** Words in brackets are a reference only when their label is defined. */
function withoutBrackets(escaped: string, labels: ReadonlySet<string>, isLast: boolean): string {
  return escaped.replace(BRACKETS, (whole, label: string, at: number) => {
    const atEnd = at + whole.length === escaped.length;
    const isBox = /^[ xX]$/.test(label);
    const isLabel = labels.has(label.replace(/\s+/g, ' ').trim().toLowerCase());
    return (atEnd && !isLast) || isBox || isLabel ? whole : whole.slice(1);
  });
}

function definedLabels(root: mdast.Nodes): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const node of descendants(root)) {
    if (node.type !== 'definition') continue;
    labels.add(node.identifier.toLowerCase());
    labels.add((node.label ?? '').replace(/\s+/g, ' ').trim().toLowerCase());
  }
  return labels;
}
