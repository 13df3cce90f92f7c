import { ReaderError } from '../../model/errors.ts';
import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { openLibrary } from '../library/library.ts';
import { type ArticleFormat, listing } from '../lists/listing.ts';
import { queryFrom } from '../query/querying.ts';
import { unreadFitting } from '../reading/choosing.ts';
import { within } from '../state/queue.ts';

/** The options of `sijori next`. */
interface NextOptions extends Common, ArticleFormat {
  readonly minutes?: number;
  readonly limit?: number;
  readonly count?: boolean;
}

/** How many are listed where neither minutes nor a number are asked for. */
const USUAL = 10;

/** Lists what can be read next: the newest that are not read and fit. @throws ReaderError when there is nothing. */
export async function next(
  words: readonly string[],
  options: NextOptions,
  context: Context,
): Promise<void> {
  const { config, folder } = await prepared(options, context);
  const opened = { shelf: await openLibrary(folder, context), folder };
  const { minutes, limit = minutes === undefined ? USUAL : Number.MAX_SAFE_INTEGER } = options;
  const query = queryFrom(words, {}, config);
  const few = minutes === undefined ? { ...opened, limit } : opened;
  const unread = await unreadFitting(query, few, context);
  const found = minutes === undefined ? unread : await within(minutes, unread, opened, context);
  if (found.length === 0 && limit > 0) throw new ReaderError('nothing-unread');
  const some = found.slice(0, limit);
  await context.write(options.count ? `${some.length}\n` : listing(some, options, context));
}
