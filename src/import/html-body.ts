import type { Node, Root } from '../model/article.ts';
import { descendants, rewrite } from '../model/tree.ts';
import { readHtml } from '../parse/html.ts';
import { webAddress } from './feed-entry.ts';
import { visibleHtml } from './visible.ts';

/**
 * HTML as the body of an article: every word that a browser shows in its order, as text and not as Markdown, addresses in full where
 * `base` is known. Addresses that could run something are dropped by those who write the tree.
 */
export function bodyOfHtml(source: string, base: string): Root {
  const html = visibleHtml(source);
  const end = { line: 1, column: html.length + 1, offset: html.length };
  const position = { start: { line: 1, column: 1, offset: 0 }, end };
  const root = { type: 'root', children: [{ type: 'html', value: html, position }] } as const;
  const body = structuredClone(root) as unknown as Root;
  readHtml(body, () => []);
  for (const node of descendants(body)) {
    if (node.type === 'link' || node.type === 'image') node.url = full(node.url, base);
  }
  rewrite(body, (node) => {
    // A figure without a caption is only what it shows, and a paragraph of spaces a blank line.
    if (node.type === 'figure' && !node.children.some(({ type }) => type === 'caption'))
      return node.children;
    const isBlank = node.type === 'paragraph' && node.children.every((child) => isSpace(child));
    return isBlank ? [] : undefined;
  });
  return body;
}

/** An address in full; what leads within the page, or is none of the web's, as it is. */
function full(url: string, base: string): string {
  if (url.startsWith('#') || /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(url)) return url;
  return webAddress(url, base) ?? url;
}

function isSpace(node: Node): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}
