import type { ArticleDate } from '../model/article.ts';

/** Longest slug in a file's name, in UTF-8 bytes: with a date and an extension it stays below what file systems take. */
const LONGEST = 120;

/**
 * The name of an article's file without its extension: its day, where it states one, and its slug, `2023-09-14-judul`; a
 * long slug ends after a word. The time of a file is no day of its article: a copy would have another name.
 */
export function baseName({
  date,
  slug,
}: {
  readonly date?: ArticleDate | undefined;
  readonly slug: string;
}): string {
  const day = date && date.origin !== 'file' ? `${date.iso.slice(0, 10)}-` : '';
  return `${day}${shortened(slug) || 'article'}`;
}

/** A slug that fits into the name of a file; a long one ends after a word. */
export function shortened(slug: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let end = 0;
  let word = 0;
  for (const char of slug) {
    bytes += encoder.encode(char).length;
    if (bytes > LONGEST) return slug.slice(0, word > 0 ? word : end);
    if (char === '-') word = end;
    end += char.length;
  }
  return slug;
}
