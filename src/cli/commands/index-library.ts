import { printable } from '../../model/printable.ts';
import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { indexing } from '../library/indexing.ts';

/** The options of `sijori index`. */
interface IndexOptions extends Common {
  readonly full?: boolean;
  readonly rebuild?: boolean;
  readonly status?: boolean;
}

/** Brings the index of the library up to date, and says what that came to. @throws ReaderError. */
export async function index(options: IndexOptions, context: Context): Promise<void> {
  const { folder } = await prepared(options, context);
  const { indexStatus, refreshIndex } = await import('../../librarian.ts');
  if (options.status) {
    const facts = await indexing(context, (around) => indexStatus({ ...around, folder }));
    const lines = Object.entries(facts).map(
      ([name, value]) => `${name}\t${printable(String(value))}`,
    );
    return context.write(`${lines.join('\n')}\n`);
  }
  const how = options.rebuild ? 'anew' : options.full ? 'contents' : 'all';
  const done = await indexing(context, (around) => refreshIndex({ ...around, folder }, how));
  const { articles, added, altered, gone, unreadable } = done;
  for (const { error } of unreadable) context.fail(error);
  await context.write(`${context.locale.text('index-done', { articles, added, altered, gone })}\n`);
}
