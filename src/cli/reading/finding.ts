import { finderOf } from '../../library/text/finder.ts';
import { lineOfHit, withHits } from '../../library/text/page-hits.ts';
import type { Line, Style } from '../../model/line.ts';
import type { Config } from '../config/config.ts';
import type { Context } from '../context.ts';
import { queryFrom } from '../query/querying.ts';

/** Lines of a page that are shown above the first hit. */
const ABOVE = 3;

/** Marks the words of a query on the pages it is given, and knows where the first page has most of them. */
interface WordsOnPages {
  change(lines: readonly Line[]): readonly Line[];
  /**
   * The line of the first page, from 1, that a terminal is to show first; undefined in a pipe, which gets the whole page,
   * and where the words are not on it. Says so where they are on no page.
   */
  first(context: Context): number | undefined;
}

/** The words of a query on pages, in a style. @throws ReaderError `query`. */
export function wordsOnPages(words: string, config: Config, mark: Style): WordsOnPages {
  const finder = finderOf(queryFrom([words], {}, config));
  const places: (number | undefined)[] = [];
  return {
    change: (lines) => {
      places.push(lineOfHit(lines, finder));
      return withHits(lines, finder, mark);
    },
    first: ({ terminal, locale, say }) => {
      const isMissing = places.length > 0 && places.every((place) => place === undefined);
      if (isMissing) say(`sijori: ${locale.text('no-hits', { query: words, suggestion: '' })}`);
      const [place] = places;
      return place === undefined || !terminal.isTerminal
        ? undefined
        : Math.max(1, place + 1 - ABOVE);
    },
  };
}
