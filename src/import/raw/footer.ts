import { addNames } from './fields.ts';
import { isFinished } from './headings.ts';
import { relatedTitle } from './noise.ts';
import { type Reading, takeItem, textAt, trialOf } from './reading.ts';

const MOST = 14;
const MOST_TAGS = 30;
const TAG_HEAD =
  /^(?:tags?|tagar|topik|topics?|label|kata kunci|keywords?)(?: (?:terkait|populer|berita|artikel))?\s*:?$/i;
const END_MARK =
  /(?:^| )\((?:\*{1,3}|[\p{L}]{2,4}|(?:red|tim|ist|int|hms|adv|ant)[^()\d]{0,20}|[\p{L} .]{2,30}\/[\p{L} ./]{2,40})\s?\)\.?$|(?:^| )\*{2,3}$/u;

/** Who reported, in brackets on a line of its own. */
const NAME_MARK = /^\(\p{Lu}[\p{L}. ]{2,40}\)\.?$/u;

/** Reads tags, credits and noise from the end backwards; the number of the block after the body's last. */
export function readFooter(read: Reading, start: number): number {
  const last = takeTagList(read, start);
  const trial = trialOf(read);
  let end = last;
  for (let seen = 0; end > start && seen < MOST; end -= 1) {
    if (!takeFooterLine(trial, end - 1)) break;
    if (trial.kinds[end - 1] !== 'noise') seen += 1;
  }
  // What is at the end is known now; it is taken in the order in which it stands.
  const first = end === start ? end : takeBareTags(read, start, end);
  for (let at = end; at < last; at += 1) takeFooterLine(read, at);
  return first;
}

/** Cross links and end marks of the footer are the body's: the way up goes past them. */
function takeFooterLine(read: Reading, at: number): boolean {
  if (read.kinds[at] !== undefined || takeItem(read, at, false)) return true;
  const text = textAt(read, at);
  const title = relatedTitle(text);
  if (title !== undefined) {
    addNames(read.fields.related, [title]);
    read.kinds[at] = 'related';
  } else if (isEndMark(text)) read.kinds[at] = 'end-mark';
  return read.kinds[at] !== undefined;
}

/** Whether a block is an end mark and nothing else. */
function isEndMark(text: string): boolean {
  return text.length <= 60 && (END_MARK.exec(text)?.index === 0 || NAME_MARK.test(text));
}

/** Whether a block ends in a mark that says that the article ends. */
export function endsInMark(text: string): boolean {
  return END_MARK.test(text.slice(-80));
}

/** `Tags` alone on its line and a tag on each line after it. */
function takeTagList(read: Reading, start: number): number {
  const { blocks, kinds, fields } = read;
  const first = Math.max(start, blocks.length - MOST_TAGS - 1);
  const head = blocks.findIndex(
    ({ text }, at) => at >= first && text.length <= 30 && TAG_HEAD.test(text),
  );
  if (head < 0) return blocks.length;
  const tags = blocks.slice(head + 1).map(({ text }) => text);
  let end = tags.findIndex((text) => !isTag(text));
  if (end < 0) end = tags.length;
  if (!tags.slice(end).every((_, at) => takeItem(read, head + 1 + end + at, false)))
    return blocks.length;
  addNames(
    fields.tags,
    tags.slice(0, end).map((tag) => tag.replace(/^#\s*/, '').replace(/,$/, '')),
  );
  kinds[head] = end === 0 ? 'noise' : 'tags';
  for (let at = head + 1; at <= head + end; at += 1) kinds[at] = 'tags';
  return head;
}

function isTag(text: string): boolean {
  return text.length <= 50 && text.split(' ').length <= 6 && !/[.!?:;|]|^[-–•(["“]/.test(text);
}

/** Two lines or more in small letters at the end, after a finished text that speaks of them: tags without a head. */
function takeBareTags(read: Reading, start: number, end: number): number {
  let first = end;
  while (first > start && end - first < MOST_TAGS && isBareTag(textAt(read, first - 1))) first -= 1;
  if (end - first < 2 || first === start || !isEnd(read, first - 1)) return end;
  const tags = read.blocks.slice(first, end).map(({ text }) => text);
  const text = read.blocks.slice(0, first).map((block) => block.text);
  const said = text.join('\n').toLowerCase();
  if (tags.filter((tag) => said.includes(tag)).length * 2 < tags.length) return end;
  addNames(read.fields.tags, tags);
  for (let at = first; at < end; at += 1) read.kinds[at] = 'tags';
  return first;
}

/** Whether a text may end with a block. */
function isEnd(read: Reading, at: number): boolean {
  const text = textAt(read, at);
  return read.kinds[at] !== 'related' && (isFinished(text) || endsInMark(text));
}

function isBareTag(text: string): boolean {
  return text.length <= 30 && /^\p{Ll}[\p{Ll}\d]*(?:[ -][\p{Ll}\d]+){0,3}$/u.test(text);
}
