import { toHtml } from 'hast-util-to-html';
import type * as mdast from 'mdast';
import {
  defaultHandlers,
  type Handle,
  type Info,
  type Join,
  type State,
} from 'mdast-util-to-markdown';
import type { Block, Inline } from '../model/article.ts';
import { htmlTree } from './html-tree.ts';

type Mapped<Type extends keyof mdast.RootContentMap> = mdast.RootContentMap[Type];

/** A block in HTML: for what Markdown has no form. */
function blockHtml(block: Block): string {
  return toHtml(htmlTree({ type: 'root', children: [block] }, (kind) => kind));
}

/** Inline content in HTML: text in block HTML is not read as Markdown. */
function inlineHtml(children: readonly Inline[]): string {
  const html = blockHtml({ type: 'paragraph', children: [...children] });
  return html.replace(/^<p>|<\/p>$/g, '').replace(/\n+/g, '\n');
}

/** `> [!NOTE] title`, then what is in it. */
const alert: Handle = (node: Mapped<'alert'>, _, state, info) => {
  const exit = state.enter('blockquote');
  const tracker = state.createTracker(info);
  tracker.move('> ');
  tracker.shift(2);
  const subexit = state.enter('phrasing');
  const title = node.title ? ` ${state.safe(node.title, { before: '] ', after: '\n' })}` : '';
  subexit();
  const content = state.containerFlow(node as unknown as mdast.Blockquote, tracker.current());
  const gap = node.children[0]?.type === 'paragraph' ? '\n' : '\n\n';
  const whole = `[!${node.kind.toUpperCase()}]${title}${content === '' ? '' : gap}${content}`;
  exit();
  return state.indentLines(whole, (line, __, blank) => (blank ? '>' : `> ${line}`));
};

/** `*[HTML]: HyperText Markup Language` */
const abbreviationDefinition: Handle = (node: Mapped<'abbreviationDefinition'>) =>
  `*[${node.label}]: ${node.title}`.trimEnd();

const caption: Handle = (node: Mapped<'caption'>) =>
  `<figcaption>${inlineHtml(node.children)}</figcaption>`;

const summary: Handle = (node: Mapped<'summary'>) =>
  `<summary>${inlineHtml(node.children)}</summary>`;

/** `<details>` with Markdown in it: blank lines part it from the tags. */
const details: Handle = (node: Mapped<'details'>, parent, state, info) => {
  const [first, ...others] = node.children;
  const hasSummary = first?.type === 'summary';
  const head = hasSummary ? `\n${summary(first, parent, state, info)}` : '';
  const children = hasSummary ? others : node.children;
  const content = state.containerFlow({ ...node, children } as unknown as mdast.Root, info);
  const open = `<details${node.open ? ' open' : ''}>${head}`;
  return content === '' ? `${open}\n</details>` : `${open}\n\n${content}\n\n</details>`;
};

const figure: Handle = (node: Mapped<'figure'>, _, state, info) =>
  `<figure>\n\n${state.containerFlow(node as unknown as mdast.Root, info)}\n\n</figure>`;

/** A heading, with its id where that was written and not made of the heading's words. */
const heading: Handle = (node: mdast.Heading, parent, state, info) => {
  const written = defaultHandlers.heading(node, parent, state, info);
  if (!(node.data?.named && node.data.id)) return written;
  const end = /^#/.test(written) ? written.length : written.lastIndexOf('\n');
  return `${written.slice(0, end)} {#${node.data.id}}${written.slice(end)}`;
};

/** Lines that were not understood stay as they are. */
const verbatim: Handle = (node: Mapped<'verbatim'>) => node.value;

/** Terms, each on its line, and details after a colon. */
const descriptionList: Handle = (node: Mapped<'descriptionList'>, _, state, info) => {
  const [first] = node.children;
  const isPlain = node.children.every(
    (child) => child.type !== 'descriptionTerm' || (child.children.length > 0 && isLine(child)),
  );
  if (first?.type !== 'descriptionTerm' || !isPlain) return blockHtml(node);
  const write = (child: Entry) =>
    child.type === 'descriptionTerm' ? term(child, state, info) : explained(child, state, info);
  return node.children
    .map((child, at) => gapBefore(node.children[at - 1], child) + write(child))
    .join('');
};

type Entry = Mapped<'descriptionList'>['children'][number];

function gapBefore(before: Entry | undefined, child: Entry): string {
  if (before === undefined) return '';
  if (child.type === 'descriptionTerm') return before.type === child.type ? '\n' : '\n\n';
  // Details are spread by a blank line before them or between their blocks.
  return child.spread && child.children.length < 2 ? '\n\n' : '\n';
}

function term(node: Mapped<'descriptionTerm'>, state: State, info: Info): string {
  // As in a heading, nothing may break the line.
  const exit = state.enter('headingAtx');
  const subexit = state.enter('phrasing');
  const place = { ...info, before: '\n', after: '\n' };
  const written = state.containerPhrasing(node as unknown as mdast.Paragraph, place);
  subexit();
  exit();
  return written;
}

function explained(node: Mapped<'descriptionDetails'>, state: State, info: Info): string {
  const tracker = state.createTracker(info);
  tracker.shift(2);
  const content = state.containerFlow(node as unknown as mdast.ListItem, tracker.current());
  const indented = (line: string, at: number, blank: boolean) =>
    at === 0 || blank ? line : `  ${line}`;
  return `: ${state.indentLines(content, indented)}`.trimEnd();
}

/** Whether a term can stand on one line. */
function isLine(term: mdast.Nodes): boolean {
  if ('value' in term && term.value.includes('\n')) return false;
  return !('children' in term) || term.children.every(isLine);
}

/** The handlers of blocks that are ours or that are written otherwise. */
export const BLOCK_HANDLERS: Readonly<Record<string, Handle>> = {
  abbreviationDefinition,
  alert,
  caption,
  descriptionList,
  details,
  figure,
  heading,
  summary,
  verbatim,
};

const LINES = new Set(['definition', 'abbreviationDefinition']);
/** What runs on until a blank line. */
const OPEN = new Set(['details', 'figure', 'caption', 'descriptionList']);
/** What may end in a paragraph, which a line below would continue. */
const HOLDERS = new Set(['blockquote', 'alert', 'list', 'paragraph']);
/** What begins with such a line. A table is told from a paragraph right above it, but not from one in a quote. */
const isContinued = (left: string, right: string) =>
  right === 'descriptionList' || (right === 'table' && left !== 'paragraph');

/**
 * How many blank lines stand between two blocks: none between definitions, always one after what runs on until then;
 * two description lists are kept apart.
 */
export const JOINS: readonly Join[] = [
  (left, right) => (left.type === right.type && LINES.has(left.type) ? 0 : undefined),
  (left) => (OPEN.has(left.type) ? 1 : undefined),
  (left, right) => (HOLDERS.has(left.type) && isContinued(left.type, right.type) ? 1 : undefined),
  (left, right) =>
    left.type === right.type && left.type === 'descriptionList' ? false : undefined,
];
