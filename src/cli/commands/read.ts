import { partOf, render } from '../../reader.ts';
import { articlesNamed } from '../articles.ts';
import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { renderOptions } from '../page.ts';
import type { PageOptions } from '../page-options.ts';
import { show } from '../show.ts';

/** The options of `sijori read`. */
export interface ReadOptions extends Common, PageOptions {
  readonly section?: string;
  readonly toc?: boolean;
  readonly emoji?: boolean;
  readonly pager?: 'auto' | 'never' | 'always';
}

/** Shows the articles named, or the newest; what cannot be read is reported and the rest is shown. */
export async function read(
  names: readonly string[],
  options: ReadOptions,
  context: Context,
): Promise<void> {
  const { config } = await prepared(options, context);
  const settings = await renderOptions(options, config, context.terminal, context.locale);
  const texts: string[] = [];
  for await (const article of articlesNamed(names, options, config, context)) {
    for (const notice of article.notices) context.warn(article.path, notice);
    await context.trying(async () => {
      texts.push(await render(partOf(article, options), settings));
    });
  }
  const pager = options.pager ?? config.pager ?? 'auto';
  await show(texts, { format: settings.format, pager }, context);
}
