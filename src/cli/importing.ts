import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Imported } from '../importer.ts';
import { writeWhole } from '../library/store.ts';
import { ReaderError } from '../model/errors.ts';
import { readLibrary } from '../reader.ts';
import { type Common, prepared } from './common.ts';
import type { Context } from './context.ts';
import { ownFolder } from './library.ts';

/** The options that say where imports go. */
export interface ImportChoices {
  /** A file or folder to write to, or `-` for standard output. */
  readonly output?: string;
  readonly force?: boolean;
}

/** What became of the sources of one import. */
export interface Tally {
  written: number;
  /** Imported before, and the source is the same. */
  same: number;
  failed: number;
}

/** Where imports go, and what is there already by what it was made from. */
interface Place {
  readonly folder: string;
  /** The one file that was asked for. */
  readonly file: string | undefined;
  readonly force: boolean;
  readonly byHash: Map<string, string>;
  readonly byAddress: Map<string, string>;
}

/** Keeps one article. @throws ReaderError `exists`, `changed` or `unwritable`. */
export type Keep = (made: Imported, tally: Tally) => Promise<void>;

/** Keeps articles: the same source twice changes nothing, a changed one is replaced only with `--force`. */
export async function keeper(options: ImportChoices & Common, context: Context): Promise<Keep> {
  if (options.output === '-') {
    return async (made, tally) => {
      tally.written += 1;
      await context.write(made.text);
    };
  }
  const place = await placeOf(options, context);
  return async (made, tally) => {
    const same = place.byHash.get(made.hash);
    if (same !== undefined) {
      tally.same += 1;
      context.say(context.locale.text('import-same', { path: same }));
      return;
    }
    const path = keep(made, place);
    tally.written += 1;
    await context.write(`${path}\n`);
  };
}

function keep(made: Imported, place: Place): string {
  const earlier = made.url === undefined ? undefined : place.byAddress.get(made.url);
  const path = place.file ?? earlier ?? join(place.folder, made.fileName);
  if (existsSync(path) && !place.force)
    throw new ReaderError('changed', { path, title: made.title });
  writeWhole(path, made.text, { overwrite: place.force });
  place.byHash.set(made.hash, path);
  return path;
}

async function placeOf(options: ImportChoices & Common, context: Context): Promise<Place> {
  const { output, force = false } = options;
  const { config } = await prepared(options, context);
  const isFolder = output !== undefined && isFolderName(output);
  const folder = isFolder ? output : ownFolder(options.library, config, context);
  const place = {
    folder,
    file: isFolder ? undefined : output,
    force,
    byHash: new Map(),
    byAddress: new Map(),
  };
  if (!existsSync(folder)) return place;
  for (const { path, meta } of readLibrary(folder).entries) {
    const hash = meta.extra['import_hash'];
    if (typeof hash === 'string') place.byHash.set(hash, path);
    if (meta.source?.url) place.byAddress.set(meta.source.url, path);
  }
  return place;
}

function isFolderName(output: string): boolean {
  return (
    output.endsWith('/') || (statSync(output, { throwIfNoEntry: false })?.isDirectory() ?? false)
  );
}
