import { readFileSync } from 'node:fs';
import { ReaderError } from '../model/errors.ts';
import { writeWhole } from './store.ts';

/** What is remembered of a feed between two fetches: what its server wants to hear again. */
export interface FeedState {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** When it was fetched last, ISO 8601. */
  readonly fetched?: string | undefined;
}

/** The text of a small file of sijori's own; undefined where there is none. @throws ReaderError `unreadable`. */
export function ownText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new ReaderError('unreadable', { path, reason: code }, { cause });
  }
}

/** The states of feeds by address; a file that is damaged is as good as none, for all in it can be fetched again. */
export function readStates(path: string): Map<string, FeedState> {
  const states = new Map<string, FeedState>();
  const text = ownText(path);
  if (text === undefined) return states;
  for (const [url, state] of Object.entries(tableOf(text))) {
    if (typeof state === 'object' && state !== null) states.set(url, state as FeedState);
  }
  return states;
}

function tableOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** Writes the states whole. */
export function writeStates(path: string, states: ReadonlyMap<string, FeedState>): void {
  const text = `${JSON.stringify(Object.fromEntries(states), null, 2)}\n`;
  writeWhole(path, text, { overwrite: true });
}
