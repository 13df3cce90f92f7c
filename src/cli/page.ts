import { ReaderError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import type { Theme } from '../model/theme.ts';
import type { Format, RenderOptions } from '../reader.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { THEME_NAMES, theme } from '../theme/themes.ts';
import type { Config } from './config.ts';
import type { WidthChoice } from './values.ts';

/** The options of `read` that say how a page looks. */
export interface PageOptions {
  readonly format?: Format;
  readonly plain?: boolean;
  readonly json?: boolean;
  readonly html?: boolean;
  readonly width?: WidthChoice;
  readonly wrap?: 'fit' | 'greedy' | 'none';
  readonly hyphens?: 'auto' | 'on' | 'off';
  readonly justify?: boolean;
  readonly theme?: string;
  readonly header?: boolean;
  readonly lineNumbers?: boolean;
}

/** The measure: lines of this many columns read well (research/indonesian.md §6 gives 45 to 80). */
const MEASURE = 72;

/** The format asked for; without, a page on a terminal and plain text in a pipe. */
export function formatOf(options: PageOptions, { isTerminal, styled }: Terminal): Format {
  if (options.format) return options.format;
  if (options.json) return 'json';
  if (options.html) return 'html';
  if (options.plain) return 'plain';
  return isTerminal || styled ? 'ansi' : 'plain';
}

/** Columns of the page; `Infinity` where lines are never broken. */
export function widthOf(options: PageOptions, config: Config, { columns }: Terminal): number {
  const choice = options.wrap === 'none' ? 0 : (options.width ?? config.width);
  if (choice === 0) return Number.POSITIVE_INFINITY;
  if (choice === 'full') return columns ?? MEASURE;
  return choice ?? Math.min(MEASURE, columns ?? MEASURE);
}

/** All that `render` needs, from options, configuration and terminal. */
export async function renderOptions(
  options: PageOptions,
  config: Config,
  terminal: Terminal,
  locale: Locale,
): Promise<RenderOptions> {
  const format = formatOf(options, terminal);
  const plain = format === 'plain';
  const looks = await themeNamed(
    plain ? 'plain' : (options.theme ?? config.theme ?? 'terminal'),
    config,
  );
  return {
    format,
    colors: terminal.colors,
    styled: terminal.styled,
    hyphens: options.hyphens ?? config.hyphens ?? 'auto',
    page: {
      width: widthOf(options, config, terminal),
      theme: looks,
      locale,
      plain,
      hyperlinks: terminal.hyperlinks && !plain,
      bidi: terminal.bidi,
      wrap: options.wrap === 'greedy' ? 'greedy' : 'fit',
      justify: options.justify ?? config.justify ?? false,
      lineNumbers: options.lineNumbers ?? false,
      header: options.header ?? true,
    },
  };
}

async function themeNamed(name: string, config: Config): Promise<Theme> {
  const own = Object.hasOwn(config.themes, name) ? config.themes[name] : undefined;
  if (own !== undefined) {
    const { readTheme } = await import('../theme/user-theme.ts');
    const base = theme('terminal');
    if (base) return readTheme(own, base);
  }
  const found = theme(name);
  if (found) return found;
  const names = [...THEME_NAMES, ...Object.keys(config.themes)].join(', ');
  throw new ReaderError('usage', { message: `--theme ${name}: ${names}`, command: 'read ' });
}
