import { basename, dirname, join } from 'node:path';
import { ReaderError } from '../../model/errors.ts';
import { realFolder } from '../folders.ts';

/**
 * What tells whether a file may be written in a folder that may be of the library itself: replacing the file of another
 * article that is still to be read would lose that article. A link to a folder is the folder; a link to a file is itself.
 */
export function sourcesOf(paths: readonly string[], folder: string) {
  const folders = new Map<string, string>();
  const placeOf = (path: string) => {
    const written = dirname(path);
    // One that is gone is what it is called.
    const real = folders.get(written) ?? realFolder(written) ?? written;
    folders.set(written, real);
    return join(real, basename(path));
  };
  const sources = new Map(paths.map((path) => [placeOf(path), path]));
  return {
    /** The path of a file in the folder. @throws ReaderError `of-another` where another article than that of `path` is read from. */
    pathFor(file: string, path: string): string {
      const target = join(folder, file);
      const source = sources.get(placeOf(target));
      if (source !== undefined && source !== path)
        throw new ReaderError('of-another', { path: target });
      return target;
    },
  };
}
