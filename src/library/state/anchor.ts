import type { Article } from '../../model/article.ts';
import { fold } from '../../model/fold.ts';
import type { Anchor } from './change.ts';
import { pageText, type Running, runningText } from './running.ts';

/** A place as the user says it: a part of the words, or a line of the file. */
export type Spot = { readonly fraction: number } | { readonly line: number };

/** A place that was found again. */
export interface Place {
  /** The line of the file, from 1. */
  readonly line: number;
  /** How much of the words is before it, from 0 to 1. */
  readonly fraction: number;
}

/** Words of an anchor after the place and before it. */
const AFTER = 10;
const BEFORE = 5;
/** How many of an anchor's words must be found together. */
const ENOUGH = 0.45;
/** How far words may have moved apart: by a footnote's number, or by a word that was put in. */
const DRIFT = 2;

/** The anchor of a place: what is read there, so that it is found again in an edited article or on another page. */
export function anchorAt(article: Article, spot: Spot): Anchor {
  const text = runningText(article);
  return anchorOf(
    text,
    'line' in spot ? wordOfLine(text, spot.line) : wordOfPart(text, spot.fraction),
  );
}

/** Where an anchor is in an article: at its words, else below its heading, else as far in as it was. */
export function placeOf(anchor: Anchor, article: Article): Place {
  const text = runningText(article);
  const at = found(anchor, text) ?? inSection(anchor, text) ?? wordOfPart(text, anchor.fraction);
  return { line: text.lines[at] ?? article.bodyOffset + 1, fraction: partOf(text, at) };
}

/**
 * The line, from 1, at which an article's anchor is on a page that shows it; undefined where the page does not show the
 * words, as that of another section.
 */
export function lineOnPage(anchor: Anchor, page: string): number | undefined {
  const text = pageText(page);
  const at = found(anchor, text) ?? gathered(anchor, text.words);
  return at === undefined ? undefined : text.lines[at];
}

/** Words of a page among which those of an anchor may stand in another order: the cells of a table that were broken. */
const WINDOW = 45;
/** How many of an anchor's different words must be among them. */
const MOST = 0.75;

/** The first of the anchor's words where most of them are near each other, in whatever order. */
function gathered({ before, after }: Anchor, words: readonly string[]): number | undefined {
  const wanted = new Set([...before, ...after]);
  const last = new Map<string, number>();
  let best = { at: 0, count: 0 };
  words.forEach((word, index) => {
    if (!wanted.has(word)) return;
    last.set(word, index);
    const count = [...last.values()].filter((at) => at > index - WINDOW).length;
    if (count > best.count) best = { at: index, count };
  });
  if (best.count < Math.max(3, wanted.size * MOST)) return undefined;
  const from = Math.max(0, best.at - WINDOW + 1);
  const first = words.slice(from, best.at + 1).findIndex((word) => after.includes(word));
  return from + Math.max(0, first);
}

function anchorOf(text: Running, at: number): Anchor {
  return {
    headings: headingsAbove(text, at),
    after: text.words.slice(at, at + AFTER),
    before: text.words.slice(Math.max(0, at - BEFORE), at),
    fraction: partOf(text, at),
  };
}

function partOf({ words }: Running, at: number): number {
  return words.length === 0 ? 0 : Math.round((at / words.length) * 1e4) / 1e4;
}

function wordOfPart({ words }: Running, fraction: number): number {
  return Math.min(Math.max(0, words.length - 1), Math.max(0, Math.round(fraction * words.length)));
}

/** The first word on a line or after it; what ends before it is read. */
function wordOfLine({ lines }: Running, line: number): number {
  const at = lines.findIndex((one) => one >= line);
  return at < 0 ? Math.max(0, lines.length - 1) : at;
}

function headingsAbove({ headings }: Running, at: number): string[] {
  const above: { depth: number; text: string }[] = [];
  for (const heading of headings) {
    if (heading.at > at) break;
    while ((above.at(-1)?.depth ?? 0) >= heading.depth) above.pop();
    above.push(heading);
  }
  return above.map(({ text }) => text);
}

/** The word at which most of the anchor's words are around; of several the one below its heading and nearest to where it was. */
function found(anchor: Anchor, text: Running): number | undefined {
  const wanted = anchor.before.length + anchor.after.length;
  if (wanted === 0) return undefined;
  const votes = votesFor(anchor, text.words);
  let best: { at: number; score: number } | undefined;
  for (const at of votes.keys()) {
    const score = scoreAt(at, votes) + nearness(at, anchor, text);
    if (!best || score > best.score) best = { at, score };
  }
  return best && Math.floor(best.score) >= Math.ceil(wanted * ENOUGH) ? best.at : undefined;
}

/** For each word of a text, how many of the anchor's words stand where they stood around the place. */
function votesFor({ before, after }: Anchor, words: readonly string[]): Map<number, number> {
  const offsets = new Map<string, number[]>();
  [...before, ...after].forEach((word, index) => {
    offsets.set(word, [...(offsets.get(word) ?? []), index - before.length]);
  });
  const votes = new Map<number, number>();
  words.forEach((word, index) => {
    for (const offset of offsets.get(word) ?? []) {
      const at = index - offset;
      if (at >= 0 && at < words.length) votes.set(at, (votes.get(at) ?? 0) + 1);
    }
  });
  return votes;
}

/** The votes of a word, and a little less than all of those of its neighbours: what moved apart is near. */
function scoreAt(at: number, votes: ReadonlyMap<number, number>): number {
  const own = votes.get(at) ?? 0;
  let near = 0;
  for (let step = 1; step <= DRIFT; step += 1) {
    near += (votes.get(at - step) ?? 0) + (votes.get(at + step) ?? 0);
  }
  return own + near * 0.75;
}

/** Below one: it decides only between places that are as good by their words. */
function nearness(at: number, anchor: Anchor, text: Running): number {
  const same = sameHeadings(headingsAbove(text, at), anchor.headings) ? 0.4 : 0;
  return same + 0.4 * (1 - Math.abs(at / text.words.length - anchor.fraction));
}

function sameHeadings(some: readonly string[], others: readonly string[]): boolean {
  return fold(some.join('\n')) === fold(others.join('\n'));
}

/** The beginning of the section that the place was in, or as far in the article as it was where that is within it. */
function inSection({ headings, fraction }: Anchor, text: Running): number | undefined {
  const index = text.headings.findIndex(({ at }) =>
    sameHeadings(headingsAbove(text, at), headings),
  );
  const start = text.headings[index]?.at;
  if (start === undefined || headings.length === 0) return undefined;
  const end = text.headings[index + 1]?.at ?? text.words.length;
  const was = wordOfPart(text, fraction);
  return was > start && was < end ? was : start;
}
