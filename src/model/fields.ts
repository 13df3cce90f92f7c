import { remembering } from './remember.ts';

/** The canonical fields of a head and, after each, the other names it is read under, best first. */
export const FIELD_ALIASES = {
  title: ['title', 'judul', 'name', 'nama', 'linkTitle', 'seoTitle'],
  subtitle: ['subtitle', 'subjudul', 'sub_title', 'deck', 'tagline'],
  description: [
    'description',
    'deskripsi',
    'summary',
    'ringkasan',
    'excerpt',
    'custom_excerpt',
    'abstract',
    'lead',
    'seoDescription',
    'meta_description',
  ],
  date: [
    'date',
    'tanggal',
    'pubDate',
    'pubDatetime',
    'publishDate',
    'published_at',
    'datePublished',
    'published',
    'created',
    'created_at',
  ],
  updated: [
    'updated',
    'diperbarui',
    'lastmod',
    'modified',
    'updatedDate',
    'modDatetime',
    'date-modified',
    'last_modified_at',
    'updated_at',
  ],
  authors: [
    'authors',
    'author',
    'penulis',
    'oleh',
    'by',
    'byline',
    'reporter',
    'pewarta',
    'wartawan',
    'jurnalis',
  ],
  editors: ['editors', 'editor', 'redaktur', 'penyunting'],
  tags: ['tags', 'tag', 'keywords', 'keyword', 'label', 'labels', 'topik', 'kata_kunci'],
  categories: ['categories', 'category', 'kategori', 'rubrik', 'section'],
  lang: ['lang', 'language', 'locale', 'bahasa'],
  slug: ['slug', 'permalink', 'path', 'url'],
  draft: ['draft', 'konsep', 'saveAsDraft'],
  image: [
    'image',
    'gambar',
    'images',
    'cover',
    'cover_image',
    'coverImage',
    'heroImage',
    'hero',
    'feature_image',
    'featured_image',
    'main_image',
    'ogImage',
    'thumbnail',
  ],
  imageAlt: ['image_alt', 'feature_image_alt', 'cover_image_alt', 'heroImageAlt', 'alt'],
  imageCaption: [
    'image_caption',
    'image_figcaption',
    'feature_image_caption',
    'cover_caption',
    'caption',
    'keterangan',
  ],
  imageCredit: ['image_credit', 'photo_credit', 'credit', 'kredit', 'foto'],
  source: ['source', 'sumber'],
  sourceUrl: [
    'source_url',
    'canonical_url',
    'canonical',
    'external_url',
    'tumblr_url',
    'original_url',
  ],
  location: ['location', 'lokasi', 'dateline'],
  series: ['series', 'seri', 'seriesSlug'],
  related: ['related', 'baca_juga'],
  aliases: ['aliases', 'alias', 'redirect_from'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A canonical field. */
export type Field = keyof typeof FIELD_ALIASES;

/** Keys that hold further fields: Zola's and Hugo's. */
export const FIELD_GROUPS: readonly string[] = ['taxonomies', 'params', 'extra'];

/** Keys that speak of a draft in other words than `draft`. */
const STATE_KEYS: readonly string[] = ['published', 'publish', 'status'];

/** Keys that only other programs use, which yet prove that a head is one. */
const FOREIGN_KEYS = ['layout', 'type', 'weight', 'id', 'class', 'order', 'cssclass', 'template'];

/** A key as it is compared: letter case and the marks `_`, `-` and space do not count. */
export const fieldKey = remembering((key) => key.toLowerCase().replace(/[_\-\s]+/g, ''));

const KNOWN: ReadonlySet<string> = new Set(
  [Object.values(FIELD_ALIASES).flat(), FIELD_GROUPS, STATE_KEYS, FOREIGN_KEYS]
    .flat()
    .map(fieldKey),
);

/** Whether a key is one that front matter is known to hold. */
export function isKnownKey(key: string): boolean {
  return KNOWN.has(fieldKey(key));
}
