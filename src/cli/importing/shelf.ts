import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Imported } from '../../importer.ts';
import {
  addRecords,
  hashOf,
  type ImportRecord,
  type ImportRecords,
  readRecords,
  textAt,
} from '../../library/imports.ts';
import { ReaderError } from '../../model/errors.ts';
import { readLibrary } from '../../reader.ts';

/** Where imported articles go, and what is known of those that are there. */
export interface Shelf {
  /** The file that an article has or gets. @throws ReaderError `one-output` or `unreadable`. */
  placeOf(made: Imported): string;
  recordOf(path: string): ImportRecord | undefined;
  /** Whether it was imported before, wherever it is now. */
  wasHere(made: Imported): boolean;
  /** Remembers what an article was made from, until `save`. */
  remember(path: string, made: Imported): void;
  /** Writes what is remembered. @throws ReaderError `write`. */
  save(): void;
}

/** A shelf for a folder, or for the one file of it that was asked for; `memory` is the file of records. */
export function shelfFor(place: { folder: string } | { file: string }, memory: string): Shelf {
  const records = readRecords(memory);
  const added: ImportRecords = new Map();
  const taken = new Set<string>();
  const recordOf = (path: string) => records.get(resolve(path));
  const sources = lazily(() => new Set([...records.values()].map(({ source }) => source)));
  const identities = lazily(() => ('folder' in place ? identitiesIn(place.folder, records) : NONE));
  return {
    placeOf: (made) => {
      if ('file' in place) {
        if (taken.size > 0) throw new ReaderError('one-output', { path: place.file });
        taken.add(place.file);
        return place.file;
      }
      const known = made.id === undefined ? undefined : identities().byId.get(made.id);
      const path = known ?? freePlace(place.folder, made, { taken, recordOf, identities });
      taken.add(path);
      return path;
    },
    recordOf,
    wasHere: ({ hash }) => sources().has(hash),
    remember: (path, made) => {
      const { hash: source, text, id, from } = made;
      const record = { source, text: hashOf(text), id, from };
      for (const all of [records, added]) all.set(resolve(path), record);
      if (id !== undefined && 'folder' in place) identities().add(id, path);
    },
    save: () => {
      addRecords(memory, added);
      added.clear();
    },
  };
}

/** The file named after the article; another one where that name belongs to another article. */
function freePlace(
  folder: string,
  made: Imported,
  known: {
    readonly taken: ReadonlySet<string>;
    readonly recordOf: Shelf['recordOf'];
    readonly identities: () => Identities;
  },
): string {
  for (let count = 1; ; count++) {
    const end = count === 1 ? '.md' : `-${count}.md`;
    const path = join(folder, made.fileName.replace(/\.md$/, end));
    if (!isOthers(path, made, known)) return path;
  }
}

function isOthers(
  path: string,
  made: Imported,
  { taken, recordOf, identities }: Parameters<typeof freePlace>[2],
): boolean {
  const there = textAt(path);
  const record = recordOf(path);
  const isIt = record?.source === made.hash || made.text === there;
  if (taken.has(path)) return !isIt;
  if (isIt || there === undefined) return false;
  if (record && isKnownOther(record, made)) return true;
  const id = identities().byPath.get(path);
  return made.id !== undefined && id !== undefined && id !== made.id;
}

/** What has a name of its own is another article than what has none; without one it is known by its file. */
function isKnownOther({ id, from }: ImportRecord, made: Imported): boolean {
  if (id !== undefined && made.id !== undefined) return false;
  if (id !== undefined || made.id !== undefined) return from !== made.from;
  return from !== undefined && made.from !== undefined && from !== made.from;
}

/** Which article is where. */
interface Identities {
  readonly byId: ReadonlyMap<string, string>;
  readonly byPath: ReadonlyMap<string, string>;
  add(id: string, path: string): void;
}

const NONE: Identities = { byId: new Map(), byPath: new Map(), add: () => {} };

/** The identities of a folder's articles: as they say themselves, else as they are remembered. */
function identitiesIn(folder: string, records: ImportRecords): Identities {
  const byId = new Map<string, string>();
  const byPath = new Map<string, string>();
  const add = (id: string, path: string) => {
    byId.set(id, path);
    byPath.set(path, id);
  };
  if (!statSync(folder, { throwIfNoEntry: false })) return { byId, byPath, add };
  for (const { path, meta } of readLibrary(folder).entries) {
    const id = records.get(resolve(path))?.id;
    for (const one of [id, meta.source?.url]) if (one !== undefined) add(one, path);
  }
  return { byId, byPath, add };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
