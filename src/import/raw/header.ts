import type { Recognised } from '../../model/draft.ts';
import { isNames, isWire, roleAlone, splitNames } from './credit.ts';
import { readDateline } from './dateline.ts';
import { place, type Said } from './fields.ts';
import { isFinished, isProse } from './headings.ts';
import { fold, isBreadcrumb, relatedTitle } from './noise.ts';
import { isImage, type Reading, takeItem, textAt, trialOf } from './reading.ts';

const LONGEST_TITLE = 180;
const LONGEST_SUBTITLE = 220;
const LONGEST_CAPTION = 300;
/** Most lines above and below the title. */
const MOST_LINES = 40;
/** How far ahead a line of the header is looked for behind one that is none, and how often. */
const AHEAD = 3;
const MOST_STRANGE = 4;
/** Blocks below a subtitle among which the text begins. */
const BODY_WITHIN = 12;
/** Words of a text without a title that stand for one. */
const LONGEST_MADE_TITLE = 70;

/** Reads title, dates, credits and picture from the top; the number of the block that the body begins with. */
export function readHeader(read: Reading): number {
  let at = readTitle(read);
  let strange = 0;
  const last = Math.min(read.blocks.length, at + MOST_LINES);
  while (at < last) {
    const taken = takeHeaderLine(read, at);
    if (taken > 0) at += taken;
    else if (strange < MOST_STRANGE && isStrange(read, at)) {
      strange += 1;
      at += 1;
    } else break;
  }
  return at;
}

/** The title, after what stands above it; where the text has none, its first words. */
function readTitle(read: Reading): number {
  const { blocks, kinds, fields, doubts } = read;
  let at = 0;
  while (at < MOST_LINES && at < blocks.length && takeAboveTitle(read, at)) at += 1;
  const text = textAt(read, at);
  if (!isTitle(text)) {
    fields.title = firstWords(text);
    if (text !== '') doubts.push({ key: 'doubt-no-title', details: {} });
    return at;
  }
  const lines = titleLines(read, at);
  fields.title = blocks
    .slice(at, at + lines)
    .map((block) => block.text)
    .join(' ');
  for (let line = at; line < at + lines; line += 1) kinds[line] = 'title';
  return at + lines;
}

function takeAboveTitle(read: Reading, at: number): boolean {
  const text = textAt(read, at);
  const following = [1, 2, 3].map((step) => textAt(read, at + step)).filter((next) => next !== '');
  if (following.length > 0 && isBreadcrumb(text, following)) read.kinds[at] = 'noise';
  return read.kinds[at] !== undefined || (following.length > 0 && takeItem(read, at, true));
}

