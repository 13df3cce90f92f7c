import { blocksOf, headingsAbove } from './blocks.ts';
import { bestOf } from './cluster.ts';
import { extentOf, STOPPED, type Stretch } from './extent.ts';
import type { Finder } from './finder.ts';
import { Reading } from './reading.ts';
import { HIDDEN } from './unmarked.ts';

/** The place of an article that tells best why it was found. */
export interface Passage {
  /** Words as they are read, without signs of Markdown; an ellipsis where it begins or ends within a sentence. */
  readonly text: string;
  /** The hits in it, from left to right, none within another. */
  readonly hits: readonly Stretch[];
  /** Texts of the headings above it, the outermost first. */
  readonly headings: readonly string[];
  /** The line of the file, from 1, of the first hit; where there is none, of the first word. */
  readonly line: number;
}

/** An article as its passages are looked for. */
export interface Readable {
  /** The whole file. */
  readonly text: string;
  readonly body: string;
  /** Lines of the file before the body. */
  readonly bodyOffset: number;
  readonly title: string;
  readonly description?: string | undefined;
}

/**
 * The passage of an article with the most words of the query, nearest to each other, of about `room` UTF-16 units. Where
 * the body has none of them, its description or its first words, and the line of the head that has one. Linear.
 */
export function passageOf(article: Readable, finder: Finder, room: number): Passage {
  const reading = new Reading(article.body);
  const seen = reading.hitsOf(finder);
  // What is only in an address or the like is shown as it is written.
  const isSeen = seen.length > 0;
  const hits = isSeen ? seen : finder.hitsIn(article.body, 'body');
  const blocks = () => (isSeen ? reading.blocks : blocksOf(article.body, isEmpty));
  const best = hits.length > 0 ? bestOf(hits, blocks(), room) : undefined;
  if (!best) return leadOf(article, reading, finder, room);
  const body = isSeen ? reading.with(best.block) : article.body;
  const extent = extentOf(body, best, room);
  const within = hits.filter(({ start, end }) => start >= extent.start && end <= extent.end);
  return {
    ...shown(body, extent, best.block, within),
    headings: headingsAbove(best.block, reading, article.title),
    line: article.bodyOffset + lineAt(article.body, best.start),
  };
}

function isEmpty(line: string): boolean {
  return line.trim() === '';
}

/** The line of a page, from 1, of the passage with the most words, nearest to each other; undefined where there is none. */
export function lineOfBest(page: string, finder: Finder, room: number): number | undefined {
  const best = bestOf(finder.hitsIn(page, 'body'), blocksOf(page, isEmpty), room);
  return best && lineAt(page, best.start);
}

/** A stretch as it is read: hidden signs left out, blanks one, and where the hits are in it. */
function shown(
  text: string,
  { start, end }: Stretch,
  block: Stretch,
  hits: readonly Stretch[],
): Pick<Passage, 'text' | 'hits'> {
  const words = new Words(isBroken(text, block.start, start) ? '…' : '');
  const places: Stretch[] = [];
  let at = start;
  for (const hit of hits) {
    if (hit.start < at) continue;
    words.add(text.slice(at, hit.start));
    const from = words.length;
    words.add(text.slice(hit.start, hit.end));
    places.push({ start: from, end: words.length });
    at = hit.end;
  }
  words.add(text.slice(at, end));
  words.end(end < block.end && !STOPPED.test(text.slice(end - 4, end)) ? '…' : '');
  return { text: words.text, hits: places };
}

/** Whether a place is within a sentence. */
function isBroken(text: string, block: number, at: number): boolean {
  return at > block && !STOPPED.test(text.slice(block, at).trimEnd().slice(-4));
}

/** Text that is put together with one blank where there are several, and none at its ends. */
class Words {
  text: string;
  #begun = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Where what is added next will begin. */
  get length(): number {
    return this.text.length;
  }

  add(part: string): void {
    const clean = part.replaceAll(HIDDEN, '').replace(/\s+/g, ' ');
    const starts = this.#begun && !this.text.endsWith(' ') ? clean : clean.trimStart();
    this.text += starts;
    if (starts !== '') this.#begun = true;
  }

  end(sign: string): void {
    this.text = this.text.trimEnd() + sign;
  }
}

/** The line of an offset, from 1. */
function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1))
    line += 1;
  return line;
}

/** What stands for an article whose body has none of the words. */
function leadOf(article: Readable, reading: Reading, finder: Finder, room: number): Passage {
  const head = article.text.split('\n', article.bodyOffset).join('\n');
  const [hit] = finder.hitsIn(head, 'title');
  const first = () => reading.blocks.find(({ depth }) => depth === 0) ?? reading.blocks[0];
  const line = hit
    ? lineAt(head, hit.start)
    : article.bodyOffset + lineAt(article.body, first()?.start ?? 0);
  const { description } = article;
  if (description !== undefined) {
    const whole = { start: 0, end: description.length, depth: 0 };
    const hits = finder.hitsIn(description, 'body');
    const from = { start: hits[0]?.start ?? 0, end: hits[0]?.end ?? 0, block: whole };
    return {
      ...shown(description, extentOf(description, from, room), whole, hits),
      headings: [],
      line,
    };
  }
  const block = first();
  if (!block) return { text: '', hits: [], headings: [], line };
  const body = reading.with(block);
  const start = { start: block.start, end: block.start, block };
  return { ...shown(body, extentOf(body, start, room), block, []), headings: [], line };
}
