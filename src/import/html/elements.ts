import type { Element, ElementContent, Nodes, Root, Text } from 'hast';

/** Whether a node is an element, of one of these names if any are given. */
export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** An attribute as text, by hast's name for it; empty if the element has none. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null || value === false ? '' : String(value);
}

/** The first of some attributes that is not empty. */
export function firstAttribute(element: Element, names: readonly string[]): string {
  for (const name of names) {
    const value = attribute(element, name).trim();
    if (value !== '') return value;
  }
  return '';
}

/** The class and the id of an element, for patterns that look for words in them. */
export function looks(element: Element): string {
  return `${attribute(element, 'className')} ${attribute(element, 'id')}`.toLowerCase();
}

/** The characters of a node and all that is in it. */
export function words(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(words).join('') : '';
}

/** The elements below a node in document order. */
export function* elements(root: Root | Element): Generator<Element> {
  const waiting: Nodes[] = [...root.children].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type !== 'element') continue;
    yield node;
    for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at]!);
  }
}

/** The first element below a node that is so. */
export function findElement(
  root: Root | Element,
  is: (element: Element) => boolean,
): Element | undefined {
  for (const element of elements(root)) if (is(element)) return element;
  return undefined;
}

/** Rewrites the elements below a node, the innermost first: each by any number of nodes, or by nothing said as it is. */
export function rewriteElements(
  root: Root | Element,
  replace: (element: Element, parent: Root | Element) => readonly ElementContent[] | undefined,
): void {
  const made: Root['children'] = [];
  for (const child of root.children) {
    if (child.type !== 'element') {
      made.push(child);
      continue;
    }
    rewriteElements(child, replace);
    for (const one of replace(child, root) ?? [child]) made.push(one);
  }
  root.children = made as typeof root.children;
}

/** An element made here. */
export function element(
  tagName: string,
  children: readonly ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

/** A text made here. */
export function text(value: string): Text {
  return { type: 'text', value };
}
