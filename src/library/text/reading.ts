import { type Block, blocksOf } from './blocks.ts';
import type { Stretch } from './extent.ts';
import type { Finder, Hit } from './finder.ts';
import { isUnread, unmarkedLines, withoutComments } from './unmarked.ts';

/** A text in Markdown of which no more lines are read than are asked for: a passage is of one paragraph of hundreds. */
export class Reading {
  readonly #markdown: string;
  readonly #bare: string;
  #blocks: readonly Block[] | undefined;

  constructor(markdown: string) {
    this.#markdown = markdown;
    this.#bare = withoutComments(markdown);
  }

  /** The blocks of what is read, in order. */
  get blocks(): readonly Block[] {
    const bare = this.#bare;
    this.#blocks ??= blocksOf(this.#markdown, (line, start) =>
      isUnread(bare.slice(start, start + line.length)),
    );
    return this.#blocks;
  }

  /** What is read of whole lines. */
  linesOf({ start, end }: Stretch): string {
    return unmarkedLines(this.#bare.slice(start, end));
  }

  /** The text with these whole lines as they are read, and others as they are written. */
  with(lines: Stretch): string {
    const bare = this.#bare;
    return bare.slice(0, lines.start) + this.linesOf(lines) + bare.slice(lines.end);
  }

  /** The hits in what is read, from left to right. Linear. */
  hitsOf(finder: Finder): Hit[] {
    const { sieve } = finder;
    const bare = this.#bare;
    if (sieve && !sieve.next(bare, 0)) return [];
    // A phrase may go over the end of a line.
    if (!sieve || sieve.tellsGaps) return finder.hitsIn(unmarkedLines(bare), 'body');
    const hits: Hit[] = [];
    for (let run = sieve.next(bare, 0); run; ) {
      const start = bare.lastIndexOf('\n', run.start) + 1;
      const next = bare.indexOf('\n', run.end);
      const end = next < 0 ? bare.length : next;
      for (const hit of finder.hitsIn(this.linesOf({ start, end }), 'body'))
        hits.push({ ...hit, start: start + hit.start, end: start + hit.end });
      run = sieve.next(bare, end);
    }
    return hits;
  }
}
