/** Text as it is compared: no case, no marks, no apostrophes (`Jum’at` is `jumat`). */
export function fold(text: string): string {
  // The class of all marks takes a millisecond to build, which most commands can do without.
  const bare = /[^\0-\x7f]/.test(text)
    ? text.normalize('NFKD').replace(/[\p{M}’'`]/gu, '')
    : text.replace(/['`]/g, '');
  return bare.toLowerCase().trim();
}
