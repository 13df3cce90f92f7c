import type { Element, Root as HastRoot } from 'hast';
import type * as mdast from 'mdast';
import { type Handlers, type State, toHast } from 'mdast-util-to-hast';
import type { Alert, Root } from '../model/article.ts';
import { element } from './html-element.ts';
import { htmlFootnotes } from './html-footnotes.ts';
import { looseItems, tableRows } from './html-rows.ts';

/** What an alert is headed with when it has no title of its own. */
type AlertTitle = (kind: Alert['kind']) => string;

/** A body as an HTML tree: our own nodes included, footnotes at its end, nothing of it sanitised. */
export function htmlTree(body: Root, alertTitle: AlertTitle): HastRoot {
  const footnotes = htmlFootnotes(body);
  const root = (state: State, node: mdast.Parents): HastRoot => {
    const children = state.all(node);
    const section = footnotes.section(state);
    return { type: 'root', children: state.wrap(section ? [...children, section] : children) };
  };
  const handlers = {
    ...HANDLERS,
    ...footnotes.handlers,
    root,
    listItem: looseItems(),
    tableRow: tableRows(),
    alert: (state: State, node: Alert) => alert(state, node, alertTitle),
  } as unknown as Handlers;
  return toHast(body as mdast.Root, { handlers }) as HastRoot;
}

/** A handler for a node that is one element around its children. */
function around(tagName: string) {
  return (state: State, node: mdast.Parents): Element => element(tagName, {}, state.all(node));
}

/** A handler for a block that is one element around its blocks, each on a line of its own. */
function aroundBlocks(tagName: string) {
  return (state: State, node: mdast.Parents): Element =>
    element(tagName, {}, state.wrap(state.all(node), true));
}

function textElement(tagName: string, className: string[], value: string): Element {
  return element(tagName, className.length > 0 ? { className } : {}, [{ type: 'text', value }]);
}

const HANDLERS: Handlers = {
  // To a reader the definition is told by the words it explains.
  abbreviationDefinition: () => undefined,
  abbreviation: (state: State, node: mdast.RootContentMap['abbreviation']) =>
    element('abbr', { title: node.title }, state.all(node)),
  caption: around('figcaption'),
  descriptionDetails,
  descriptionList: aroundBlocks('dl'),
  descriptionTerm: around('dt'),
  details: (state: State, node: mdast.RootContentMap['details']) =>
    element('details', node.open ? { open: true } : {}, state.wrap(state.all(node), true)),
  figure: aroundBlocks('figure'),
  heading: (state: State, node: mdast.Heading) =>
    element(`h${node.depth}`, node.data?.id ? { id: node.data.id } : {}, state.all(node)),
  inlineMath: (_: State, node: mdast.Literal) => textElement('code', ['math'], node.value),
  insert: around('ins'),
  keyboard: around('kbd'),
  mark: around('mark'),
  math: (_: State, node: mdast.Literal) =>
    element('pre', { className: ['math'] }, [textElement('code', ['math'], `${node.value}\n`)]),
  subscript: around('sub'),
  summary: around('summary'),
  superscript: around('sup'),
  verbatim: (_: State, node: mdast.Literal) => textElement('pre', ['verbatim'], node.value),
};

function descriptionDetails(
  state: State,
  node: mdast.RootContentMap['descriptionDetails'],
): Element {
  const children = state.all(node);
  const only = children.length === 1 ? children[0] : undefined;
  if (!node.spread && only?.type === 'element' && only.tagName === 'p') {
    return element('dd', {}, only.children);
  }
  return element('dd', {}, state.wrap(children, true));
}

function alert(state: State, node: Alert, alertTitle: AlertTitle): Element {
  const title = textElement('p', ['alert-title'], node.title ?? alertTitle(node.kind));
  const className = ['alert', `alert-${node.kind}`];
  return element('aside', { className }, state.wrap([title, ...state.all(node)], true));
}
