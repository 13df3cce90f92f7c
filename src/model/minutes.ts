/** Words a minute read in silence: 238 in English (Brysbaert 2019), 213 in Indonesian (same content, fewer words). */
const WORDS_A_MINUTE = { id: 213, other: 238 };

/** Minutes that reading `words` takes, at least one. */
export function readingMinutes(words: number, lang: string | undefined): number {
  const speed = lang?.startsWith('id') ? WORDS_A_MINUTE.id : WORDS_A_MINUTE.other;
  return Math.max(1, Math.round(words / speed));
}
