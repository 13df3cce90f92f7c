/** Text as it is compared: no case, no marks, no apostrophes (`Jum’at` is `jumat`). */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}’'`]/gu, '')
    .toLowerCase()
    .trim();
}
