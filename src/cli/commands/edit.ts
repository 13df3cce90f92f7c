import { openArticle } from '../../reader.ts';
import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { filesNamed } from '../reading/articles.ts';
import { openInEditor } from '../writing/editor.ts';

/** Opens articles in the user's editor, and says afterwards what cannot be read of them. @throws ReaderError. */
export async function edit(
  names: readonly string[],
  options: Common,
  context: Context,
): Promise<void> {
  const { config } = await prepared(options, context);
  const paths = await filesNamed(names, options, config, context);
  if (paths.length === 0) return;
  await openInEditor(paths, context);
  for (const path of paths) {
    await context.trying(async () => {
      const { notices } = await openArticle(path);
      for (const notice of notices) context.warn(path, notice);
    });
  }
}
