import type * as mdast from 'mdast';
import type { Inline } from '../model/article.ts';
import type { Element } from './html-elements.ts';
import { endParagraph, type Flow, inside } from './html-flow.ts';
import { addInline, addText, enter, leave, type Wrap } from './html-run.ts';

/** An address that may be linked to: undefined for none, and for `javascript:`, `vbscript:` and `data:`. */
function safeAddress(address: string | undefined): string | undefined {
  // A browser drops these characters before it looks at the scheme.
  const bare = address?.replace(/[\0-\x20]+/g, '') ?? '';
  if (bare === '' || /^(?:javascript|vbscript|data):/i.test(bare)) return undefined;
  return address!.trim();
}

function nameOf(element: Element): string | undefined {
  const { attributes } = element;
  return attributes.get('title')?.trim() || attributes.get('aria-label')?.trim() || undefined;
}

function placed<T extends mdast.Node>(node: T, element: Element): T {
  if (element.position !== undefined) node.position = element.position;
  return node;
}

function addLink(flow: Flow, element: Element, url: string, label: string): void {
  const text = placed<Inline>({ type: 'text', value: label }, element);
  addInline(flow.run, placed<Inline>({ type: 'link', url, children: [text] }, element));
}

/** `<a href>`; one that shows nothing is shown by its title or its address, unless it is a place in the article. */
export function readLink(element: Element, flow: Flow): void {
  const url = safeAddress(element.attributes.get('href'));
  if (url === undefined) {
    inside(element, flow);
    return;
  }
  const title = element.attributes.get('title') ?? null;
  const wrap: Wrap = {
    type: 'link',
    make: (children) => placed({ type: 'link', url, title, children }, element),
    used: false,
  };
  const entered = enter(flow.run, wrap);
  inside(element, flow);
  if (!entered) return;
  leave(flow.run);
  if (!(wrap.used || url.startsWith('#'))) addLink(flow, element, url, nameOf(element) ?? url);
}

function pictureAddress(element: Element): string | undefined {
  const { attributes } = element;
  const first = (attributes.get('srcset') ?? '').trim().split(/[\s,]/, 1)[0];
  return (
    safeAddress(attributes.get('src')) ??
    safeAddress(attributes.get('data-src')) ??
    safeAddress(first)
  );
}

/** `<img>`; without an address that may be asked for, its alternative text. */
export function readImage(element: Element, flow: Flow): void {
  const { attributes, position } = element;
  const alt = (attributes.get('alt') ?? '').replace(/\s+/g, ' ').trim();
  const url = pictureAddress(element);
  if (url === undefined) {
    addText(flow.run, alt, position, true);
    return;
  }
  const title = attributes.get('title') ?? null;
  addInline(flow.run, placed<Inline>({ type: 'image', url, alt, title }, element));
}

const ADDRESSES = ['src', 'data', 'data-src'];

function mediaAddress(element: Element): string | undefined {
  const sources = element.children.filter(
    (child): child is Element => child.kind === 'element' && child.name === 'source',
  );
  for (const holder of [element, ...sources]) {
    for (const attribute of ADDRESSES) {
      const url = safeAddress(holder.attributes.get(attribute));
      if (url !== undefined) return url;
    }
  }
  return undefined;
}

function hostOf(url: string): string | undefined {
  const authority = /^(?:[a-z][a-z0-9+.-]*:)?\/\/([^/?#]+)/i.exec(url)?.[1];
  return authority?.replace(/^.*@/, '').replace(/^www\./i, '');
}

/** `<iframe>`, `<video>` and their like: a paragraph with a link; the text meant for want of them is left out. */
export function readMedia(element: Element, flow: Flow): void {
  endParagraph(flow);
  const url = mediaAddress(element);
  if (url === undefined) inside(element, flow);
  else addLink(flow, element, url, nameOf(element) ?? hostOf(url) ?? url);
  endParagraph(flow);
}

const BUTTONS: ReadonlySet<string> = new Set(['submit', 'button', 'reset']);

/** `<input>`: a box as it is ticked, a button by its label, a field by what stands in it. */
export function readInput(element: Element, flow: Flow): void {
  if (element.attributes.get('type')?.toLowerCase() === 'image') readImage(element, flow);
  else addText(flow.run, shownBy(element), element.position, true);
}

function shownBy({ attributes }: Element): string {
  const type = attributes.get('type')?.toLowerCase() ?? 'text';
  if (type === 'hidden' || type === 'password') return '';
  if (type === 'checkbox' || type === 'radio') return attributes.has('checked') ? '[x] ' : '[ ] ';
  const hint = BUTTONS.has(type) ? '' : attributes.get('placeholder');
  return ` ${attributes.get('value') || hint || ''} `;
}
