import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReaderError } from '../model/errors.ts';

/** What `config.toml` may say; options on the command line win over it. */
export interface Config {
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
  /** Themes of the user's own, by name; checked when one is used. */
  readonly themes: Readonly<Record<string, unknown>>;
}

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === 'string' && value !== '';
const isFlag: Check = (value) => typeof value === 'boolean';
const isOneOf =
  (...choices: readonly string[]): Check =>
  (value) =>
    choices.includes(value as string);

/** The keys of the file and what each may hold. */
const KEYS: Readonly<Record<string, Check>> = {
  library: isText,
  lang: isOneOf('id', 'en'),
  theme: isText,
  width: (value) => value === 'full' || (Number.isInteger(value) && (value as number) >= 0),
  hyphens: isOneOf('auto', 'on', 'off'),
  justify: isFlag,
  smart: isFlag,
  center: isFlag,
  margin: (value) => Number.isInteger(value) && (value as number) >= 0,
  pager: isOneOf('auto', 'never', 'always'),
  themes: (value) => typeof value === 'object' && value !== null,
};

/**
 * The user's configuration: `$XDG_CONFIG_HOME/sijori/config.toml`; nothing when there is none.
 * @throws ReaderError `config` when it cannot be read, is no TOML, or has a key or value sijori does not know.
 */
export async function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): Promise<Config> {
  const path = join(
    env['XDG_CONFIG_HOME'] || join(env['HOME'] ?? '.', '.config'),
    'sijori',
    'config.toml',
  );
  const text = textOf(path);
  if (text === undefined) return { themes: {} };
  const { parse } = await import('smol-toml');
  try {
    return { themes: {}, ...checked(parse(text), path) };
  } catch (error) {
    if (error instanceof ReaderError) throw error;
    const { message, line, column } = error as Error & { line?: number; column?: number };
    const where = line === undefined ? path : `${path}:${line}:${column ?? 1}`;
    throw new ReaderError(
      'config',
      { where, problem: message.split('\n')[0] ?? '' },
      { cause: error },
    );
  }
}

function checked(table: Readonly<Record<string, unknown>>, path: string): Partial<Config> {
  for (const [key, value] of Object.entries(table)) {
    const check = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (!check)
      throw new ReaderError('config', { where: path, problem: `unknown-key ${key}`, key });
    if (!check(value))
      throw new ReaderError('config', { where: path, problem: `bad-value ${key}`, key });
  }
  return table;
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
