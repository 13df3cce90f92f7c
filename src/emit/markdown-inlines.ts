import type * as mdast from 'mdast';
import type { Unsafe } from 'mdast-util-to-markdown';
import { defaultHandlers, type Handle, type Info, type State } from 'mdast-util-to-markdown';
import { textOf } from '../model/text.ts';

/** Where no mark is read. */
const SPANS: Unsafe['notInConstruct'] = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'reference',
  'titleQuote',
  'titleApostrophe',
];

/** What must be escaped for the constructs that the library does not know. */
export const UNSAFE: readonly Unsafe[] = [
  // `==` that could open a mark, and that could close one.
  {
    ...{ character: '=', before: '[^=]', after: '=(?![=\\s])' },
    ...{ inConstruct: 'phrasing', notInConstruct: SPANS },
  },
  {
    ...{ character: '=', before: '[^=\\s]', after: '=(?!=)' },
    ...{ inConstruct: 'phrasing', notInConstruct: SPANS },
  },
  { character: '^', inConstruct: 'phrasing', notInConstruct: SPANS },
  // The details of a description list.
  { atBreak: true, character: ':', after: '[ \\t\\r\\n]' },
  // The end of heading attributes.
  { character: '}', after: '(?:[\\r\\n]|$)', inConstruct: ['headingAtx', 'headingSetext'] },
];

type Peek = Handle & { peek?: Handle };

/** A handler that, asked only for its first character, does not write its content. */
function peeking(handle: Handle, first: string): Handle {
  const made: Peek = handle;
  made.peek = () => first;
  return made;
}

/** Text as the value of an attribute. */
function attribute(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\s+/g, ' ');
}

function tagged(
  node: mdast.Nodes,
  [open, close]: readonly [string, string],
  state: State,
  info: Info,
): string {
  const tracker = state.createTracker(info);
  const start = tracker.move(open);
  const content = state.containerPhrasing(node as mdast.Paragraph, {
    ...{ ...tracker.current(), before: open.slice(-1), after: close.charAt(0) },
  });
  return start + content + close;
}

/** A handler for a node that is written as an HTML element, with Markdown in it. */
function html(name: string): Handle {
  return peeking(
    (node: mdast.Nodes, _, state, info) => tagged(node, [`<${name}>`, `</${name}>`], state, info),
    '<',
  );
}

/** `^x^` and `~x~` where they are read as such: one word, attached to a letter or digit; else an element. */
function script(sign: string, name: string): Handle {
  const handle: Handle = (node: mdast.Nodes, _, state, info) => {
    const simple =
      'children' in node &&
      node.children.every(({ type }) => type === 'text') &&
      /^[\p{L}\p{N}]+$/u.test(textOf(node)) &&
      /[\p{L}\p{N}]$/u.test(info.before) &&
      !info.after.startsWith(sign);
    const tags = simple ? ([sign, sign] as const) : ([`<${name}>`, `</${name}>`] as const);
    return tagged(node, tags, state, info);
  };
  // What stands before is safe with either sign.
  return peeking(handle, sign);
}

/** `==x==` where it is read as such, else an element. */
const mark: Handle = peeking((node: mdast.RootContentMap['mark'], _, state, info) => {
  const text = textOf(node);
  const simple =
    !(/^\s|\s$|==/.test(text) || /=$/.test(info.before) || info.after.startsWith('=')) &&
    !/^=|=$/.test(text) &&
    text !== '';
  return tagged(node, simple ? ['==', '=='] : ['<mark>', '</mark>'], state, info);
}, '=');

function abbreviation(titles: ReadonlyMap<string, string>): Handle {
  const handle: Peek = (node: mdast.RootContentMap['abbreviation'], _, state, info) => {
    const label = textOf(node);
    const bounded = !(/[\p{L}\p{N}_]$/u.test(info.before) || /^[\p{L}\p{N}_]/u.test(info.after));
    if (bounded && isText(node) && titles.get(label) === node.title) {
      return state.containerPhrasing(node as unknown as mdast.Paragraph, info);
    }
    return tagged(node, [`<abbr title="${attribute(node.title)}">`, '</abbr>'], state, info);
  };
  handle.peek = (node: mdast.RootContentMap['abbreviation']) =>
    titles.get(textOf(node)) === node.title ? textOf(node).charAt(0) : '<';
  return handle;
}

function isText({ children }: mdast.Parents): boolean {
  return children.length === 1 && children[0]?.type === 'text';
}

/** A break where the line may be broken, else its element. */
const hardBreak: Handle = peeking((node: mdast.Break, parent, state, info) => {
  const made = defaultHandlers.break(node, parent, state, info);
  return made.startsWith('\\') ? made : '<br>';
}, '\\');

/** Math between single dollars, or double ones where a digit follows, which would make it money. */
function inlineMath(usual: Handle): Handle {
  return peeking((node: mdast.Literal, parent, state, info) => {
    const made = usual(node, parent, state, info);
    if (!/^[0-9]/.test(info.after) || made.startsWith('$$')) return made;
    // On one line, for two dollars at the end of one open a block.
    return `$${made.replace(/\n/g, ' ')}$`;
  }, '$');
}

/** An address as CommonMark 0.31.2 lets it stand between angle brackets. */
const MAIL =
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)*$/i;

/** A link, in full where its address may not stand between angle brackets. */
const link: Handle = peeking((node: mdast.Link, parent, state, info) => {
  const { options } = state;
  const text = textOf(node);
  const inCell = state.stack.includes('tableCell') && node.url.includes('|');
  const isOdd = inCell || (node.url === `mailto:${text}` && !MAIL.test(text));
  if (isOdd) state.options = { ...options, resourceLink: true };
  const written = defaultHandlers.link(node, parent, state, info);
  state.options = options;
  return written;
}, '[');

/** The handlers of inline nodes; `titles` are the abbreviations that are defined, `math` writes what is between dollars. */
export function inlineHandlers(
  titles: ReadonlyMap<string, string>,
  math: Handle,
): Readonly<Record<string, Handle>> {
  return {
    abbreviation: abbreviation(titles),
    break: hardBreak,
    inlineMath: inlineMath(math),
    insert: html('ins'),
    keyboard: html('kbd'),
    link,
    mark,
    subscript: script('~', 'sub'),
    superscript: script('^', 'sup'),
  };
}
