import { basename, join } from 'node:path';
import { type ByteScanner, type ByteWords, byteScanner } from './library/index/byte-words.ts';
import {
  authorLabels,
  columnsOf,
  type Document,
  type Failure,
  type FileStat,
  tagLabels,
  textsOf,
  wordCount,
} from './library/index/document.ts';
import { statOf } from './library/index/survey.ts';
import { digest } from './model/digest.ts';
import { ReaderError } from './model/errors.ts';
import { fold } from './model/fold.ts';
import { localIso } from './parse/dates.ts';
import { parseHead } from './parse/parse.ts';
import { decode } from './source/decode.ts';
import { loadBytes } from './source/load.ts';

/** What a thread that reads for another is asked: paths in the library, at a moment. */
export interface Order {
  readonly paths: readonly string[];
  readonly now: number;
}

/** Reads the files of a library as the index keeps them. */
export interface Cataloguer {
  /** An article by its path in the library, at a moment (ms since 1970), or why it cannot be read. */
  read(path: string, now: number): Document | Failure;
  /** The time of a file, ms since 1970, as the date of an article that states none. */
  isoHere(milliseconds: number): string | undefined;
}

/** A reader of the library whose real path this is; words that it named once it does not name again. */
export function cataloguerOf(root: string): Cataloguer {
  const scanner = byteScanner();
  return {
    isoHere: localIso,
    read: (path, now) => {
      const file = join(root, path);
      try {
        return documentOf(path, file, { root, now, scanner });
      } catch (error) {
        if (!(error instanceof ReaderError)) throw error;
        const none: FileStat = { mtime: 0, size: 0, ino: 0 };
        const facts = { ...(statOf(file) ?? none), path, seen: now, hash: '' };
        return { file: facts, code: error.code, details: { ...error.details, path } };
      }
    },
  };
}

interface Room {
  readonly root: string;
  readonly now: number;
  readonly scanner: ByteScanner;
}

function documentOf(path: string, file: string, { root, now, scanner }: Room): Document {
  const { bytes, modified, inode } = loadBytes(file);
  // Names of the folders above the library say nothing of its articles; its own may, to an index file in it.
  const within = `${basename(root)}/${path}`;
  const head = parseHead({ path: within, modified, ...decode(bytes, path) });
  const texts = textsOf(head.meta).map((text) => tokensIn(Buffer.from(text), scanner).bytes);
  const body = tokensIn(Buffer.from(head.body), scanner);
  const isBroken = head.notices.find(({ code }) => code.startsWith('front-matter-'));
  const words = wordCount(head.body, body.count);
  return {
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
    texts: [...texts, body.bytes],
    words: scanner.fresh(),
  };
}

/** The scanner writes the next text over what it gave. */
function tokensIn(text: Uint8Array, scanner: ByteScanner): ByteWords {
  const { bytes, count } = scanner.scan(text);
  return { bytes: new Uint8Array(bytes), count };
}
