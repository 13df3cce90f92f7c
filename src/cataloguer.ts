import { basename, join } from 'node:path';
import {
  authorLabels,
  columnsOf,
  type Document,
  type Entry,
  type Failure,
  type FileStat,
  tagLabels,
  textsOf,
} from './library/index/document.ts';
import { statOf } from './library/index/stat.ts';
import type { Order } from './library/index/thread-pool.ts';
import { type ByteScanner, byteScanner } from './library/index/words/byte-words.ts';
import { postingsOf, type Segment } from './library/index/words/postings.ts';
import { digest } from './model/digest.ts';
import { ReaderError } from './model/errors.ts';
import { fold } from './model/fold.ts';
import { countWords } from './model/text.ts';
import { localIso } from './parse/dates.ts';
import { parseHead } from './parse/parse.ts';
import { bytesOfEnd, decode } from './source/decode.ts';
import { loadBytes } from './source/load.ts';

/** Reads the files of a library as the index keeps them. */
export interface Cataloguer {
  /** An article by its path in the library, at a moment (ms since 1970), or why it cannot be read. */
  read(path: string, now: number): Document | Failure;
  /** As {@link read}; its words are kept for the next segment, under the number that its row will have. */
  add(path: string, now: number, id: number): Entry | Failure;
  /** The words of the articles that were added, where they are many or are all wanted; each comes once. */
  segments(all: boolean): readonly Segment[];
  /** The time of a file, ms since 1970, as the date of an article that states none. */
  isoHere(milliseconds: number): string | undefined;
}

/** Words whose places are kept in memory before they are made a segment of: long articles have as many as a thousand others. */
const MANY_WORDS = 1 << 22;

/** A reader of the library whose real path this is; words that it named once it does not name again. */
export function cataloguerOf(root: string): Cataloguer {
  const scanner = byteScanner();
  const postings = postingsOf(scanner.words);
  const room = { root, scanner };
  return {
    isoHere: localIso,
    segments: (all) => (all || postings.size > MANY_WORDS ? [postings.take()] : []),
    read: (path, now) => {
      const one = catalogued(path, { ...room, now });
      if ('code' in one) return one;
      return { ...one.entry, texts: one.columns.map((numbers) => scanner.textOf(numbers)) };
    },
    add: (path, now, id) => {
      const one = catalogued(path, { ...room, now });
      if ('code' in one) return one;
      postings.add(id, one.columns);
      return one.entry;
    },
  };
}

/** An article, and the numbers of its words column by column; they are good until the next one is read. */
interface Catalogued {
  readonly entry: Entry;
  readonly columns: readonly Uint32Array[];
}

interface Room {
  readonly root: string;
  readonly now: number;
  readonly scanner: ByteScanner;
}

function catalogued(path: string, room: Room): Catalogued | Failure {
  const file = join(room.root, path);
  try {
    return entryOf(path, file, room);
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    const none: FileStat = { mtime: 0, size: 0, ino: 0 };
    const facts = { ...(statOf(file) ?? none), path, seen: room.now, hash: '' };
    return { file: facts, code: error.code, details: { ...error.details, path } };
  }
}

function entryOf(path: string, file: string, { root, now, scanner }: Room): Catalogued {
  const { bytes, modified, inode } = loadBytes(file);
  // Names of the folders above the library say nothing of its articles; its own may, to an index file in it.
  const within = `${basename(root)}/${path}`;
  const decoded = decode(bytes, path);
  const head = parseHead({ path: within, modified, ...decoded });
  // The scanner writes the next text's numbers over those of the last one.
  const texts = textsOf(head.meta).map((text) => scanner.scan(Buffer.from(text)).slice());
  const body = scanner.scan(bytesOfEnd(bytes, decoded.encoding, head.body));
  const isBroken = head.notices.find(({ code }) => code.startsWith('front-matter-'));
  const words = countWords(head.body);
  const entry = {
    file: {
      path,
      mtime: modified,
      size: bytes.length,
      ino: inode,
      seen: now,
      hash: digest('sha1', bytes, 'base64url').slice(0, 16),
    },
    columns: columnsOf(within, head.meta, { words, error: isBroken?.code }),
    tags: tagLabels(head.meta.tags),
    authors: authorLabels(head.meta.authors),
    aliases: head.meta.aliases.map(fold),
    words: scanner.words.fresh(),
  };
  return { entry, columns: [...texts, body] };
}

/** What a thread answers, and what of it is handed over rather than copied. */
export interface Answer {
  readonly message: unknown;
  readonly buffers: readonly ArrayBuffer[];
}

/** Does what another thread asks: see `readInThreads` and `fillInThreads`. */
export function answer(cataloguer: Cataloguer, { paths, now, first, isLast }: Order): Answer {
  if (first === undefined) {
    const some = paths.map((path) => cataloguer.read(path, now));
    const texts = some.flatMap((one) => ('texts' in one ? one.texts : []));
    return { message: { some }, buffers: texts.map(bufferOf) };
  }
  const segments: Segment[] = [];
  const some = paths.map((path, at) => {
    const one = cataloguer.add(path, now, first + at);
    segments.push(...cataloguer.segments(false));
    return one;
  });
  if (isLast) segments.push(...cataloguer.segments(true));
  const buffers = segments.flatMap(({ pages }) => pages.map(({ bytes }) => bufferOf(bytes)));
  return { message: { some, first, segments }, buffers: [...new Set(buffers)] };
}

function bufferOf(bytes: string | Uint8Array): ArrayBuffer {
  return (bytes as Uint8Array<ArrayBuffer>).buffer;
}
