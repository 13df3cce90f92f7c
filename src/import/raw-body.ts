import { ITEM } from './raw-blocks.ts';
import { readCredit } from './raw-credit.ts';
import { readDateLine } from './raw-date.ts';
import { readDateline } from './raw-dateline.ts';
import { escaped } from './raw-escape.ts';
import { addNames } from './raw-fields.ts';
import { endsInMark } from './raw-footer.ts';
import { isFinished, isHeading } from './raw-headings.ts';
import { isLinkTitle, isNoise, isRelatedAlone, relatedTitle } from './raw-noise.ts';
import { type Reading, textAt } from './raw-reading.ts';

/** Longest line that may stand close to its neighbours. */
const LONGEST_CLOSE = 60;
/** Blocks of the body among which its dateline is looked for, and blocks that have to follow a second header. */
const DATELINE_WITHIN = 4;
const AFTER_HEADER = 3;

/** Tells what each block of the body is. */
export function readBody(read: Reading, start: number, end: number): void {
  takeDateline(read, start, Math.min(end, start + DATELINE_WITHIN));
  nameBlocks(read, start, end);
  joinLists(read, start, end);
  markEnd(read, start, end);
  doubtSecondArticle(read, start, end);
}

function nameBlocks(read: Reading, start: number, end: number): void {
  // The last block of the article's own: what a heading stands behind.
  let before = '';
  for (let at = start; at < end; at += 1) {
    const kind = read.kinds[at] ?? kindOf(read, at, before, at + 1 < end);
    read.kinds[at] = kind;
    if (kind !== 'noise' && kind !== 'related') before = textAt(read, at);
  }
}

function joinLists(read: Reading, start: number, end: number): void {
  for (let at = start; at < end; at += 1) {
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

function takeDateline({ blocks, fields, kinds }: Reading, start: number, end: number): void {
  const at = blocks.findIndex(
    ({ text }, index) =>
      index >= start && index < end && kinds[index] === undefined && readDateline(text),
  );
  const found = at < 0 ? undefined : readDateline(textAt({ blocks }, at));
  if (!found) return;
  kinds[at] = 'dateline';
  if (found.location !== undefined) fields.location = found.location;
  if (found.source !== undefined) fields.source ??= { name: found.source };
}

type Kind = NonNullable<Reading['kinds'][number]>;

function kindOf(read: Reading, at: number, before: string, hasNext: boolean): Kind {
  const text = textAt(read, at);
  if (isNoise(text)) return 'noise';
  const related = takeRelated(read, at, text, hasNext);
  if (related) return related;
  const next = textAt(read, at + 1);
  return hasNext && before !== '' && isHeading(before, text, next) ? 'heading' : 'paragraph';
}

/** `Baca juga: X`, or `Baca juga` and X on the next line; noise if the link is lost. */
function takeRelated(read: Reading, at: number, text: string, hasNext: boolean): Kind | undefined {
  const title = relatedTitle(text);
  if (title !== undefined) {
    addNames(read.fields.related, [title]);
    return 'related';
  }
  if (!isRelatedAlone(text)) return undefined;
  const next = textAt(read, at + 1);
  if (!hasNext || !isLinkTitle(next)) return 'noise';
  addNames(read.fields.related, [next]);
  read.kinds[at + 1] = 'related';
  return 'related';
}

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
  if (last && (isClose(read, at) || isSecondOfLink(read, at))) last.lines.push(text);
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

function isSecondOfLink(read: Reading, at: number): boolean {
  if (read.kinds[at] !== 'related' || read.kinds[at - 1] !== 'related') return false;
  return isRelatedAlone(textAt(read, at - 1));
}

function markdownOf({ kind, lines }: Part): string {
  if (kind === 'heading') return `## ${escaped(lines).join(' ')}`;
  return escaped(lines).join('\\\n');
}
