import type { Meta } from '../model/article.ts';

/** What `list --json` says of an article, in this order; version 1 of the schema. */
export const RECORD_FIELDS = [
  'number',
  'slug',
  'title',
  'subtitle',
  'description',
  'date',
  'updated',
  'authors',
  'tags',
  'categories',
  'lang',
  'series',
  'source',
  'draft',
  'path',
] as const;

export type RecordField = (typeof RECORD_FIELDS)[number];

/** An article of a library as JSON has it: unknown values are null, lists are never null. */
export function record(
  { meta, path }: { readonly meta: Meta; readonly path: string },
  number: number,
): Readonly<Record<RecordField, unknown>> {
  return {
    number,
    slug: meta.slug,
    title: meta.title,
    subtitle: meta.subtitle ?? null,
    description: meta.description ?? null,
    date: meta.date?.iso ?? null,
    updated: meta.updated?.iso ?? null,
    authors: meta.authors,
    tags: meta.tags,
    categories: meta.categories,
    lang: meta.lang ?? null,
    series: meta.series ?? null,
    source: meta.source ?? null,
    draft: meta.draft,
    path,
  };
}
