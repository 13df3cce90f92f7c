import type { Common } from '../common.ts';
import type { Context } from '../context.ts';
import type { ListFormat } from '../lists/listing.ts';
import { historyOf, historyText } from '../state/history.ts';
import { readingState } from '../state/reading-state.ts';

/** The options of `sijori history`. */
interface HistoryOptions extends Common, ListFormat {
  readonly limit?: number;
}

/** Lists what was opened and read, the last first. @throws ReaderError `nothing-opened`. */
export async function history(options: HistoryOptions, context: Context): Promise<void> {
  const visits = historyOf(readingState(context).readings());
  await context.write(historyText(visits.slice(0, options.limit), options, context));
}
