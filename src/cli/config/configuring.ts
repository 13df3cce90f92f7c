import { isDeepStrictEqual } from 'node:util';
import { parseQuery } from '../../library/query/parse-query.ts';
import { writeWhole } from '../../library/store.ts';
import { ReaderError } from '../../model/errors.ts';
import { largest } from '../../model/measure.ts';
import { printable } from '../../model/printable.ts';
import { width } from '../../model/width.ts';
import { THEME_NAMES } from '../../theme/themes.ts';
import { now } from '../clock.ts';
import type { Context } from '../context.ts';
import { libraryFolder } from '../library/library.ts';
import { type ListFormat, rowsAs } from '../lists/listing.ts';
import { type Config, configOf, configPath, readConfig, textOf } from './config.ts';
import { type Setting, withSetting } from './config-edit.ts';

/** A setting, what it is, and what made it so: an option, a variable, the configuration or nothing. */
export interface SettingRow extends Record<string, string> {
  readonly key: string;
  readonly value: string;
  readonly origin: string;
}

/** What a setting is when nothing says otherwise. */
const DEFAULTS = {
  theme: 'terminal',
  width: '72',
  margin: '',
  center: 'false',
  hyphens: 'auto',
  justify: 'false',
  smart: 'false',
  pager: 'auto',
  history: 'true',
} as const;

/** Every setting in its order, first the file of the configuration, last the saved queries. */
export async function settings(
  options: { readonly library?: string },
  context: Context,
): Promise<SettingRow[]> {
  const config = await readConfig(context);
  const known = config as unknown as Readonly<Record<string, unknown>>;
  const { locale } = context;
  const plain = Object.entries(DEFAULTS).map(([key, value]) =>
    known[key] === undefined
      ? { key, value, origin: locale.text('origin-default') }
      : { key, value: String(known[key]), origin: locale.text('origin-config') },
  );
  const there = textOf(config.path) !== undefined;
  return [
    { key: 'file', value: config.path, origin: there ? '' : locale.text('origin-missing') },
    libraryRow(options, config, context),
    languageRow(config, context),
    ...plain,
    ...Object.keys(config.themes).map((name) => ({
      key: `themes.${name}`,
      value: '',
      origin: locale.text('origin-config'),
    })),
    ...Object.entries(config.queries).map(([name, value]) => ({
      key: `queries.${name}`,
      value,
      origin: locale.text('origin-config'),
    })),
  ];
}

function libraryRow(
  { library }: { readonly library?: string },
  config: Config,
  context: Context,
): SettingRow {
  const value = libraryFolder(library, config, context);
  const origin =
    library !== undefined
      ? '--library'
      : context.env['SIJORI_LIBRARY']
        ? 'SIJORI_LIBRARY'
        : context.locale.text(value === config.library ? 'origin-config' : 'origin-default');
  return { key: 'library', value, origin };
}

function languageRow(config: Config, { env, locale }: Context): SettingRow {
  const variables = [
    'SIJORI_LANG',
    ...(config.lang ? ['lang'] : []),
    'LC_ALL',
    'LC_MESSAGES',
    'LANG',
  ];
  const name = variables.find((variable) => variable === 'lang' || env[variable]);
  const origin =
    name === 'lang' ? locale.text('origin-config') : (name ?? locale.text('origin-default'));
  return { key: 'lang', value: locale.language, origin };
}

/** Settings as lines: key, value and origin, under one another on a terminal. */
export function settingsText(
  rows: readonly SettingRow[],
  options: ListFormat,
  context: Context,
): string {
  const wantsRows = options.ndjson || options.json !== undefined || options.plain;
  if (wantsRows || !context.terminal.isTerminal) return rowsAs(rows, options, context.locale);
  const cells = rows.map(({ key, value, origin }) => [key, value, origin].map(printable));
  const widest = [0, 1].map((at) => largest(cells.map((row) => width(row[at] ?? ''))));
  const padded = (cell: string, at: number) =>
    cell + ' '.repeat(Math.max(0, (widest[at] ?? 0) - width(cell)));
  return cells.map((row) => `${row.map(padded).join('  ').trimEnd()}\n`).join('');
}

/** Writes a setting into the configuration, which is made if there is none. @throws ReaderError `usage`, `config` or `write`. */
export async function set(key: string, value: string, context: Context): Promise<void> {
  const path = configPath(context);
  const source = textOf(path) ?? '';
  const before = await configOf(source, path, context.locale);
  const wanted = settingOf(key, value);
  await checkUse(key, value, { path, themes: {}, queries: {}, ...before }, context);
  const text = withSetting(source, key, wanted);
  const after = await configOf(text, path, context.locale).catch((error: unknown) => {
    if (error instanceof ReaderError && error.details['problem'] !== 'not-toml') throw error;
    return {};
  });
  if (!isDeepStrictEqual(plainly(after), plainly(changed(before, key, wanted))))
    throw new ReaderError('config', { where: `${path}: ${key}`, problem: 'not-editable' });
  writeWhole(path, text, { overwrite: true });
}

/** What is only read when it is used must be of use now. @throws ReaderError `config` or `query`. */
async function checkUse(
  key: string,
  value: string,
  config: Config,
  { locale }: Context,
): Promise<void> {
  const names = [...THEME_NAMES, ...Object.keys(config.themes)];
  if (key === 'theme' && !names.includes(value)) {
    const wanted = locale.text('want-one-of', { choices: names.join(', ') });
    const details = { problem: 'bad-value', wanted };
    throw new ReaderError('config', { where: `${config.path}: theme`, ...details });
  }
  if (key === 'theme') {
    const { themeNamed } = await import('../reading/page.ts');
    await themeNamed(value, config, locale);
  }
  if (key === 'queries.') {
    const details = { problem: 'bad-value', wanted: locale.text('want-queries') };
    throw new ReaderError('config', { where: `${config.path}: queries`, ...details });
  }
  if (key.startsWith('queries.')) parseQuery([value], { now: now(), saved: config.queries });
}

/** A value as its key takes it: a number or a flag where it looks like one, but for texts. */
function settingOf(key: string, value: string): Setting {
  if (/^(?:queries\..|library$|theme$|lang$)/.test(key)) return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return /^\d+$/.test(value) ? Number(value) : value;
}

function changed(config: Partial<Config>, key: string, value: Setting): object {
  if (!key.startsWith('queries.')) return { ...config, [key]: value };
  return { ...config, queries: { ...config.queries, [key.slice(8)]: value } };
}

function plainly(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}
