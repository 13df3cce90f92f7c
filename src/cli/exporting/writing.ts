import { resolve } from 'node:path';
import type { Destination } from '../../library/exporting/destination.ts';
import { relinked } from '../../library/exporting/relink.ts';
import type { Article } from '../../model/article.ts';
import { render } from '../../reader.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import type { Config } from '../config/config.ts';
import type { Context } from '../context.ts';
import { renderOptions } from '../reading/page.ts';
import type { FileFormat } from './format.ts';

/** A file is no terminal, and the same on whichever it was asked for. */
const NO_TERMINAL: Terminal = {
  isTerminal: false,
  columns: undefined,
  rows: undefined,
  colors: 0,
  styled: false,
  hyperlinks: false,
  bidi: false,
};

/**
 * What makes the text of a file in a destination of an article and the file's name. Links lead on from there, but in
 * JSON, which says where they lead beside what is written. @throws ReaderError `usage` or `config` for a theme that is none.
 */
export async function writerOf(
  format: FileFormat,
  destination: Destination,
  config: Config,
  { cwd, locale }: Context,
): Promise<(article: Article, file: string) => Promise<string>> {
  const settings = await renderOptions({ format }, config, NO_TERMINAL, locale);
  return async (article, file) => {
    if (format === 'json') return render(article, settings);
    const made = relinked(article, resolve(cwd, article.path), destination);
    return render(format === 'plain' ? settled(made, file) : made, settings);
  };
}

/** An article at its new place, without the address of its source: its links are resolved, and would be once more. */
function settled({ meta: { source: _, ...meta }, ...article }: Article, path: string): Article {
  return { ...article, path, meta };
}
