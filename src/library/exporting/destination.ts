import { existsSync } from 'node:fs';
import { meaningsOf, namesOfArticle } from '../article-names.ts';
import type { Entry } from '../select.ts';

/** Where exported articles go, and which of them went where. Paths are absolute. */
export interface Destination {
  readonly folder: string;
  /** The name of the exported file of an article's file. */
  fileOf(path: string): string | undefined;
  /** The name of the exported file of the article that a wikilink names, if one alone has the name. */
  fileCalled(name: string): string | undefined;
  /** Whether there is such a file or folder. */
  exists(path: string): boolean;
}

/** A destination that articles are added to, each with the name of its file there. */
export function destinationIn(folder: string): Destination & {
  add(entry: Entry, file: string): void;
} {
  const files = new Map<string, string>();
  const called = new Map<string, string | undefined>();
  return {
    folder,
    fileOf: (path) => files.get(path),
    fileCalled: (name) => {
      const meaning = meaningsOf(name).find((one) => called.has(one));
      return meaning === undefined ? undefined : called.get(meaning);
    },
    exists: existsSync,
    add: (entry, file) => {
      files.set(entry.path, file);
      // A name of two articles leads to neither: one of them would be wrong.
      for (const name of new Set(namesOfArticle(entry)))
        called.set(name, called.has(name) ? undefined : file);
    },
  };
}