/** A title is short and one sentence at most, and it is no dateline with its lead. */
function isTitle(text: string): boolean {
  if (text === '' || text.length > LONGEST_TITLE) return false;
  if (!isFinished(text)) return true;
  return !readDateline(text) && !/[.!?]["”’)]* ["“‘(]?\p{Lu}/u.test(text);
}

function firstWords(text: string): string {
  const start = text.slice(0, LONGEST_MADE_TITLE);
  if (start.length === text.length) return start;
  const cut = start.lastIndexOf(' ');
  return `${(cut > 0 ? start.slice(0, cut) : wellFormed(start)).replace(/[\s,;:–—-]+$/, '')}…`;
}

/** Text without half of a character at its end. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

/** Blocks that a title takes: lines that follow one another at the top of a text whose blocks are apart. */
function titleLines(read: Reading, at: number): number {
  const { blocks } = read;
  let count = 1;
  while (blocks[at + count]?.apart === false) count += 1;
  const lines = blocks.slice(at, at + count).map((block) => block.text);
  const isWhole = at + count < blocks.length && count <= 3 && isTitle(lines.join(' '));
  if (!isWhole || count === 1) return 1;
  const rest = lines.slice(1);
  const plain = rest.every((line, index) => !isOther(read, at + 1 + index, line));
  const longest = Math.max(...lines.map((line) => line.length));
  const isWrapped = lines.slice(0, -1).every((line) => line.length >= longest * 0.6);
  return plain && isWrapped && !lines.slice(0, -1).some(isFinished) && !isProse(lines.at(-1) ?? '')
    ? count
    : 1;
}

/** Whether a line below the title is something else than more of it; asked of a copy, so that nothing is taken. */
function isOther(read: Reading, at: number, text: string): boolean {
  if (isImage(text) || relatedTitle(text) !== undefined || isNames(text)) return true;
  return wouldTake(read, at) || (readDateline(text) !== undefined && text.length > 80);
}

function wouldTake(read: Reading, at: number): boolean {
  return kindIfTaken(read, at) !== undefined;
}

function kindIfTaken(read: Reading, at: number): Recognised | undefined {
  const trial: Reading = { ...trialOf(read), kinds: [] };
  const isTaken = takeItem(trial, at, true) || takeNamesAndRole(trial, at) > 0;
  return isTaken ? trial.kinds[at] : undefined;
}

/** Whether a line says when or who, as the line below a subtitle does. */
function isByline(read: Reading, at: number): boolean {
  const kind = kindIfTaken(read, at);
  return kind === 'date' || kind === 'updated' || kind === 'author' || kind === 'editor';
}

/** Blocks that a line of the header takes, itself included; none if it is no such line. */
function takeHeaderLine(read: Reading, at: number): number {
  if (takeItem(read, at, true)) return 1;
  const pair = takeNamesAndRole(read, at);
  if (pair > 0) return pair;
  const kind =
    repeatedTitle(read, at) ?? subtitle(read, at) ?? agency(read, at) ?? caption(read, at);
  if (kind === undefined) return 0;
  read.kinds[at] = kind;
  return 1;
}

/** The title once more, or the way to the page. */
function repeatedTitle(read: Reading, at: number): Recognised | undefined {
  const text = textAt(read, at);
  if (text.length > LONGEST_TITLE || !read.kinds.includes('title')) return undefined;
  const isAgain = fold(text) === fold(read.fields.title);
  return isAgain || isBreadcrumb(text, []) ? 'noise' : undefined;
}

function subtitle(read: Reading, at: number): Recognised | undefined {
  if (!isSubtitle(read, at)) return undefined;
  read.fields.subtitle = textAt(read, at);
  return 'subtitle';
}

/** `Associated Press`, on the line below who wrote for it. */
function agency(read: Reading, at: number): Recognised | undefined {
  const text = textAt(read, at);
  if (read.kinds[at - 1] !== 'author' || !isWire(text)) return undefined;
  return place(read.fields, { source: text }) ? 'source' : undefined;
}

/** What stands below the picture: who made it, what it shows. */
function caption(read: Reading, at: number): Recognised | undefined {
  const before = read.kinds[at - 1];
  if (before !== 'image' && before !== 'caption') return undefined;
  const text = textAt(read, at);
  if (isImage(text)) return undefined;
  const said = PICTURE_CREDIT.test(text) ? { credit: text } : captionOf(text);
  if (said.caption !== undefined && !isCaption(read, at)) return undefined;
  return place(read.fields, said) ? 'caption' : undefined;
}

const PICTURE_CREDIT = /^(?:[\p{L}\d-]+\.)*[\p{L}\d -]{2,30}\/ ?[\p{L} .]{2,40}$/u;

/** `Andi Saputra, Rina Wati` and then `Penulis`, or `Tim Redaksi`: the last of a team edited. */
function takeNamesAndRole(read: Reading, at: number): number {
  const [text, role] = [textAt(read, at), textAt(read, at + 1)];
  if (!isNames(text)) return 0;
  const said = saidOfNames(splitNames(text), role);
  if (!said || !place(read.fields, said)) return 0;
  const kind = said.editors && !said.authors ? 'editor' : 'author';
  read.kinds[at] = kind;
  read.kinds[at + 1] = kind;
  return 2;
}

function saidOfNames(names: readonly string[], role: string): Said | undefined {
  if (/^tim redaksi$/i.test(role)) {
    return names.length > 1
      ? { authors: names.slice(0, -1), editors: names.slice(-1) }
      : { authors: names };
  }
  const key = roleAlone(role);
  return key === 'authors' || key === 'editors' ? { [key]: names } : undefined;
}

/** A line of some words between the title and what else is known to be the header. */
function isSubtitle(read: Reading, at: number): boolean {
  const text = textAt(read, at);
  if (read.kinds[at - 1] !== 'title' || read.fields.subtitle !== undefined) return false;
  if (text.length > LONGEST_SUBTITLE || text.split(' ').length < 4) return false;
  if (readDateline(text) || relatedTitle(text) !== undefined || isBreadcrumb(text, []))
    return false;
  if (!hasText(read, at + 1)) return false;
  return isByline(read, at + 1) || (isAside(read, at + 1) && isByline(read, at + 2));
}

/** Whether there is a text below, and not only what the article ends with. */
function hasText({ blocks, fields }: Reading, at: number): boolean {
  const below = blocks.slice(at, at + BODY_WITHIN);
  return below.some(({ text }) => isProse(text) && fold(text) !== fold(fields.title));
}

/** What follows the picture: short and no sentence, or with its credit, or right before the dateline. */
function isCaption(read: Reading, at: number): boolean {
  const text = textAt(read, at);
  if (text.length > LONGEST_CAPTION || readDateline(text) || at + 1 >= read.blocks.length)
    return false;
  if (CREDIT.test(text)) return true;
  if (text.length > 160 || !hasText(read, at + 1)) return false;
  const nearby = [1, 2].map((step) => textAt(read, at + step));
  return !isFinished(text) || nearby.some((next) => readDateline(next) !== undefined);
}

const CREDIT =
  /^(.*\S)\s*\(?(?:\b(?:Foto|Photo|Dok|Sumber|Kredit|Credit|Source)\s*:\s*|\b[fF]\.\s?)(\p{L}[^():]{1,60}?)\)?\.?$/u;

/** A caption and the credit at its end. */
function captionOf(text: string): Said {
  const match = CREDIT.exec(text);
  const caption = match?.[1]?.replace(/[\s(/|–—-]+$/, '');
  return match && caption ? { caption, credit: match[2] ?? '' } : { caption: text };
}

/** A line that is neither header nor prose, with more of the header behind it: it stays in the body. */
function isStrange(read: Reading, at: number): boolean {
  if (!isAside(read, at)) return false;
  for (let next = at + 1; next <= at + AHEAD && next < read.blocks.length; next += 1) {
    if (wouldTake(read, next)) return true;
    if (!isAside(read, next)) return false;
  }
  return false;
}

function isAside(read: Reading, at: number): boolean {
  const text = textAt(read, at);
  return (
    text.length <= 160 && !isProse(text) && !readDateline(text) && relatedTitle(text) === undefined
  );
}
