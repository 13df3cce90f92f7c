import type { Draft, Recognised } from '../../model/draft.ts';
import type { Block } from './blocks.ts';
import { readCredit } from './credit.ts';
import { type RawTools, readDateLine } from './date.ts';
import { addNames, type Fields, noFields, place } from './fields.ts';
import { isNoise } from './noise.ts';

/** A raw text while it is read: its blocks, and what has become of each. */
export interface Reading {
  readonly blocks: readonly Block[];
  /** What each block was taken for; what nothing was made of is the body's. */
  readonly kinds: (Recognised | undefined)[];
  readonly fields: Fields;
  readonly doubts: Draft['doubts'][number][];
  readonly tools: RawTools;
}

/** A reading that has not begun. */
export function reading(blocks: readonly Block[], tools: RawTools): Reading {
  return { blocks, kinds: [], fields: noFields(), doubts: [], tools };
}

/** A copy to try on whether something would be taken: what happens to it does not count. */
export function trialOf(read: Reading): Reading {
  const { fields } = read;
  return {
    ...read,
    kinds: [...read.kinds],
    doubts: [],
    fields: {
      ...fields,
      authors: [...fields.authors],
      editors: [...fields.editors],
      tags: [...fields.tags],
      related: [...fields.related],
    },
  };
}

/** The text of a block; empty where there is none. */
export function textAt({ blocks }: Pick<Reading, 'blocks'>, at: number): string {
  return blocks[at]?.text ?? '';
}

const IMAGE = /^[^\s"<>][^"<>]*\.(?:jpe?g|png|gif|webp|avif|heic|svg)$/i;
const TAGS =
  /^(?:tags?|tagar|topik|topics?|label|kata kunci|keywords?|filed under)(?: (?:terkait|populer|berita|artikel))?\s*[:|]\s*(\S.*)$/i;
const ANTARA_TAGS = /^id ([\p{Ll}\d][^.!?:"]*)$/u;
const HASHTAGS = /^#[\p{L}\d_]+(?:[\s,]+#[\p{L}\d_]+)*$/u;
const LONGEST_TAGS = 600;

/** Whether a line names a file with a picture. */
export function isImage(text: string): boolean {
  return text.length <= 300 && IMAGE.test(text);
}

/** The tags of a line that has nothing else; `early` lines stand before the text, where a hash is no tag. */
export function readTags(text: string, early = false): string[] | undefined {
  if (text.length > LONGEST_TAGS) return undefined;
  const antara = early && text.includes(',') ? ANTARA_TAGS.exec(text)?.[1] : undefined;
  const list = TAGS.exec(text)?.[1] ?? antara ?? (HASHTAGS.test(text) ? text : undefined);
  if (list === undefined) return undefined;
  const parts = HASHTAGS.test(list) ? list.split(/[\s,]+/) : list.split(/[,;|•·]| (?=#\S)/);
  const tags = parts.map((tag) => tag.trim().replace(/^#\s*/, '')).filter((tag) => tag !== '');
  return tags.length > 0 && tags.every((tag) => tag.length <= 80) ? tags : undefined;
}

/** Moves a block to the front matter, or marks it as noise, if it is only that; whether it was. */
export function takeItem(read: Reading, at: number, early: boolean): boolean {
  const text = textAt(read, at);
  return takeDate(read, at, text) || takeCredit(read, at, text) || takeOther(read, at, text, early);
}

function takeDate({ fields, kinds, doubts, tools }: Reading, at: number, text: string): boolean {
  const found = readDateLine(text, tools);
  if (!found || !place(fields, found.said)) return false;
  kinds[at] = found.said.date === undefined ? 'updated' : 'date';
  if (found.wrongDay) {
    const { written, iso } = found.wrongDay;
    doubts.push({ key: 'doubt-weekday', details: { day: written, date: iso } });
  }
  return true;
}

function takeCredit({ fields, kinds }: Reading, at: number, text: string): boolean {
  const said = readCredit(text);
  if (!said || !place(fields, said)) return false;
  if (said.authors) kinds[at] = 'author';
  else if (said.editors) kinds[at] = 'editor';
  else kinds[at] = said.source === undefined ? 'caption' : 'source';
  return true;
}

function takeOther({ fields, kinds }: Reading, at: number, text: string, early: boolean): boolean {
  const tags = readTags(text, early);
  if (tags) {
    addNames(fields.tags, tags);
    kinds[at] = 'tags';
  } else if (isNoise(text, true)) kinds[at] = 'noise';
  else if (early && isImage(text) && place(fields, { image: text })) kinds[at] = 'image';
  return kinds[at] !== undefined;
}
