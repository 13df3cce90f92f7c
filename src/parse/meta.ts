import type { ArticleDate, Meta, Origin, Picture } from '../model/article.ts';
import type { Notice } from '../model/errors.ts';
import { type Field, fieldKey } from '../model/fields.ts';
import { dateFromPath, localIso, parseDate } from './dates.ts';
import { type FirstHeading, findFirstHeading, findLeadingHeading } from './first-heading.ts';
import {
  candidates,
  type Entry,
  find,
  findList,
  type Lookup,
  lookUp,
  unused,
} from './meta-lookup.ts';
import { readLanguage, slugFromAddress, slugify, stem, titleFromPath } from './meta-names.ts';
import {
  asEntries,
  asFlag,
  asList,
  asNames,
  asOrigin,
  asPicture,
  asTags,
  asText,
  present,
} from './meta-values.ts';

/** What is known of an article besides its front matter. */
export interface MetaContext {
  /** The file, or `-`. */
  readonly path: string;
  /** The text after the front matter. */
  readonly body: string;
  /** The language guessed from the body. */
  readonly lang?: string | undefined;
  /** Last modification, ms since 1970: the date if there is no other. */
  readonly modified?: number | undefined;
  /** Finds the lines of the file on which the head's keys stand, for notices. */
  readonly keyLines?: (() => ReadonlyMap<string, number>) | undefined;
}

interface Told {
  readonly lookup: Lookup;
  readonly context: MetaContext;
  readonly notices: Notice[];
}

/** Reads the canonical front matter (docs/front-matter.md) from a head's data, the body and the path; what cannot be read is noticed or kept in `extra`. */
export function readMeta(
  data: Readonly<Record<string, unknown>> | undefined,
  context: MetaContext,
): { readonly meta: Meta; readonly notices: readonly Notice[] } {
  const lookup = lookUp(data);
  const told: Told = { lookup, context, notices: [] };
  const { title, titleFromBody } = readTitle(told);
  const updated = dateIn(told, 'updated');
  const meta = stated({
    title,
    titleFromBody,
    subtitle: find(lookup, 'subtitle', asText),
    description: find(lookup, 'description', asText),
    date: dateIn(told, 'date') ?? dateAround(told),
    updated,
    authors: findList(lookup, 'authors', asNames),
    editors: findList(lookup, 'editors', asNames),
    tags: findList(lookup, 'tags', asTags),
    categories: findList(lookup, 'categories', asList),
    lang: find(lookup, 'lang', readLang) ?? context.lang,
    slug: readSlug(told, title),
    draft: readDraft(told),
    image: readImage(lookup),
    source: readSource(lookup),
    location: find(lookup, 'location', asText),
    series: find(lookup, 'series', asText),
    related: findList(lookup, 'related', asEntries),
    aliases: findList(lookup, 'aliases', asEntries),
    extra: unused(data, lookup),
  });
  return { meta, notices: told.notices };
}

type Writable<Fields> = { -readonly [Name in keyof Fields]: Fields[Name] };
/** What is known of each field, of those that every article has something. */
type Known = { readonly [Name in keyof Required<Meta>]: Meta[Name] };

/** The fields that have a value, one by one: any other way to leave the others out takes several times as long. */
function stated(fields: Known): Meta {
  const meta = { title: fields.title, titleFromBody: fields.titleFromBody } as Writable<Meta>;
  if (fields.subtitle !== undefined) meta.subtitle = fields.subtitle;
  if (fields.description !== undefined) meta.description = fields.description;
  if (fields.date !== undefined) meta.date = fields.date;
  if (fields.updated !== undefined) meta.updated = fields.updated;
  meta.authors = fields.authors;
  meta.editors = fields.editors;
  meta.tags = fields.tags;
  meta.categories = fields.categories;
  if (fields.lang !== undefined) meta.lang = fields.lang;
  meta.slug = fields.slug;
  meta.draft = fields.draft;
  if (fields.image !== undefined) meta.image = fields.image;
  if (fields.source !== undefined) meta.source = fields.source;
  if (fields.location !== undefined) meta.location = fields.location;
  if (fields.series !== undefined) meta.series = fields.series;
  meta.related = fields.related;
  meta.aliases = fields.aliases;
  meta.extra = fields.extra;
  return meta;
}

