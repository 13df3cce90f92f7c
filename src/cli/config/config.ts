import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { similar } from '../../library/resolve.ts';
import { type Details, ReaderError } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import type { Context } from '../context.ts';
import { WIDEST } from '../values.ts';

/** What `config.toml` may say; options on the command line win over it. */
export interface Config {
  /** The file, whether there is one or not. */
  readonly path: string;
  readonly library?: string;
  readonly lang?: string;
  readonly theme?: string;
  readonly width?: number | 'full';
  readonly hyphens?: 'auto' | 'on' | 'off';
  readonly justify?: boolean;
  readonly smart?: boolean;
  readonly margin?: number;
  readonly center?: boolean;
  readonly pager?: 'auto' | 'never' | 'always';
  /** Whether it is kept what is read on a terminal. */
  readonly history?: boolean;
  /** Themes of the user's own, by name; checked when one is used. */
  readonly themes: Readonly<Record<string, unknown>>;
  /** Queries that `query:name` stands for; read when one is used. */
  readonly queries: Readonly<Record<string, string>>;
}

/** What a key may hold: a test, and the words for it. */
interface Kind {
  fits(value: unknown): boolean;
  readonly words: string;
  readonly choices?: string;
}

const text: Kind = {
  fits: (value) => typeof value === 'string' && value !== '',
  words: 'want-text',
};
const flag: Kind = { fits: (value) => typeof value === 'boolean', words: 'want-flag' };
const count: Kind = {
  fits: (value) => Number.isInteger(value) && (value as number) >= 0,
  words: 'want-count',
};
const oneOf = (...choices: readonly string[]): Kind => ({
  fits: (value) => choices.includes(value as string),
  words: 'want-one-of',
  choices: choices.join(', '),
});

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The keys of the file and what each may hold. */
const KEYS: Readonly<Record<string, Kind>> = {
  library: text,
  lang: oneOf('id', 'en'),
  theme: text,
  width: {
    fits: (value) => value === 'full' || (count.fits(value) && (value as number) <= WIDEST),
    words: 'want-width',
  },
  hyphens: oneOf('auto', 'on', 'off'),
  justify: flag,
  smart: flag,
  center: flag,
  margin: count,
  pager: oneOf('auto', 'never', 'always'),
  history: flag,
  themes: { fits: isTable, words: 'want-themes' },
  queries: {
    fits: (value) => isTable(value) && Object.values(value).every((one) => typeof one === 'string'),
    words: 'want-queries',
  },
};

/** The file of the configuration, whether it is there or not: `$XDG_CONFIG_HOME/sijori/config.toml`. */
export function configPath({ env }: Pick<Context, 'env'>): string {
  const home = env['XDG_CONFIG_HOME'] || join(env['HOME'] ?? '.', '.config');
  return join(home, 'sijori', 'config.toml');
}

/**
 * The user's configuration; nothing when there is none.
 * @throws ReaderError `config` when it cannot be read, is no TOML, or has a key or value sijori does not know.
 */
export async function readConfig({
  env,
  locale,
}: Pick<Context, 'env' | 'locale'>): Promise<Config> {
  const path = configPath({ env });
  const source = textOf(path);
  return {
    themes: {},
    queries: {},
    ...(source === undefined ? {} : await configOf(source, path, locale)),
    path,
  };
}

/** What a configuration says. @throws ReaderError as {@link readConfig}. */
export async function configOf(
  source: string,
  path: string,
  locale: Locale,
): Promise<Partial<Config>> {
  const { parse } = await import('smol-toml');
  try {
    return checked(parse(source), path, locale);
  } catch (error) {
    if (error instanceof ReaderError) throw error;
    const { message, line, column } = error as Error & { line?: number; column?: number };
    const where = line === undefined ? path : `${path}:${line}:${column ?? 1}`;
    const reason = (message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '');
    throw new ReaderError('config', { where, problem: 'not-toml', reason }, { cause: error });
  }
}

/** The language that the configuration asks for, seen without reading it whole: errors in it have a language as well. */
export function configuredLanguage(env: Context['env']): string | undefined {
  try {
    const [top = ''] = readFileSync(configPath({ env }), 'utf8').split(/^\s*\[/m);
    return /^[ \t]*lang[ \t]*=[ \t]*["'](id|en)["']/m.exec(top)?.[1];
  } catch {
    return undefined;
  }
}

function checked(
  table: Readonly<Record<string, unknown>>,
  path: string,
  locale: Locale,
): Partial<Config> {
  for (const [key, value] of Object.entries(table)) {
    const kind = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (kind?.fits(value)) continue;
    const problem = kind ? badValue(kind, locale) : unknownKey(key, locale);
    throw new ReaderError('config', { where: `${path}: ${key}`, ...problem });
  }
  return table;
}

function badValue({ words, choices = '' }: Kind, locale: Locale): Details {
  return { problem: 'bad-value', wanted: locale.text(words, { choices }) };
}

function unknownKey(key: string, locale: Locale): Details {
  const words = similar(key, Object.keys(KEYS)).join(', ');
  const suggestion = words === '' ? '' : locale.text('did-you-mean', { words });
  return { problem: 'unknown-key', suggestion };
}

/** The text of the file; undefined when there is none. @throws ReaderError `config` when it cannot be read. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ReaderError('config', { where: path, problem: code }, { cause });
  }
}
