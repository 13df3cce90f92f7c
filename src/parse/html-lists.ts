import type * as mdast from 'mdast';
import type { DescriptionDetails, DescriptionTerm } from '../model/article.ts';
import { type Element, isBlank, isElement } from './html-elements.ts';
import {
  addBlock,
  blocksOf,
  type Flow,
  type Handler,
  inlinesOf,
  inside,
  insideLines,
} from './html-flow.ts';
import { addBoundary, addText } from './html-run.ts';

/** The items of a list; what stands outside them joins the one before, or is an item itself. */
function itemsOf(list: Element): Element[] {
  const items: Element[] = [];
  for (const child of list.children) {
    if (isElement(child, 'li')) {
      items.push(child);
    } else if (!isBlank(child)) {
      const last = items.at(-1) ?? { ...list, name: 'li', children: [] };
      if (items.length === 0) items.push(last);
      last.children.push(child);
    }
  }
  return items;
}

function startOf(element: Element): number {
  const start = Number.parseInt(element.attributes.get('start') ?? '1', 10);
  return start >= 0 && start < 1e9 ? start : 1;
}

/** `<ul>` and `<ol>`. */
export function list(ordered: boolean): Handler {
  return (element, flow) => {
    if (flow.blocks === undefined) {
      addItemLines(element, flow, ordered);
      return;
    }
    const children = itemsOf(element).map((item) => itemOf(item, flow));
    const start = ordered ? startOf(element) : null;
    const spread = children.some((item) => item.spread === true);
    if (children.length === 0) return;
    addBlock(flow, { type: 'list', ordered, start, spread, children }, element.position);
  };
}

function itemOf(item: Element, flow: Flow): mdast.ListItem {
  const children = blocksOf(item, flow);
  const paragraphs = children.filter(({ type }) => type === 'paragraph').length;
  const { position } = item;
  return {
    ...{ type: 'listItem', spread: paragraphs > 1, checked: null, children },
    ...(position && { position }),
  };
}

function addItemLines(element: Element, flow: Flow, ordered: boolean): void {
  let number = startOf(element);
  for (const item of itemsOf(element)) {
    addBoundary(flow.run);
    addText(flow.run, ordered ? `${number++}. ` : '• ', item.position, true);
    inside(item, flow);
    addBoundary(flow.run);
  }
}

/** The terms and details of a description list, out of the `<div>`s that may group them. */
function entriesOf(list: Element): Element[] {
  const grouped = list.children.flatMap((child) =>
    isElement(child, 'div') ? child.children : [child],
  );
  return grouped
    .filter((child) => !isBlank(child))
    .map((child) => {
      if (isElement(child, 'dt') || isElement(child, 'dd')) return child;
      return { ...list, name: 'dd', children: [child] };
    });
}

function entryOf(entry: Element, flow: Flow): DescriptionTerm | DescriptionDetails {
  const { position } = entry;
  const place = position && { position };
  if (entry.name === 'dt') {
    return { type: 'descriptionTerm', children: inlinesOf(entry, flow), ...place };
  }
  return {
    type: 'descriptionDetails',
    spread: false,
    children: blocksOf(entry, flow) as DescriptionDetails['children'],
    ...place,
  };
}

/** `<dl>`. */
export function readDescriptions(element: Element, flow: Flow): void {
  if (flow.blocks === undefined) {
    insideLines(element, flow);
    return;
  }
  const children = entriesOf(element).map((entry) => entryOf(entry, flow));
  if (children.length === 0) return;
  addBlock(flow, { type: 'descriptionList', children }, element.position);
}
