import { remembering } from './remember.ts';

/** Text as it is compared: no case, no marks, no apostrophes (`Jum’at` is `jumat`). */
export function fold(text: string): string {
  // Nothing but blanks, letters, digits and signs of ASCII that stay, as most titles have it.
  if (!/[^ -&(-_a-~]/.test(text)) return text.toLowerCase().trim();
  // The class of all marks takes a millisecond to build, which most commands can do without.
  const bare = /[^\0-\x7f]/.test(text)
    ? text.normalize('NFKD').replace(/[\p{M}’'`]/gu, '')
    : text.replace(/['`]/g, '');
  return bare.toLowerCase().trim();
}

/** As {@link fold}, for names that come again and again. */
export const foldName = remembering(fold);
