import { ITEM } from './blocks.ts';
import { readCredit } from './credit.ts';
import { readDateLine } from './date.ts';
import { readDateline } from './dateline.ts';
import { escaped } from './escape.ts';
import { addNames } from './fields.ts';
import { endsInMark } from './footer.ts';
import { isFinished, isHeading } from './headings.ts';
import { isLinkTitle, isNoise, isRelatedAlone, relatedTitle } from './noise.ts';
import { type Reading, textAt } from './reading.ts';

/** Longest line that may stand close to its neighbours. */
const LONGEST_CLOSE = 60;
/** Blocks of the body among which its dateline is looked for, and blocks that have to follow a second header. */
const DATELINE_WITHIN = 8;
const AFTER_HEADER = 3;
/** Most cross links that the front matter repeats. */
const MOST_RELATED = 100;

/** Tells what each block of the body is: first what is not the article's own, then what of it is a heading. */
export function readBody(read: Reading, start: number, end: number): void {
  takeNoise(read, end);
  takeLinks(read, end);
  takeDateline(read, end);
  takeHeadings(read, end);
  joinLists(read, end);
  markEnd(read, start, end);
  doubtSecondArticle(read, start, end);
}

/** Numbers of the blocks that nothing was made of yet; the header may have left some. */
function open({ kinds }: Reading, end: number): number[] {
  return Array.from({ length: end }, (_, at) => at).filter((at) => kinds[at] === undefined);
}

function takeNoise(read: Reading, end: number): void {
  for (const at of open(read, end)) if (isNoise(textAt(read, at), false)) read.kinds[at] = 'noise';
}

/** `Baca juga: X`, or `Baca juga` and X on the next line; noise if the link is lost. */
function takeLinks(read: Reading, end: number): void {
  const own = open(read, end);
  own.forEach((at, index) => {
    const text = textAt(read, at);
    const title = relatedTitle(text);
    if (title !== undefined) addRelated(read, at, title);
    else if (isRelatedAlone(text)) takeLinkBelow(read, at, own[index + 1]);
  });
}

function takeLinkBelow(read: Reading, at: number, next: number | undefined): void {
  const title = next === undefined ? '' : textAt(read, next);
  if (next === undefined || !isLinkTitle(title)) read.kinds[at] = 'noise';
  else {
    read.kinds[next] = 'related';
    addRelated(read, at, title);
  }
}

function addRelated({ fields, kinds }: Reading, at: number, title: string): void {
  kinds[at] = 'related';
  if (fields.related.length < MOST_RELATED) addNames(fields.related, [title]);
}

function takeDateline(read: Reading, end: number): void {
  const { fields, kinds } = read;
  for (const at of open(read, end).slice(0, DATELINE_WITHIN)) {
    const found = readDateline(textAt(read, at));
    if (!found) continue;
    kinds[at] = 'dateline';
    if (found.location !== undefined) fields.location = found.location;
    if (found.source !== undefined) fields.source ??= { name: found.source };
    return;
  }
}

function takeHeadings(read: Reading, end: number): void {
  const { kinds } = read;
  const texts = Array.from({ length: end }, (_, at) => at).filter(
    (at) => kinds[at] === undefined || kinds[at] === 'dateline',
  );
  texts.forEach((at, index) => {
    const [before, next] = [texts[index - 1], texts[index + 1]];
    if (kinds[at] === 'dateline') return;
    const isBetween = before !== undefined && next !== undefined;
    const isOne =
      isBetween && isHeading(textAt(read, before), textAt(read, at), textAt(read, next));
    kinds[at] = isOne ? 'heading' : 'paragraph';
  });
}

function joinLists(read: Reading, end: number): void {
  for (let at = 0; at < end; at += 1) {
    const isJoined = isClose(read, at) || isClose(read, at + 1);
    if (isJoined && read.kinds[at] === 'paragraph') read.kinds[at] = 'list';
  }
}

function markEnd(read: Reading, start: number, end: number): void {
  let last = end - 1;
  while (last > start && !isPlain(read.kinds[last])) last -= 1;
  if (read.kinds[last] === 'paragraph' && endsInMark(textAt(read, last))) {
    read.kinds[last] = 'end-mark';
  }
}

type Kind = NonNullable<Reading['kinds'][number]>;

/** Whether a block belongs to the one before it as the next line of a list or of a table of scores. */
function isClose(read: Reading, at: number): boolean {
  const [block, before] = [read.blocks[at], read.blocks[at - 1]];
  if (!block || !before || block.apart) return false;
  if (!isPlain(read.kinds[at]) || !isPlain(read.kinds[at - 1])) return false;
  // The sign of a line break would be taken for the end of the address.
  if (/(?:https?:\/\/|www\.)\S*$/i.test(before.text.slice(-300))) return false;
  if (ITEM.test(block.text) && ITEM.test(before.text)) return true;
  return [block.text, before.text].every(
    (text) => text.length <= LONGEST_CLOSE && !isFinished(text),
  );
}

function isPlain(kind: Reading['kinds'][number]): boolean {
  return kind === 'paragraph' || kind === 'list';
}

/** A date or a credit amid the text, with more text behind it, is the header of another article. */
function doubtSecondArticle(read: Reading, start: number, end: number): void {
  for (let at = start + 1; at < end - AFTER_HEADER; at += 1) {
    const { text, lines } = read.blocks[at] ?? { text: '', lines: [] };
    if (text.length > 140 || !isPlain(read.kinds[at])) continue;
    const credit = /^(?:penulis|reporter|pewarta|oleh|by)\b/i.test(text) && readCredit(text);
    if (!credit && !readDateLine(text, read.tools)) continue;
    read.doubts.push({ key: 'doubt-second-article', details: { line: lines[0]?.number ?? 0 } });
    return;
  }
}

/** The blocks that stay in the body as Markdown, in their order. */
export function bodyOf(read: Reading): string {
  const parts: Part[] = [];
  for (let at = 0; at < read.blocks.length; at += 1) {
    const kind = read.kinds[at] ?? 'paragraph';
    if (STAYING.has(kind)) addBlock(parts, read, at);
  }
  return parts.length === 0 ? '' : `${parts.map(markdownOf).join('\n\n')}\n`;
}

/** Blocks that are written as one. */
interface Part {
  readonly kind: Kind | undefined;
  readonly lines: string[];
}

function addBlock(parts: Part[], read: Reading, at: number): void {
  const last = parts.at(-1);
  const text = textAt(read, at);
  if (last && (isClose(read, at) || isLinkOf(last, read.kinds[at]))) last.lines.push(text);
  else parts.push({ kind: read.kinds[at], lines: [text] });
}

/** What stays in the body; everything else went to the front matter or was noise. */
const STAYING: ReadonlySet<string> = new Set([
  'dateline',
  'heading',
  'paragraph',
  'list',
  'end-mark',
  'related',
]);

/** Whether a block is the title of the cross link that a part has opened. */
function isLinkOf(part: Part, kind: Kind | undefined): boolean {
  if (kind !== 'related' || part.kind !== 'related' || part.lines.length > 1) return false;
  return isRelatedAlone(part.lines[0] ?? '');
}

function markdownOf({ kind, lines }: Part): string {
  if (kind === 'heading') return `## ${escaped(lines).join(' ')}`;
  return escaped(lines).join('\\\n');
}
