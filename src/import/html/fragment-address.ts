import type { Element, ElementContent, Root } from 'hast';
import { attribute, elements, rewriteElements } from './elements.ts';

const SAFE = /^(?:https?|mailto|tel|ftp|geo|sms|magnet|xmpp|irc):/i;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/**
 * An address as it is to be written: whole if `base` is known, as it stands if it is whole already; undefined if it
 * would run something or leads nowhere.
 */
function absolute(address: string, base: string | undefined): string | undefined {
  const found = address.replace(/[\t\n\r\0]/g, '').trim();
  if (SCHEME.test(found)) return SAFE.test(found) ? found : undefined;
  if (found === '') return undefined;
  if (found.startsWith('#')) return found;
  if (base !== undefined && URL.canParse(found, base)) return new URL(found, base).href;
  return found.startsWith('//') ? `https:${found}` : found;
}

/** Makes every address of a tree whole; links that lead nowhere become their words. */
export function resolveAddresses(root: Root, base: string | undefined): void {
  for (const element of elements(root)) {
    for (const name of ['src', 'poster', 'data', 'cite'] as const) {
      const value = attribute(element, name);
      if (value === '' || /^data:image\//i.test(value)) continue;
      element.properties[name] = absolute(value, base) ?? '';
    }
  }
  rewriteElements(root, (element) => (element.tagName === 'a' ? link(element, base) : undefined));
}

function link(element: Element, base: string | undefined): readonly ElementContent[] | undefined {
  const href = absolute(attribute(element, 'href'), base);
  // A place in the page may be named by what was a link in older pages.
  if (href === undefined) return element.children;
  element.properties['href'] = href;
  // What is shown when a pointer rests on it.
  delete element.properties['title'];
  return undefined;
}
