/** The id of a heading of these words, as GitHub makes it; a second heading of them has another. */
export function headingId(text: string): string {
  const name = text.trim().toLowerCase();
  const isAscii = /^[\x20-\x7e]*$/.test(name);
  const words = name.replace(isAscii ? /[^a-z0-9_\- ]/g : /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '');
  return words.replace(/ /g, '-') || 'section';
}
