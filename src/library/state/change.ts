/** How far an article is read; what was never marked is unread. */
export type ReadState = 'unread' | 'reading' | 'done';

/** A place in an article that survives edits and other widths: see `anchor.ts`. */
export interface Anchor {
  /** The headings above it, the highest first. */
  readonly headings: readonly string[];
  /** The words that begin there, and those before it, folded. */
  readonly after: readonly string[];
  readonly before: readonly string[];
  /** How much of the article's words are before it, from 0 to 1. */
  readonly fraction: number;
}

/** Something that happened to an article: a line of the journal. What is absent stays as it was. */
export interface Change {
  /** ISO 8601 with the zone: the day in it is the reader's. */
  readonly at: string;
  readonly uid: string;
  /** The file, absolute, as it was then. */
  readonly path?: string;
  readonly title?: string;
  readonly words?: number;
  readonly state?: ReadState;
  readonly star?: boolean;
  /** Where the reading goes on; null is the beginning. */
  readonly place?: Anchor | null;
  /** That it was opened to be read. */
  readonly opened?: true;
  /** The identity that the article had before its title, day or source was changed. */
  readonly was?: string;
}

/** The version of the journal that this program writes, and the newest that it reads. */
export const VERSION = 1;
/** The first line of a journal. */
export const HEADER = JSON.stringify({ sijori: 'reading state', version: VERSION });

/** What a line of a journal says: a change, the version of what follows, or nothing that can be read. */
export type JournalLine = Change | { readonly version: number } | undefined;

/** A change as a line, without its end. */
export function lineOf(change: Change): string {
  return JSON.stringify(change);
}

/** Reads a line; what is torn or is none of ours is undefined, and unknown keys are left out. */
export function readLine(line: string): JournalLine {
  const value = parsed(line);
  if (value === undefined) return undefined;
  if (typeof value['version'] === 'number') return { version: value['version'] };
  return changeOf(value);
}

/** A change from a record of unknown origin; undefined if it says not when or not of what. */
export function changeOf(value: Readonly<Record<string, unknown>>): Change | undefined {
  const { at, uid } = value;
  if (typeof at !== 'string' || !isMoment(at)) return undefined;
  if (typeof uid !== 'string' || !UID.test(uid)) return undefined;
  const change: Record<string, unknown> = { at, uid };
  for (const key in value) {
    if (FIELDS.get(key)?.(value[key])) change[key] = value[key];
  }
  return change as unknown as Change;
}

/** ISO 8601 as it is written here needs no second look, and there may be very many of them. */
const MOMENT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{3})?[+-](?:0\d|1[0-3]):[0-5]\d$/;

function isMoment(at: string): boolean {
  return MOMENT.test(at) || !Number.isNaN(Date.parse(at));
}

const UID = /^[\da-f]{16}$/;

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isTexts = (value: unknown) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const FIELDS: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['path', isText],
  ['title', isText],
  ['words', (value: unknown) => Number.isInteger(value) && (value as number) >= 0],
  ['state', (value: unknown) => value === 'unread' || value === 'reading' || value === 'done'],
  ['star', (value: unknown) => typeof value === 'boolean'],
  ['place', (value: unknown) => value === null || isAnchor(value)],
  ['opened', (value: unknown) => value === true],
  ['was', (value: unknown) => typeof value === 'string' && UID.test(value)],
]);

function isAnchor(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { headings, after, before, fraction } = value as Record<string, unknown>;
  const inside = typeof fraction === 'number' && fraction >= 0 && fraction <= 1;
  return isTexts(headings) && isTexts(after) && isTexts(before) && inside;
}

function parsed(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
