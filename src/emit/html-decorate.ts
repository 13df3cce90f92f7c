import type { Element, ElementContent, Root } from 'hast';
import { element } from './html-element.ts';

/** Blocks whose direction is that of their own first letter. */
const DIRECTED: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 li td th dt dd figcaption summary'.split(' '),
);

/**
 * Makes a tree fit for a page, in place: each block has the direction of its text, tables scroll on narrow screens,
 * and a picture that stands alone with a title is a figure.
 */
export function decorate(tree: Root): void {
  const waiting: (Root | Element)[] = [tree];
  for (let parent = waiting.pop(); parent; parent = waiting.pop()) {
    for (const child of parent.children) if (child.type === 'element') waiting.push(child);
    parent.children = parent.children.map((child) =>
      child.type === 'element' ? decorated(child) : child,
    ) as ElementContent[];
  }
}

function decorated(child: Element): Element {
  if (child.tagName === 'table') return element('div', { className: ['scroll'] }, [child]);
  if (child.tagName === 'pre') child.properties['dir'] = 'ltr';
  if (child.tagName === 'img') child.properties['loading'] = 'lazy';
  if (DIRECTED.has(child.tagName)) child.properties['dir'] = 'auto';
  return child.tagName === 'p' ? (figure(child) ?? child) : child;
}

function figure({ children }: Element): Element | undefined {
  const image = children.length === 1 ? children[0] : undefined;
  if (image?.type !== 'element' || image.tagName !== 'img') return undefined;
  const { title, ...properties } = image.properties;
  if (typeof title !== 'string' || title === '') return undefined;
  const caption = element('figcaption', { dir: 'auto' }, [{ type: 'text', value: title }]);
  return element('figure', {}, [element('img', { ...properties, loading: 'lazy' }, []), caption]);
}
