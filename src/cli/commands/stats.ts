import { ansi } from '../../emit/ansi.ts';
import { plain } from '../../emit/plain.ts';
import { statisticsOf } from '../../library/state/statistics.ts';
import { now } from '../clock.ts';
import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { openLibrary } from '../library/library.ts';
import { takeStock } from '../library/stock.ts';
import { statisticsJson, statisticsLines } from '../lists/statistics.ts';
import { statisticsPage } from '../lists/statistics-page.ts';
import { readingState } from '../state/reading-state.ts';

/** The options of `sijori stats`. */
interface StatsOptions extends Common {
  readonly json?: boolean;
  readonly plain?: boolean;
}

/** Counts what the library has, and what was read of it and when. @throws ReaderError. */
export async function stats(options: StatsOptions, context: Context): Promise<void> {
  const { folder } = await prepared(options, context);
  const shelf = await openLibrary(folder, context);
  const taken = await takeStock(shelf, readingState(context), { folder, context });
  const today = now().slice(0, 10);
  const found = statisticsOf(taken.articles, today);
  await context.write(textOf(taken.stock, found, today));

  function textOf(stock: typeof taken.stock, counts: typeof found, day: string): string {
    if (options.json) return statisticsJson(stock, counts);
    const { isTerminal, styled, colors } = context.terminal;
    if (options.plain || (!isTerminal && !styled)) return statisticsLines(stock, counts);
    const lines = statisticsPage(stock, counts, day, context);
    return styled ? ansi(lines, { colors }) : plain(lines);
  }
}
