import { fold } from '../../model/fold.ts';
import { HIDDEN } from './unmarked.ts';

/** Lines of a text that are read together: a paragraph, an item of a list, a heading. UTF-16 offsets. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** Rank of a heading, from 1; 0 of anything else. */
  readonly depth: number;
}

/** Where a line begins something of its own: an item, a row, a quote. */
const BEGINS = /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|\||>|`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})(?:[ \t]|$)/;
const UNDERLINE = /^ {0,3}(?:(=+)|-+)[ \t]*$/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;

/** The blocks of a text in Markdown, in order; `isBlank` tells whether nothing of a line is read. Linear. */
export function blocksOf(
  markdown: string,
  isBlank: (line: string, start: number) => boolean,
): Block[] {
  const reader: Reader = { blocks: [], open: undefined, fence: undefined };
  let start = 0;
  for (const text of markdown.split('\n')) {
    const end = start + text.length;
    readLine({ text, start, end, isBlank: isBlank(text, start) }, reader);
    start = end + 1;
  }
  return reader.blocks;
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether nothing of it is read. */
  readonly isBlank: boolean;
}

interface Reader {
  readonly blocks: Block[];
  /** The block that the next line may go on with. */
  open: { start: number; end: number; depth: number } | undefined;
  /** The signs of the code that is open. */
  fence: string | undefined;
}

function readLine(line: Line, reader: Reader): void {
  const isCode = reader.fence !== undefined;
  const edge = FENCE.exec(line.text)?.[1];
  if (edge !== undefined) reader.fence = nextFence(reader.fence, edge);
  const depth = isCode ? 0 : (HEADING.exec(line.text)?.[1]?.length ?? 0);
  if (line.isBlank) endBlock(line, isCode, reader);
  else if (reader.open && depth === 0 && (isCode || !BEGINS.test(line.text)))
    reader.open.end = line.end;
  else {
    reader.open = { start: line.start, end: line.end, depth };
    reader.blocks.push(reader.open);
  }
  if (depth > 0) reader.open = undefined;
}

/** A line of `=` or `-` makes a heading of what is above it. */
function endBlock({ text }: Line, isCode: boolean, reader: Reader): void {
  const under = isCode || reader.open?.depth !== 0 ? null : UNDERLINE.exec(text);
  if (reader.open && under) reader.open.depth = under[1] ? 1 : 2;
  reader.open = undefined;
}

/** The fence that is open after a line that has one. */
function nextFence(open: string | undefined, edge: string): string | undefined {
  if (open === undefined) return edge;
  return edge.startsWith(open) ? undefined : open;
}

/** The texts of the headings above a block, the outermost first; that which is the title is left out. */
export function headingsAbove(
  block: Block,
  reading: { readonly blocks: readonly Block[]; linesOf(heading: Block): string },
  title: string,
): string[] {
  const above: Block[] = [];
  for (const one of reading.blocks) {
    if (one.start >= block.start) break;
    if (one.depth === 0) continue;
    while ((above.at(-1)?.depth ?? 0) >= one.depth) above.pop();
    above.push(one);
  }
  const isAbove = ({ depth }: Block) => block.depth === 0 || depth < block.depth;
  return above
    .filter(isAbove)
    .map((heading) => textOf(reading.linesOf(heading)))
    .filter((text) => text !== '' && fold(text) !== fold(title));
}

function textOf(read: string): string {
  return read
    .replaceAll(HIDDEN, '')
    .replace(/\s+/g, ' ')
    .replace(/ #+ *$/, '')
    .trim();
}
