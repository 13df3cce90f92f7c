import { statSync } from 'node:fs';
import type { Fetcher } from '../../import/web/fetch.ts';
import { type Arrival, filesToImport, loadArrival, loadArriving } from '../../importer.ts';
import { ReaderError } from '../../model/errors.ts';
import { version } from '../../version.ts';
import type { Context } from '../context.ts';

interface Options {
  readonly allowPrivate?: boolean;
}

/** A source that the user named, or a file of a folder that was named. */
export interface Source {
  readonly name: string;
  /** Reads it. @throws ReaderError when it cannot be read. */
  arrive(): Promise<Arrival>;
}

/** What the user's words name, in order; what names nothing is a source that cannot be read. */
export function sourcesNamed(
  names: readonly string[],
  options: Options,
  context: Context,
): Source[] {
  const fetchPage = fetching(options);
  return names.flatMap((name): Source[] => {
    try {
      return expanded(name, context).map((one) => ({
        name: one,
        arrive: () => arrived(one, fetchPage, context),
      }));
    } catch (error) {
      return [{ name, arrive: () => Promise.reject(error) }];
    }
  });
}

/** A folder stands for its articles. @throws ReaderError `nothing-to-import` or as for folders. */
function expanded(name: string, context: Context): readonly string[] {
  const isFolder =
    name !== '-' &&
    !isAddress(name) &&
    statSync(name, { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isFolder) return [name];
  const { files, tool = '', left } = filesToImport(name, (error) => context.fail(error));
  for (const reason of new Set(left.map((one) => one.reason))) {
    const paths = left.filter((one) => one.reason === reason).map(({ path }) => path);
    const details = { count: paths.length, first: paths[0] ?? '', tool };
    context.say(`${name}: ${context.locale.text(`left-${reason}`, details)}`);
  }
  if (files.length === 0) throw new ReaderError('nothing-to-import', { path: name });
  return files;
}

async function arrived(
  name: string,
  fetchPage: (address: string) => Promise<Arrival>,
  context: Context,
): Promise<Arrival> {
  if (name === '-') return loadArriving(context.input);
  return isAddress(name) ? fetchPage(name) : loadArrival(name);
}

/** What looks like an address of any kind: what is no http is then refused by name, and not looked for as a file. */
function isAddress(name: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(name);
}

/** Fetches with one fetcher, which is made when it is needed. */
function fetching({ allowPrivate = false }: Options): (address: string) => Promise<Arrival> {
  let fetcher: Fetcher | undefined;
  return async (address) => {
    const { createFetcher } = await import('../../import/web/fetch.ts');
    fetcher ??= createFetcher({ userAgent: `sijori/${version}` });
    const page = await fetcher.fetchPage(address, { allowPrivate });
    if ('notModified' in page) throw new ReaderError('http-status', { url: address, status: 304 });
    return { name: page.url, bytes: page.bytes, contentType: page.contentType };
  };
}
