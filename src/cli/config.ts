import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { similar } from '../library/resolve.ts';
import { type Details, ReaderError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import type { Context } from './context.ts';
import { WIDEST } from './values.ts';

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
  themes: { fits: (value) => typeof value === 'object' && value !== null, words: 'want-themes' },
};

/**
 * The user's configuration: `$XDG_CONFIG_HOME/sijori/config.toml`; nothing when there is none.
 * @throws ReaderError `config` when it cannot be read, is no TOML, or has a key or value sijori does not know.
 */
export async function readConfig({
  env,
  locale,
}: Pick<Context, 'env' | 'locale'>): Promise<Config> {
  const path = join(
    env['XDG_CONFIG_HOME'] || join(env['HOME'] ?? '.', '.config'),
    'sijori',
    'config.toml',
  );
  const source = textOf(path);
  if (source === undefined) return { path, themes: {} };
  const { parse } = await import('smol-toml');
  try {
    return { themes: {}, ...checked(parse(source), path, locale), path };
  } catch (error) {
    if (error instanceof ReaderError) throw error;
    const { message, line, column } = error as Error & { line?: number; column?: number };
    const where = line === undefined ? path : `${path}:${line}:${column ?? 1}`;
    const reason = (message.split('\n')[0] ?? '').replace(/^Invalid TOML document: /, '');
    throw new ReaderError('config', { where, problem: 'not-toml', reason }, { cause: error });
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

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ReaderError('config', { where: path, problem: code }, { cause });
  }
}
