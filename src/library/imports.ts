import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { ReaderError } from '../model/errors.ts';
import { writeWhole } from './store.ts';

/** What is remembered of an imported article: what it was made from, and what was written, both as SHA-256. */
export interface ImportRecord {
  readonly source: string;
  readonly text: string;
  /** What the article is known by wherever it comes from: its address, or its name in its feed. */
  readonly id?: string | undefined;
  /** The name of the file it was read from, without its folder. */
  readonly from?: string | undefined;
}

/** Records by the absolute path of the article. */
export type ImportRecords = Map<string, ImportRecord>;

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The records of a file; a file that is not there or damaged is as good as an empty one: an article is then known again
 * by its text.
 */
export function readRecords(path: string): ImportRecords {
  const records: ImportRecords = new Map();
  for (const [article, record] of Object.entries(tableIn(path))) {
    if (isRecord(record)) records.set(article, record);
  }
  return records;
}

function tableIn(path: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is ImportRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { source, text, id = '', from = '' } = value as Record<string, unknown>;
  return [source, text, id, from].every((field) => typeof field === 'string');
}

/** Adds records to those in the file, whole or not at all. @throws ReaderError `write`. */
export function addRecords(path: string, added: ImportRecords): void {
  if (added.size === 0) return;
  const all = new Map([...readRecords(path), ...added]);
  writeWhole(path, `${JSON.stringify(Object.fromEntries(all), null, 1)}\n`, { overwrite: true });
}

/**
 * The text of a file that may be there; undefined where there is none. @throws ReaderError `not-a-file` (a device or a
 * pipe may have no end) or `unreadable`.
 */
export function textAt(path: string): string | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat && !stat.isFile() && !stat.isDirectory())
      throw new ReaderError('not-a-file', { path });
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof ReaderError) throw cause;
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (reason === 'ENOENT') return undefined;
    throw new ReaderError('unreadable', { path, reason }, { cause });
  }
}

/**
 * What is to become of an article whose place is taken:
 * - `same`: nothing, for the text or its source is what it was;
 * - `update`: the source has changed, and the article was not touched since it was imported;
 * - `edited`: the same, but replacing it would lose what was changed by hand;
 * - `taken`: nothing is known of the text that is there.
 */
export type Verdict = 'same' | 'update' | 'edited' | 'taken';

/** Compares an article and the hash of its source with the text that is there and what is remembered of it. */
export function verdictOn(
  arriving: { readonly text: string; readonly hash: string },
  there: string,
  record: ImportRecord | undefined,
): Verdict {
  if (there === arriving.text || record?.source === arriving.hash) return 'same';
  if (!record) return 'taken';
  return record.text === hashOf(there) ? 'update' : 'edited';
}
