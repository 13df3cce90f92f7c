import type { PageSettings } from '../src/layout/frame.ts';
import { layout } from '../src/layout/layout.ts';
import { toolsFor } from '../src/layout/tools.ts';
import { localeFor } from '../src/locale/locale.ts';
import type { Article } from '../src/model/article.ts';
import type { Line } from '../src/model/line.ts';
import { PLAIN_THEME } from '../src/theme/plain.ts';
import { TERMINAL } from '../src/theme/terminal.ts';

/** How a test wants a page; what it does not say is as on a terminal of its width, without a header. */
export interface Wanted extends Partial<Omit<PageSettings, 'tools' | 'theme' | 'locale'>> {
  readonly width: number;
  readonly hyphens?: 'auto' | 'on' | 'off';
}

/** The lines of an article, laid out as the program does it. */
export async function pageOf(article: Article, wanted: Wanted): Promise<Line[]> {
  const { hyphens = 'auto', ...given } = wanted;
  const page = {
    theme: given.plain ? PLAIN_THEME : TERMINAL,
    locale: localeFor('en'),
    plain: false,
    hyperlinks: false,
    bidi: false,
    wrap: 'fit' as const,
    justify: false,
    smart: false,
    lineNumbers: false,
    header: false,
    margin: 0,
    ...given,
  };
  const tools = await toolsFor(article, { format: page.plain ? 'plain' : 'ansi', hyphens, page });
  return layout(article, { ...page, tools });
}

/** A line as the eye sees it. */
export function seen(line: Line): string {
  return line.map(({ text }) => text).join('');
}
