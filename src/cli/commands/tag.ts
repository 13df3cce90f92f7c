import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { readingState } from '../state/reading-state.ts';
import { changeTags, filesAsked, type TagWriting, tagsAsked } from '../writing/tagging.ts';

/** The options of `sijori tag`. */
interface TagOptions extends Common, TagWriting {}

/** Adds tags to articles, takes tags away, or renames a tag, in the front matter of the files. @throws ReaderError. */
export async function tag(
  words: readonly string[],
  options: TagOptions,
  context: Context,
): Promise<void> {
  const asked = tagsAsked(words, context);
  const { config } = await prepared(options, context);
  const where = { library: options.library, config, state: readingState(context) };
  const paths = await filesAsked(asked, where, context);
  const changes = words.slice(0, words.length - asked.query.length);
  const command = ['tag', ...changes.map((word) => word.replace(/^!/, '-'))].join(' ');
  await changeTags(paths, asked, { ...options, command }, context);
}
