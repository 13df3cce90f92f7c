import { countTags } from '../../library/select.ts';
import { largest } from '../../model/measure.ts';
import { printable } from '../../model/printable.ts';
import { width } from '../../model/width.ts';
import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { openLibrary } from '../library.ts';
import { type ListFormat, rowsAs } from '../listing.ts';

/** The options of `sijori tags`. */
export interface TagsOptions extends Common, ListFormat {}

/** Lists the tags of the library with how many articles have each, the most used first. */
export async function tags(options: TagsOptions, context: Context): Promise<void> {
  const { folder } = await prepared(options, context);
  const counts = countTags(openLibrary(folder, context));
  await context.write(textOf(counts, options, context));
}

function textOf(
  counts: ReturnType<typeof countTags>,
  options: TagsOptions,
  { terminal }: Context,
): string {
  const rows = counts.map(({ tag, count }) => ({ tag, count }));
  const wantsRows = options.ndjson || options.json !== undefined || options.plain;
  if (wantsRows || !terminal.isTerminal) return rowsAs(rows, options);
  const digits = largest(counts.map(({ count }) => width(String(count))));
  return counts
    .map(({ tag, count }) => `${String(count).padStart(digits)}  ${printable(tag)}\n`)
    .join('');
}
