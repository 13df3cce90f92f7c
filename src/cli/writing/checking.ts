import { statSync } from 'node:fs';
import { articlesUnder, type Checked, checkFile, survey } from '../../checker.ts';
import { ReaderError } from '../../model/errors.ts';
import type { Config } from '../config/config.ts';
import type { Context } from '../context.ts';
import { filesNamed } from '../reading/articles.ts';

/** The files that are to be checked: under the folders named, the articles named, or the whole library. */
export async function filesToCheck(
  names: readonly string[],
  known: { readonly folder: string; readonly config: Config; readonly library: string | undefined },
  context: Context,
): Promise<string[]> {
  const { folder, config, library } = known;
  if (names.length === 0) return underFolder(folder, context);
  const options = library === undefined ? {} : { library };
  const folders = names.filter(isFolder);
  const articles = names.filter((name) => !isFolder(name));
  const files = articles.length > 0 ? await filesNamed(articles, options, config, context) : [];
  return [...new Set([...files, ...folders.flatMap((one) => underFolder(one, context))])];
}

function underFolder(folder: string, context: Context): string[] {
  const paths = articlesUnder(folder, (error) => context.fail(error));
  if (paths.length === 0) throw new ReaderError('no-articles', { path: folder });
  return paths;
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Checks files one after the other; what cannot be read is reported and left out. */
export async function checkAll(
  paths: readonly string[],
  library: string,
  context: Context,
): Promise<Checked[]> {
  const around = survey(paths, library);
  const checked: Checked[] = [];
  for (const path of paths) {
    await context.trying(async () => {
      checked.push(await checkFile(path, around));
    });
  }
  return checked;
}
