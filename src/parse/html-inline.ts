import type * as mdast from 'mdast';
import type { Inline } from '../model/article.ts';
import type { Element } from './html-elements.ts';
import { type Flow, type Handler, inside } from './html-flow.ts';
import { readImage, readInput, readLink } from './html-links.ts';
import { addBreak, addInline, addSpace, enter, leave, type Wrap } from './html-run.ts';

type Plain =
  | 'emphasis'
  | 'strong'
  | 'delete'
  | 'insert'
  | 'mark'
  | 'keyboard'
  | 'superscript'
  | 'subscript';

/** The inline nodes that are nothing but their children, by element. */
const PLAIN: Readonly<Record<Plain, string>> = {
  emphasis: 'i em cite dfn var',
  strong: 'b strong',
  delete: 'del s strike',
  insert: 'ins u',
  mark: 'mark',
  keyboard: 'kbd',
  superscript: 'sup',
  subscript: 'sub',
};

function readWrapped(element: Element, flow: Flow, wrap: Wrap): void {
  const entered = enter(flow.run, wrap);
  inside(element, flow);
  if (entered) leave(flow.run);
}

function plain(type: Plain): Handler {
  return (element, flow) => {
    const { position } = element;
    const make = (children: Inline[]): Inline => ({
      type,
      children,
      ...(position && { position }),
    });
    readWrapped(element, flow, { type, make, used: false });
  };
}

/** `<code>`: not a node around others, but what its text becomes, so that links in it live on. */
function readCode(element: Element, flow: Flow): void {
  readWrapped(element, flow, { type: 'code', used: false });
}

function readAbbreviation(element: Element, flow: Flow): void {
  const title = element.attributes.get('title')?.trim() ?? '';
  const { position } = element;
  if (title === '') {
    inside(element, flow);
    return;
  }
  const make = (children: Inline[]): Inline => ({
    ...{ type: 'abbreviation', title, children },
    ...(position && { position }),
  });
  readWrapped(element, flow, { type: 'abbreviation', make, used: false });
}

function mark(flow: Flow, value: string, position: mdast.Node['position']): void {
  addInline(flow.run, { type: 'text', value, ...(position && { position }) });
}

function between(open: string, close: string): Handler {
  return (element, flow) => {
    mark(flow, open, element.position);
    inside(element, flow);
    mark(flow, close, element.position);
  };
}

function readBreak(_element: Element, flow: Flow): void {
  addBreak(flow.run);
}

function readApart(element: Element, flow: Flow): void {
  addSpace(flow.run);
  inside(element, flow);
  addSpace(flow.run);
}

/** Nothing of the element is shown. */
function hide(): void {}

/** What inline elements do, by name; one that is not here gives its content. */
export const INLINE_HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ...Object.entries(PLAIN).flatMap(([type, names]) =>
    names.split(' ').map((name): [string, Handler] => [name, plain(type as Plain)]),
  ),
  ...['code', 'tt', 'samp'].map((name): [string, Handler] => [name, readCode]),
  ...['script', 'style', 'template', 'rp'].map((name): [string, Handler] => [name, hide]),
  ['a', readLink],
  ['abbr', readAbbreviation],
  ['acronym', readAbbreviation],
  ['br', readBreak],
  ['img', readImage],
  ['input', readInput],
  ['option', readApart],
  ['q', between('“', '”')],
  ['rt', between('(', ')')],
]);
