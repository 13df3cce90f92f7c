import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Shelf } from '../../library/shelf.ts';
import { ReaderError } from '../../model/errors.ts';
import type { Config } from '../config/config.ts';
import type { Context } from '../context.ts';
import { indexing, sweepLater } from './indexing.ts';

/**
 * The folder of articles: `--library`, `$SIJORI_LIBRARY`, the nearest folder upwards with `sijori.toml` or `.sijori/`,
 * the configuration's, the user's data folder, else the articles that ship with sijori.
 */
export function libraryFolder(
  asked: string | undefined,
  config: Config,
  { env, cwd }: Context,
): string {
  const named = namedFolder(asked, config, { env, cwd });
  if (named !== undefined) return named;
  const data = dataFolder(env);
  return existsSync(data) ? data : shipped(cwd);
}

/** The folder that new articles go to: as {@link libraryFolder}, but never the articles that ship with sijori. */
export function ownFolder(
  asked: string | undefined,
  config: Config,
  { env, cwd }: Pick<Context, 'env' | 'cwd'>,
): string {
  return namedFolder(asked, config, { env, cwd }) ?? dataFolder(env);
}

/** A file in the folder for what sijori remembers. */
export function stateFile(name: string, { env }: Pick<Context, 'env'>): string {
  const folder = env['XDG_STATE_HOME'] || join(env['HOME'] ?? '.', '.local', 'state');
  return join(folder, 'sijori', name);
}

function namedFolder(
  asked: string | undefined,
  config: Config,
  { env, cwd }: Pick<Context, 'env' | 'cwd'>,
): string | undefined {
  return asked ?? (env['SIJORI_LIBRARY'] || undefined) ?? marked(cwd) ?? config.library;
}

function dataFolder(env: Context['env']): string {
  return join(env['XDG_DATA_HOME'] || join(env['HOME'] ?? '.', '.local', 'share'), 'sijori');
}

function marked(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'sijori.toml')) || existsSync(join(folder, '.sijori'))) {
      return relative(cwd, folder) || '.';
    }
    if (folder === dirname(folder)) return undefined;
  }
}

/** The articles of the package: beside the folder of the built program. */
function shipped(cwd: string): string {
  const folder = join(dirname(__dirname), 'articles');
  const near = relative(cwd, folder);
  return near !== '' && !near.startsWith('..') ? near : folder;
}

/** Opens a library; what cannot be read is reported and left out. @throws ReaderError `no-articles` and the like. */
export async function openLibrary(folder: string, context: Context): Promise<Shelf> {
  const { openShelf } = await import('../../librarian.ts');
  const shelf = await indexing(context, (around) =>
    openShelf({ ...around, folder, sweepLater: () => sweepLater(folder, context) }),
  );
  const unreadable = await shelf.unreadable();
  for (const { error } of unreadable) context.fail(error);
  if (unreadable.length === 0 && (await shelf.isEmpty()))
    throw new ReaderError('no-articles', { path: folder });
  return shelf;
}
