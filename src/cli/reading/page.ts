import { ReaderError } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import type { Theme } from '../../model/theme.ts';
import type { Format, RenderOptions } from '../../reader.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { PLAIN_THEME } from '../../theme/plain.ts';
import { TERMINAL } from '../../theme/terminal.ts';
import { THEME_NAMES, theme } from '../../theme/themes.ts';
import type { Config } from '../config/config.ts';
import { spaceOf } from './measure.ts';
import type { PageOptions } from './page-options.ts';

/** The format asked for; without, a page on a terminal and plain text in a pipe. */
function formatOf(options: PageOptions, { isTerminal, styled }: Terminal): Format {
  if (options.format) return options.format;
  if (options.json) return 'json';
  if (options.html) return 'html';
  if (options.plain || options.code !== undefined) return 'plain';
  return isTerminal || styled ? 'ansi' : 'plain';
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
  // A wrong name is an error in a pipe too, where looks do not matter.
  const asked = await themeNamed(options.theme ?? config.theme ?? 'terminal', config, locale);
  const looks = plain ? PLAIN_THEME : asked;
  return {
    format,
    colors: terminal.colors,
    styled: terminal.styled,
    hyphens: options.hyphens ?? config.hyphens ?? 'auto',
    page: {
      ...spaceOf(options, config, terminal, format),
      ...habitsOf(options, config),
      theme: looks,
      locale,
      plain,
      hyperlinks: terminal.hyperlinks && !plain,
      bidi: terminal.bidi,
    },
  };
}

/** What is asked for, else configured, else the habit. */
function habitsOf(options: PageOptions, config: Config) {
  return {
    wrap: options.wrap === 'greedy' ? ('greedy' as const) : ('fit' as const),
    justify: options.justify ?? config.justify ?? false,
    smart: options.smart ?? config.smart ?? false,
    lineNumbers: options.lineNumbers ?? false,
    header: (options.header ?? true) && options.code === undefined,
  };
}

/** An error in a theme, with the place of the theme before the place in it. */
function inFile(error: unknown, place: string): unknown {
  if (!(error instanceof ReaderError)) return error;
  const where = `${place}.${error.details['where']}`;
  return new ReaderError(error.code, { ...error.details, where }, { cause: error });
}

/** The theme of a name. @throws ReaderError `usage` where there is none, `config` for one of the configuration that is wrong. */
export async function themeNamed(name: string, config: Config, locale: Locale): Promise<Theme> {
  const own = Object.hasOwn(config.themes, name) ? config.themes[name] : undefined;
  if (own !== undefined) {
    const { readTheme } = await import('../../theme/user-theme.ts');
    try {
      return readTheme(own, TERMINAL);
    } catch (error) {
      throw inFile(error, `${config.path}: themes.${name}`);
    }
  }
  const found = theme(name);
  if (found) return found;
  const choices = [...THEME_NAMES, ...Object.keys(config.themes)].join(', ');
  const wanted = locale.text('want-one-of', { choices });
  const message = locale.text('invalid-value', { option: '--theme', value: name, wanted });
  throw new ReaderError('usage', { message, command: 'read ' });
}
