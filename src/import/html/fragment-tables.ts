import type { Element, Root } from 'hast';
import { attribute, element, elements, isElement, rewriteElements } from './elements.ts';

/** Columns and rows that a cell may claim; pages can claim any number. */
const WIDEST = 60;
const TALLEST = 200;
/** Cells of a table that others may claim, all in all. */
const MOST_CLAIMED = 20_000;
const BLOCKS = new Set(
  'p h1 h2 h3 h4 h5 h6 ul ol dl pre blockquote figure table hr article section'.split(' '),
);

/** Tables that only place things on a page become what is in them; the others keep to a size that can be. */
export function settleTables(root: Root): void {
  adopt(root, new Set());
  let claimed = 0;
  for (const cell of elements(root)) {
    if (!isElement(cell, 'td', 'th')) continue;
    const columns = span(cell, 'colSpan', WIDEST);
    const rows = span(cell, 'rowSpan', TALLEST);
    claimed += columns * rows - 1;
    cell.properties['colSpan'] = claimed > MOST_CLAIMED ? 1 : columns;
    cell.properties['rowSpan'] = claimed > MOST_CLAIMED ? 1 : rows;
  }
  rewriteElements(root, (one) =>
    one.tagName === 'table' && isLayout(one) ? unfolded(one) : undefined,
  );
}

/** Parts that mean something only in their whole, and the wholes. */
const WHOLES: Readonly<Record<string, readonly string[]>> = {
  ...{ caption: ['table'], thead: ['table'], tbody: ['table'], tfoot: ['table'], tr: ['table'] },
  ...{ td: ['table'], th: ['table'], li: ['ul', 'ol', 'menu', 'dir'], dt: ['dl'], dd: ['dl'] },
};

/** Parts without their whole become boxes. */
function adopt(parent: Root | Element, around: ReadonlySet<string>): void {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    const wholes = WHOLES[child.tagName];
    if (wholes && !wholes.some((whole) => around.has(whole))) child.tagName = 'div';
    adopt(child, around.has(child.tagName) ? around : new Set([...around, child.tagName]));
  }
}

function span(cell: Element, name: 'colSpan' | 'rowSpan', most: number): number {
  return Math.min(Math.max(Number.parseInt(attribute(cell, name), 10) || 1, 1), most);
}

function isLayout(table: Element): boolean {
  if (/^(?:presentation|none)$/.test(attribute(table, 'role'))) return true;
  const cells = cellsOf(table);
  if (cells.length < 2) return true;
  if (cells.some(({ tagName }) => tagName === 'th')) return false;
  return cells.some(holdsBlocks);
}

/** Whether a cell holds more than words: then it is a part of a page. */
function holdsBlocks(cell: Element): boolean {
  let blocks = 0;
  for (const { tagName } of elements(cell)) {
    if (!BLOCKS.has(tagName)) continue;
    if (tagName !== 'p') return true;
    if (++blocks > 1) return true;
  }
  return false;
}

/** The cells of a table, without those of tables in it: these are settled already. */
function cellsOf(table: Element): Element[] {
  const rows = table.children.flatMap((child) =>
    isElement(child, 'thead', 'tbody', 'tfoot') ? child.children : [child],
  );
  return rows
    .filter((row) => isElement(row, 'tr'))
    .flatMap((row) => row.children.filter((cell) => isElement(cell, 'td', 'th')));
}

function unfolded(table: Element): Element[] {
  const captions = table.children.filter((child) => isElement(child, 'caption'));
  return [...captions, ...cellsOf(table)].map(({ children }) => element('div', children));
}