function readTitle({ lookup, context }: Told): Pick<Meta, 'title' | 'titleFromBody'> {
  const stated = find(lookup, 'title', asText);
  const heading = stated ? findLeadingHeading(context.body) : findFirstHeading(context.body);
  const title = (stated ?? heading?.text) || titleFromPath(context.path);
  return { title, titleFromBody: isHeading(title, heading) };
}

function isHeading(title: string, heading: FirstHeading | undefined): boolean {
  return heading?.leads === true && folded(heading.text) === folded(title);
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

function dateIn(told: Told, field: 'date' | 'updated'): ArticleDate | undefined {
  let unread: Entry | undefined;
  for (const entry of candidates(told.lookup, field)) {
    const parsed = parseDate(entry.value);
    if (parsed) {
      told.lookup.used.add(entry);
      if (unread) told.notices.push(unreadable(unread, told.context));
      return { iso: parsed.iso, origin: 'head' };
    }
    if (isMeantAsDate(entry.value)) unread ??= entry;
  }
  if (unread) told.notices.push(unreadable(unread, told.context));
  return undefined;
}

/** `published: true` is no date, and `Last Modified` asks for the file's own. */
function isMeantAsDate(value: unknown): boolean {
  if (asFlag(value) !== undefined) return false;
  return !/^(?:today|now|created|last[- ]modified|git .*)$/i.test(asText(value) ?? '');
}

function unreadable({ key, value }: Entry, { keyLines }: MetaContext): Notice {
  const line = keyLines?.().get(key);
  const text = asText(value) ?? '';
  return {
    code: 'date-unreadable',
    details: { key, value: text.slice(0, 80) },
    ...(line !== undefined && { line, column: 1 }),
  };
}

/** The date of the file's name, of its folders, of the path in the head, else of the file. */
function dateAround({ lookup, context }: Told): ArticleDate | undefined {
  const named = dateFromPath(context.path);
  if (named) return named;
  const path = candidates(lookup, 'slug').map((entry) => dateFromPath(`${asText(entry.value)}/`));
  const inHead = path.find((date) => date !== undefined);
  if (inHead) return { iso: inHead.iso, origin: 'path' };
  const { modified } = context;
  const iso = modified === undefined ? undefined : localIso(modified);
  return iso === undefined ? undefined : { iso, origin: 'file' };
}

function readLang(value: unknown): string | undefined {
  const text = asText(value);
  return text === undefined ? undefined : readLanguage(text);
}

function readSlug({ lookup, context }: Told, title: string): string {
  const stated = find(lookup, 'slug', (value) => {
    const text = asText(value);
    return text === undefined ? undefined : slugFromAddress(text);
  });
  return stated ?? (slugify(stem(context.path)) || slugify(title) || 'article');
}

function readDraft({ lookup, context }: Told): boolean {
  const stated = find(lookup, 'draft', asFlag);
  if (stated !== undefined) return stated;
  const hidden = ['published', 'publish'].some((key) =>
    stateIs(lookup, key, /^(?:false|no|tidak|0)$/i),
  );
  const waiting = stateIs(lookup, 'status', /^(?:draft|konsep)$/i);
  return hidden || waiting || /(?:^|[\\/])_drafts[\\/]/.test(context.path);
}

/** Whether a key says so; a key that says anything else is left for `extra`. */
function stateIs(lookup: Lookup, key: string, state: RegExp): boolean {
  const entry = lookup.entries.get(fieldKey(key));
  if (!entry || !state.test(asText(entry.value) ?? '')) return false;
  lookup.used.add(entry);
  return true;
}

function readImage(lookup: Lookup): Picture | undefined {
  const picture = find(lookup, 'image', asPicture);
  if (!picture) return undefined;
  const beside = (field: Field): string | undefined => find(lookup, field, asText);
  return {
    ...present('alt', picture.alt ?? beside('imageAlt')),
    ...present('caption', picture.caption ?? beside('imageCaption')),
    ...present('credit', picture.credit ?? beside('imageCredit')),
    src: picture.src,
  };
}

function readSource(lookup: Lookup): Origin | undefined {
  const origin = find(lookup, 'source', asOrigin);
  const address = find(lookup, 'sourceUrl', asOrigin)?.url;
  if (!origin && address === undefined) return undefined;
  return { ...present('url', address), ...origin };
}
