import type * as mdast from 'mdast';
import type { Figure, Inline } from '../model/article.ts';
import { type Content, type Element, isBlank, isElement } from './html-elements.ts';
import { addBlock, type Flow, inlinesOf, insideLines } from './html-flow.ts';

type Align = 'left' | 'right' | 'center' | null;

interface Grid {
  readonly rows: Element[][];
  readonly captions: Element[];
}

const SECTIONS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot']);
/** What cannot be set in a cell of text: a table that holds any of them is read cell after cell. */
const HEAVY: ReadonlySet<string> = new Set(
  'table pre blockquote figure details dl iframe video audio object'.split(' '),
);
const HEAVY_MARKDOWN: ReadonlySet<string> = new Set(
  'table code blockquote figure details list descriptionList math alert'.split(' '),
);

function isHeavy(content: Content): boolean {
  const open: Content[] = [content];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === 'markdown' && HEAVY_MARKDOWN.has(next.node.type)) return true;
    if (next.kind !== 'element') continue;
    if (HEAVY.has(next.name)) return true;
    for (const child of next.children) open.push(child);
  }
  return false;
}

/** The rows of a table, or undefined when something stands outside its cells. */
function gridOf(table: Element): Grid | undefined {
  const grid: Grid = { rows: [], captions: [] };
  const sections = table.children.flatMap((child) =>
    child.kind === 'element' && SECTIONS.has(child.name) ? child.children : [child],
  );
  for (const content of sections) {
    if (isBlank(content)) continue;
    if (content.kind !== 'element') return undefined;
    if (!takeRow(grid, content)) return undefined;
  }
  return grid;
}

/** Takes a row or a caption; false when the element is neither, or holds something outside its cells. */
function takeRow(grid: Grid, element: Element): boolean {
  const { name } = element;
  if (name === 'caption') grid.captions.push(element);
  if (name !== 'tr') return name === 'caption' || name === 'col' || name === 'colgroup';
  const cells = element.children.filter(isCell);
  if (cells.length > 0) grid.rows.push(cells);
  return element.children.every((child) => isCell(child) || isBlank(child));
}

function isCell(content: Content): content is Element {
  return isElement(content, 'td') || isElement(content, 'th');
}

/** Whether a grid says anything as a table of text: cells side by side, and rows or headings to compare. */
function isTabular({ rows }: Grid): boolean {
  if (rows.some((cells) => cells.some(isHeavy))) return false;
  const hasHeadings = rows.some((cells) => cells.some(({ name }) => name === 'th'));
  const isWide = rows.some((cells) => cells.length > 1);
  return rows.length > 0 && (hasHeadings || (isWide && rows.length > 1));
}

function alignOf(cell: Element | undefined): Align {
  const style = /text-align\s*:\s*(\w+)/i.exec(cell?.attributes.get('style') ?? '')?.[1];
  const align = (cell?.attributes.get('align') ?? style ?? '').toLowerCase();
  return align === 'left' || align === 'right' || align === 'center' ? align : null;
}

function spanOf(cell: Element, attribute: string): number {
  const span = Number.parseInt(cell.attributes.get(attribute) ?? '1', 10);
  return span > 1 ? Math.min(span, 1000) : 1;
}

function cellOf(children: Inline[], position: mdast.Node['position']): mdast.TableCell {
  return { type: 'tableCell', children, ...(position && { position }) };
}

interface Columns {
  /** For each column, in how many rows more a cell above stands in it. */
  readonly held: number[];
  /** How many empty cells may still be put in: a hostile table must not outgrow its source. */
  spare: number;
}

function pad(cells: mdast.TableCell[], columns: Columns): void {
  columns.spare--;
  cells.push(cellOf([], undefined));
}

function passHeld(cells: mdast.TableCell[], columns: Columns): void {
  while ((columns.held[cells.length] ?? 0) > 0 && columns.spare > 0) {
    columns.held[cells.length]!--;
    pad(cells, columns);
  }
}

function setRow(row: readonly Element[], columns: Columns, flow: Flow): mdast.TableRow {
  const cells: mdast.TableCell[] = [];
  for (const cell of row) {
    passHeld(cells, columns);
    const rows = spanOf(cell, 'rowspan') - 1;
    const from = cells.length;
    cells.push(cellOf(inlinesOf(cell, flow), cell.position));
    for (let more = spanOf(cell, 'colspan'); more > 1 && columns.spare > 0; more--) {
      pad(cells, columns);
    }
    for (let at = from; rows > 0 && at < cells.length; at++) columns.held[at] = rows;
  }
  passHeld(cells, columns);
  const position = row[0]?.position;
  return { type: 'tableRow', children: cells, ...(position && { position }) };
}

function alignments(rows: readonly Element[][], width: number): Align[] {
  return Array.from({ length: width }, (_, at) => alignOf(rows[1]?.[at]) ?? alignOf(rows[0]?.[at]));
}

function tableOf(rows: readonly Element[][], flow: Flow): mdast.Table {
  const count = rows.reduce((sum, cells) => sum + cells.length, 0);
  const columns: Columns = { held: [], spare: 10 * count + 100 };
  const children = rows.map((row) => setRow(row, columns, flow));
  const width = children.reduce((most, row) => Math.max(most, row.children.length), 0);
  for (const row of children) {
    while (row.children.length < width && columns.spare > 0) pad(row.children, columns);
  }
  return { type: 'table', align: alignments(rows, width), children };
}

/**
 * `<table>`: a table where its cells hold lines of text, else its cells one after the other; the first row is the
 * head, rows are filled up to one width, and a caption makes a figure of it.
 */
export function readTable(element: Element, flow: Flow): void {
  const grid = gridOf(element);
  if (flow.blocks === undefined || grid === undefined || !isTabular(grid)) {
    insideLines(element, flow);
    return;
  }
  const table = tableOf(grid.rows, flow);
  if (element.position !== undefined) table.position = element.position;
  const caption = grid.captions.flatMap((words) => inlinesOf(words, flow));
  const block = caption.length > 0 ? figureOf(table, caption) : table;
  addBlock(flow, block, element.position);
}

function figureOf(table: mdast.Table, caption: Inline[]): Figure {
  return { type: 'figure', children: [{ type: 'caption', children: caption }, table] };
}
