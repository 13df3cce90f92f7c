import { readFileSync } from 'node:fs';
import { ReaderError } from '../model/errors.ts';
import { writeWhole } from './store.ts';

/** What is remembered of a feed between two fetches. */
export interface FeedState {
  /** What its server wants to hear again. */
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** When it was last asked for and answered, ISO 8601. */
  readonly fetched?: string | undefined;
}

/** The text of a small file of sijori's own; undefined where there is none. @throws ReaderError `unreadable`. */
export function ownText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (reason === 'ENOENT' || reason === 'ENOTDIR') return undefined;
    throw new ReaderError('unreadable', { path, reason }, { cause });
  }
}

/**
 * The states of feeds by address; a file that is damaged is as good as none, for everything in it is only there to save
 * work. @throws ReaderError `unreadable`.
 */
export function readStates(path: string): Map<string, FeedState> {
  const states = new Map<string, FeedState>();
  for (const [url, value] of Object.entries(tableOf(ownText(path) ?? ''))) {
    const { etag, lastModified, fetched } = value as Record<string, unknown>;
    states.set(url, { ...text({ etag }), ...text({ lastModified }), ...text({ fetched }) });
  }
  return states;
}

function tableOf(json: string): Record<string, object> {
  try {
    const table = JSON.parse(json) as Record<string, unknown> | null;
    const pairs = Object.entries(table ?? {});
    return Object.fromEntries(pairs.filter((pair) => isMap(pair[1]))) as Record<string, object>;
  } catch {
    return {};
  }
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** An object's fields that are text. */
function text(fields: Readonly<Record<string, unknown>>): Record<string, string> {
  const pairs = Object.entries(fields);
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

/** Adds states to those in the file, and takes those of feeds that are gone out, whole or not at all. @throws ReaderError. */
export function writeStates(
  path: string,
  changed: ReadonlyMap<string, FeedState | undefined>,
): void {
  if (changed.size === 0) return;
  const states = new Map<string, FeedState | undefined>([...readStates(path), ...changed]);
  const table = Object.fromEntries([...states].filter(([, state]) => state !== undefined));
  writeWhole(path, `${JSON.stringify(table, null, 2)}\n`, { overwrite: true });
}
