import { statSync } from 'node:fs';
import type { Arrival } from '../importer.ts';
import { ReaderError } from '../model/errors.ts';
import { findFiles } from '../source/find.ts';
import { loadBytes, loadStreamBytes } from '../source/load.ts';
import type { Context } from './context.ts';
import { progress } from './progress.ts';

/** Files of a folder that can be imported. */
const IMPORTABLE = /\.(?:md|markdown|mdown|mkd|txt|text|html?|xhtml|xml|rss|atom|epub)$/i;

interface Options {
  readonly allowPrivate?: boolean;
}

/** Reads one source. @throws ReaderError when it cannot be read. */
export type Arrive = () => Promise<Arrival>;

/** What the user's words name, one after the other: standard input, addresses, files, and folders of files. */
export async function* arrivals(
  names: readonly string[],
  options: Options,
  context: Context,
): AsyncGenerator<Arrive> {
  const sources = names.flatMap(expanded);
  const report = progress(sources.length, context);
  for (const [at, source] of sources.entries()) {
    report(at, source);
    yield () => arrived(source, options, context);
  }
  report(sources.length, '');
}

/** A folder stands for the files in it. */
function expanded(name: string): string[] {
  if (name === '-' || isAddress(name)) return [name];
  const stat = statSync(name, { throwIfNoEntry: false });
  return stat?.isDirectory() ? findFiles(name, IMPORTABLE) : [name];
}

async function arrived(name: string, options: Options, context: Context): Promise<Arrival> {
  if (isAddress(name)) return fetched(name, options);
  const bytes = name === '-' ? await loadStreamBytes(context.input) : loadBytes(name).bytes;
  return { name, bytes };
}

function isAddress(name: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(name);
}

async function fetched(address: string, { allowPrivate = false }: Options): Promise<Arrival> {
  const { createFetcher } = await import('../import/fetch.ts');
  const page = await createFetcher().fetchPage(address, { allowPrivate });
  if ('notModified' in page) throw new ReaderError('network', { url: address, reason: '304' });
  return { name: page.url, bytes: page.bytes, contentType: page.contentType };
}
