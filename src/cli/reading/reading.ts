import type { Anchor } from '../../library/state/change.ts';
import type { Article } from '../../model/article.ts';
import { partOf, type RenderOptions, render } from '../../reader.ts';
import type { Common } from '../common.ts';
import type { Config } from '../config/config.ts';
import type { Context } from '../context.ts';
import { renderOptions } from './page.ts';
import type { PageOptions } from './page-options.ts';
import { show } from './show.ts';

/** The options of `read` and `continue`. */
export interface ReadOptions extends Common, PageOptions {
  readonly section?: string;
  readonly toc?: boolean;
  readonly emoji?: boolean;
  readonly pager?: 'auto' | 'never' | 'always';
  /** Where to begin. */
  readonly at?: string;
  /** Words to mark, and to begin at. */
  readonly find?: string | undefined;
}

interface Opened {
  readonly article: Article;
  readonly text: string;
  readonly place: Anchor | undefined;
}

/** Milliseconds in which a page is seen or its pager started: what is kept of the reading is kept after that. */
const SEEN = 40;

/**
 * Shows articles, the first from a place on; what cannot be read is reported and the rest is shown. On a terminal it is
 * kept that they were opened, unless the configuration says `history = false`.
 */
export async function readAll(
  articles: AsyncIterable<Article | undefined>,
  options: ReadOptions & { readonly place?: Anchor | undefined },
  config: Config,
  context: Context,
): Promise<void> {
  const settings = await renderOptions(options, config, context.terminal, context.locale);
  const found = await onPages(options.find, config, settings);
  const { opened, asked } = await opening(articles, { ...settings, ...found }, options, context);
  const isPage = settings.format === 'ansi' || settings.format === 'plain';
  const place = isPage ? await lineOf(opened[0]) : undefined;
  const from = place ?? found?.first(context);
  const texts = opened.map(({ text }) => text);
  const pager = options.pager ?? config.pager ?? 'auto';
  const showing = show(texts, { format: settings.format, pager, from, asked }, context);
  const isRead = isPage && context.terminal.isTerminal && !options.toc;
  if (isRead && config.history !== false) {
    await Promise.race([showing, seen()]);
    (await import('./remember.ts')).remember(opened, context);
  }
  await showing;
}

/** What could be opened of the articles, laid out, and how many there were. */
async function opening(
  articles: AsyncIterable<Article | undefined>,
  settings: RenderOptions,
  options: Parameters<typeof readAll>[1],
  context: Context,
): Promise<{ opened: Opened[]; asked: number }> {
  const opened: Opened[] = [];
  let asked = 0;
  for await (const article of articles) {
    asked += 1;
    if (!article) continue;
    for (const notice of article.notices) context.warn(article.path, notice);
    await context.trying(async () => {
      const place = options.place ?? (await placeAsked(article, options.at));
      const text = await render(partOf(article, options), settings);
      opened.push({ article, text, place });
    });
  }
  return { opened, asked };
}

async function onPages(words: string | undefined, config: Config, settings: RenderOptions) {
  if (words === undefined) return undefined;
  const { wordsOnPages } = await import('./finding.ts');
  return wordsOnPages(words, config, settings.page.theme.styles.mark);
}

async function placeAsked(article: Article, at: string | undefined): Promise<Anchor | undefined> {
  return at === undefined ? undefined : (await import('./placing.ts')).placeIn(article, at);
}

async function lineOf(first: Opened | undefined): Promise<number | undefined> {
  if (!first?.place) return undefined;
  const { lineToShow } = await import('./placing.ts');
  return lineToShow(first.place, first.article, first.text);
}

function seen(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, SEEN).unref();
  });
}
