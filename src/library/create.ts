/** Longest slug in a file's name, in UTF-8 bytes: with a date and an extension it stays below what file systems take. */
const LONGEST = 120;

/** The name of a new article's file: its day and its slug, `2023-09-14-judul.md`; a long slug ends after a word. */
export function fileName(iso: string, slug: string): string {
  return `${iso.slice(0, 10)}-${shortened(slug) || 'article'}.md`;
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
