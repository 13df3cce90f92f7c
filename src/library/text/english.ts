const VOWEL = /[aeiouy]/;

/** The forms that taking light endings off an English word can give: `-s`, `-es`, `-ies`, `-ed`, `-ing`. */
export function englishForms(word: string, forms: Set<string>): void {
  const one = singular(word);
  for (const form of one) forms.add(form);
  for (const form of [word, ...one]) for (const stem of verb(form)) forms.add(stem);
}

/** Without a plural; `-us`, `-is` and `-ss` are none, and short words on `-as` and `-os` are names more often. */
function singular(word: string): string[] {
  if (!word.endsWith('s') || /(?:ss|us|is|^news)$/.test(word) || word.length < 4) return [];
  const stem = word.slice(0, -1);
  if (/[ao]$/.test(stem)) return stem.length > 4 ? [stem] : [];
  if (!stem.endsWith('e')) return VOWEL.test(stem) ? [stem] : [];
  return sibilant(stem);
}

/** `studies` is of `study`, `boxes` of `box`, `articles` of `article`. */
function sibilant(stem: string): string[] {
  if (/..ie$/.test(stem)) return [`${stem.slice(0, -2)}y`];
  if (/(?:ss|x|ch|sh|z)e$/.test(stem)) return [stem.slice(0, -1), stem];
  return [stem];
}

function verb(word: string): string[] {
  if (/[^aeiou]ied$/.test(word) && word.length > 4) return [`${word.slice(0, -3)}y`];
  const [, stem] = /^(.*[^e])ed$/.exec(word) ?? /^(.+)ing$/.exec(word) ?? [];
  if (stem === undefined || stem.length < 3 || !VOWEL.test(stem)) return [];
  return restored(stem);
}

/** A stem with the letter that its ending took or doubled. */
function restored(stem: string): string[] {
  if (/([bdgmnprt])\1$/.test(stem)) return [stem.slice(0, -1)];
  // `masing`, `king`: three letters between consonants are a stem only with the e that is lost.
  if (/^[^aeiou]?[aeiou][^aeiouy]$/.test(stem)) return [`${stem}e`];
  return /[aeiouy]$/.test(stem) ? [stem] : [stem, `${stem}e`];
}
