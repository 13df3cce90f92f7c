import { articlesNamed } from '../articles.ts';
import { prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { type ReadOptions, readAll } from '../reading.ts';

/** Shows the articles named, or the newest that is not read; what cannot be read is reported and the rest is shown. */
export async function read(
  names: readonly string[],
  options: ReadOptions,
  context: Context,
): Promise<void> {
  const { config } = await prepared(options, context);
  await readAll(articlesNamed(names, options, config, context), options, config, context);
}
