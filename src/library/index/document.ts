import type { Meta } from '../../model/article.ts';
import type { Details, ErrorCode, NoticeCode } from '../../model/errors.ts';
import { fold, foldName } from '../../model/fold.ts';
import { UNSAID } from '../../model/unsaid.ts';
import { instant } from '../select.ts';
import { identityOf } from '../state/identity.ts';
import type { Value } from './driver.ts';

/** What a file system says of a file; times are ms since 1970. */
export interface FileStat {
  readonly mtime: number;
  readonly size: number;
  readonly ino: number;
}

/** A file at the moment when it was read. */
export interface FileFacts extends FileStat {
  /** Relative to the library, with slashes. */
  readonly path: string;
  /** When it was looked at, ms since 1970. */
  readonly seen: number;
  /** Of its bytes; '' where they could not be read. */
  readonly hash: string;
}

/** A tag or an author: as it is written, as it is compared, and whether the article names it itself. */
export interface Label {
  readonly name: string;
  readonly key: string;
  readonly direct: boolean;
}

/** An article as the index keeps it but for its words and where they stand, ready to be written. */
export interface Entry {
  readonly file: FileFacts;
  /** Values in the order of {@link COLUMNS}. */
  readonly columns: readonly Value[];
  readonly tags: readonly Label[];
  readonly authors: readonly Label[];
  readonly aliases: readonly string[];
  /** The words that are in it, each once, as far as the reader has not named them before. */
  readonly words: readonly string[];
}

/** An article as the index keeps it. */
export interface Document extends Entry {
  /** Title, subtitle with description, tags with authors, body: tokens with spaces between them. */
  readonly texts: readonly (string | Uint8Array)[];
}

/** A file that is no article that could be read. */
export interface Failure {
  readonly file: FileFacts;
  readonly code: ErrorCode;
  readonly details: Details;
}

/** Columns of `docs` that say what the article is, in the order in which they are written. */
export const COLUMNS = [
  'uid',
  'slug',
  'slug_key',
  'file_key',
  'title',
  'title_key',
  'date_key',
  'date_iso',
  'date_origin',
  'updated_iso',
  'author_key',
  'lang',
  'series',
  'series_key',
  'source',
  'draft',
  'words',
  'untagged',
  'error',
  'meta',
] as const;

/** What was read of an article besides its meta. */
export interface Body {
  /** Words of the text. */
  readonly words: number;
  /** The code of what is wrong with its head. */
  readonly error?: NoticeCode | undefined;
}

/** The values of {@link COLUMNS} of an article; its path begins with the name of the library's folder. */
export function columnsOf(path: string, meta: Meta, body: Body): Value[] {
  const stem = stemOf(path);
  const title = fold(meta.title);
  return [
    identityOf(meta, path, title),
    meta.slug,
    unlessSame(fold(meta.slug), meta.slug),
    unlessSame(fold(stem), stem),
    meta.title,
    title,
    instant(meta.date),
    meta.date?.iso ?? null,
    meta.date?.origin ?? null,
    meta.updated?.iso ?? null,
    foldName(meta.authors[0] ?? '\uffff'),
    meta.lang ?? null,
    meta.series ?? null,
    meta.series === undefined ? null : foldName(meta.series),
    meta.source?.url ?? meta.source?.name ?? null,
    Number(meta.draft),
    body.words,
    Number(meta.tags.length === 0),
    body.error ?? null,
    packed(meta),
  ];
}

/** A folded text, or nothing where folding changed nothing. */
function unlessSame(folded: string, text: string): string | null {
  return folded === text ? null : folded;
}

/** The name of a file without folders and extension. */
function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

/** The meta of an article as JSON, without what it says nothing of, as most do of most fields. */
function packed(meta: Meta): string {
  const said: Record<string, unknown> = {};
  // To ask for keys and values as pairs takes longer than all the rest.
  for (const key in meta) {
    const value = meta[key as keyof Meta];
    if (says(key, value)) said[key] = value;
  }
  return JSON.stringify(said);
}

function says(key: string, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value !== false;
  if (Array.isArray(value)) return value.length > 0 || !(key in UNSAID);
  return !(key in UNSAID) || Object.keys(value).length > 0;
}

/** The meta that was packed. */
export function unpacked(text: string): Meta {
  return { ...UNSAID, ...(JSON.parse(text) as Pick<Meta, 'title' | 'slug'> & Partial<Meta>) };
}

/** Tags with those above them: of `asia/china` also `asia`. */
export function tagLabels(tags: readonly string[]): Label[] {
  const labels = direct(tags);
  const own = [...labels.values()];
  if (!own.some(({ key }) => key.includes('/'))) return own;
  for (const { key, name } of own) {
    for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) {
      const above = key.slice(0, at);
      if (labels.has(above)) continue;
      labels.set(above, { name: firstSteps(name, stepsOf(above)), key: above, direct: false });
    }
  }
  return [...labels.values()];
}

/** The steps of a tag: of `asia/china` two. */
function stepsOf(tag: string): number {
  let steps = 1;
  for (let at = tag.indexOf('/'); at >= 0; at = tag.indexOf('/', at + 1)) steps += 1;
  return steps;
}

/** The first so many steps of a tag. */
function firstSteps(tag: string, steps: number): string {
  let end = -1;
  for (let step = 0; step < steps; step += 1) {
    end = tag.indexOf('/', end + 1);
    if (end < 0) return tag;
  }
  return tag.slice(0, end);
}

/** Authors, each once. */
export function authorLabels(authors: readonly string[]): Label[] {
  return [...direct(authors).values()];
}

/** What an article itself names, by the keys: of several spellings the last, in the place of the first. */
function direct(names: readonly string[]): Map<string, Label> {
  const labels = new Map<string, Label>();
  for (const name of names) {
    const key = foldName(name);
    labels.set(key, { name, key, direct: true });
  }
  return labels;
}

/** The texts that are searched, in the order of the columns of `fts`, before they are taken apart into tokens. */
export function textsOf(meta: Meta): readonly [title: string, about: string, names: string] {
  return [
    meta.title,
    `${meta.subtitle ?? ''} ${meta.description ?? ''}`,
    [...meta.tags, ...meta.authors].join(' '),
  ];
}
