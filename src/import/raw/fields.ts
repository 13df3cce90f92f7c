import type { ArticleDate, Origin, Picture } from '../../model/article.ts';
import type { Draft } from '../../model/draft.ts';
import { isWebAddress } from '../../model/targets.ts';

/** What has been found for the front matter so far. A line leaves the body only when all of it has a free place here. */
export interface Fields {
  title: string;
  subtitle?: string;
  date?: ArticleDate;
  updated?: ArticleDate;
  authors: string[];
  editors: string[];
  tags: string[];
  related: string[];
  image?: Picture;
  source?: Origin;
  location?: string;
}

/** Fields without anything in them. */
export function noFields(): Fields {
  return { title: '', authors: [], editors: [], tags: [], related: [] };
}

/** What a line says, before it is known whether there is a place for it. */
export interface Said {
  readonly date?: string;
  readonly updated?: string;
  readonly authors?: readonly string[];
  readonly editors?: readonly string[];
  readonly source?: string;
  readonly tags?: readonly string[];
  readonly image?: string;
  readonly caption?: string;
  readonly credit?: string;
}

/** Puts what a line says in its places; false, with nothing changed, if one of them holds something else. */
export function place(fields: Fields, said: Said): boolean {
  if (!hasRoom(fields, said)) return false;
  if (said.date !== undefined) fields.date = { iso: said.date, origin: 'head' };
  if (said.updated !== undefined) fields.updated = { iso: said.updated, origin: 'head' };
  addNames(fields.authors, said.authors ?? []);
  addNames(fields.editors, said.editors ?? []);
  addNames(fields.tags, said.tags ?? []);
  if (said.source !== undefined) fields.source = originOf(said.source);
  placePicture(fields, said);
  return true;
}

function placePicture(fields: Fields, { image, caption, credit }: Said): void {
  if (image !== undefined) fields.image ??= { src: image };
  if (!fields.image) return;
  if (caption !== undefined) fields.image = { ...fields.image, caption };
  if (credit !== undefined) fields.image = { ...fields.image, credit };
}

function hasRoom(fields: Fields, said: Said): boolean {
  const { image, source } = fields;
  const fits = (held: string | undefined, value: string | undefined) =>
    value === undefined || held === undefined || held === value;
  const needsPicture = said.caption !== undefined || said.credit !== undefined;
  return (
    fits(fields.date?.iso, said.date) &&
    fits(fields.updated?.iso, said.updated) &&
    fits(source?.name ?? source?.url, said.source) &&
    fits(image?.src, said.image) &&
    fits(image?.caption, said.caption) &&
    fits(image?.credit, said.credit) &&
    (!needsPicture || image !== undefined || said.image !== undefined)
  );
}

function originOf(source: string): Origin {
  return isWebAddress(source) ? { url: source } : { name: source };
}

/** Adds names that are not there yet, in whatever case; the first spelling stays. */
export function addNames(names: string[], more: readonly string[]): void {
  const known = new Set(names.map((name) => name.toLowerCase()));
  for (const name of more) {
    if (known.has(name.toLowerCase())) continue;
    known.add(name.toLowerCase());
    names.push(name);
  }
}

/** The front matter that was found. */
export function metaOf(fields: Fields): Draft['meta'] {
  return { ...fields };
}
