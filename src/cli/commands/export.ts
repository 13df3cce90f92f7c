import type { Context } from '../context.ts';
import { exportTo } from '../exporting/exporting.ts';
import { type ExportChoices, filesAsked } from '../exporting/format.ts';
import { streamed } from '../exporting/streaming.ts';
import { eachChosen } from '../lists/filters.ts';
import { type AskingOptions, askedOf } from '../query/asked.ts';

/** The options of `sijori export`. */
type ExportOptions = AskingOptions & ExportChoices;

/** Writes out the articles that fit: as JSON lines, or a file each into a folder. @throws ReaderError when none does. */
export async function exportAll(
  words: readonly string[],
  options: ExportOptions,
  context: Context,
): Promise<void> {
  const files = filesAsked(options, context);
  const asked = await askedOf(words, options, context);
  if (!asked) return;
  const entries = eachChosen(asked, options, context);
  if (!files) return streamed(entries, context);
  const { force = false } = options;
  await exportTo(entries, { ...files, force, config: asked.config }, context);
}
