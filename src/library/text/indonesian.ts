/**
 * The forms that taking affixes off an Indonesian word can give, by rules alone: there is no dictionary to say which of
 * them is the root, so all that sound like a root are kept, and words are told to be related when forms of theirs meet.
 */
export function indonesianForms(word: string, forms: Set<string>): void {
  for (const base of bare(word)) {
    if (base !== word) forms.add(base);
    for (const [suffix, stem] of withoutSuffix(base)) {
      if (suffix !== '' && isRoot(stem, 'suffix')) forms.add(stem);
      withoutPrefix(stem, suffix, [], forms);
    }
  }
}

type Prefix = 'di' | 'me' | 'pe' | 'per' | 'ber' | 'ter' | 'ke' | 'se';
type Suffix = '' | 'kan' | 'an' | 'i';

/** What may stand before what: `mem-per-main-kan`, `ke-ber-hasil-an`. */
const INSIDE: Readonly<Record<Prefix, readonly Prefix[]>> = {
  di: ['per', 'pe', 'ber', 'ter', 'ke', 'se'],
  me: ['per', 'pe', 'ber', 'ter', 'ke', 'se'],
  pe: ['per', 'ber', 'ter', 'ke', 'se'],
  per: ['ber', 'ter', 'ke', 'se'],
  ber: ['per', 'pe', 'ke', 'se'],
  ter: ['per', 'pe', 'se'],
  ke: ['per', 'pe', 'ber', 'ter', 'se'],
  se: ['per', 'pe', 'ber', 'ke'],
};
const PREFIXES = Object.keys(INSIDE) as Prefix[];

/** Suffixes that no word has together with a prefix at its beginning. */
const NEVER: Readonly<Record<Prefix, readonly Suffix[]>> = {
  di: ['an'],
  me: ['an'],
  pe: ['kan', 'i'],
  per: [],
  ber: ['i'],
  ter: ['an'],
  ke: ['kan'],
  se: ['kan', 'i'],
};
/** Most prefixes on one word. */
const DEEPEST = 3;

/** The word, and what is left of it without `-lah`, `-nya` and their like. */
function bare(word: string): string[] {
  const bases = [word];
  const particle = /^(.{4,}|.*[aiueo].[aiueo])(?:lah|kah|tah|pun)$/.exec(word)?.[1];
  if (particle !== undefined) bases.push(particle);
  for (const base of [...bases]) {
    const owned = /^(?:(.{3,})nya|(.{4,})[km]u)$/.exec(base);
    if (owned) bases.push((owned[1] ?? owned[2]) as string);
  }
  return bases;
}

function withoutSuffix(base: string): [Suffix, string][] {
  const stems: [Suffix, string][] = [['', base]];
  if (base.endsWith('an')) stems.push(['an', base.slice(0, -2)]);
  if (base.endsWith('kan')) stems.push(['kan', base.slice(0, -3)]);
  if (/[^i]i$/.test(base)) stems.push(['i', base.slice(0, -1)]);
  return stems.filter(([, stem]) => stem.length >= 3);
}

function withoutPrefix(
  stem: string,
  suffix: Suffix,
  before: readonly Prefix[],
  forms: Set<string>,
): void {
  for (const prefix of possible(stem, suffix, before)) {
    const taken = [...before, prefix];
    for (const root of BARE[prefix](stem).filter((form) => isRoot(form, prefix, stem))) {
      forms.add(root);
      if (taken.length < DEEPEST) withoutPrefix(root, suffix, taken, forms);
    }
  }
}

/** The prefixes that a word may begin with, after those that were taken off. */
function possible(stem: string, suffix: Suffix, before: readonly Prefix[]): readonly Prefix[] {
  const outer = before.at(-1);
  const start = stem.slice(0, 2);
  if (outer) return INSIDE[outer].filter((prefix) => prefix.startsWith(start));
  return PREFIXES.filter((prefix) => prefix.startsWith(start) && !NEVER[prefix].includes(suffix));
}

/** What is left of a word without a prefix, in each way it can be read: `mengirim` is of `irim` or `kirim`. */
const BARE: Readonly<Record<Prefix, (word: string) => readonly string[]>> = {
  di: after('di'),
  ke: after('ke'),
  se: after('se'),
  per: (word) => (word.startsWith('pelajar') ? [word.slice(3)] : after('per')(word)),
  ber: (word) => {
    if (word.startsWith('belajar')) return [word.slice(3)];
    return /^be[^aiueor]er/.test(word) ? [word.slice(2)] : rolling('ber')(word);
  },
  ter: rolling('ter'),
  me: (word) => (/^me[nmlrwy]/.test(word) ? nasal(word.slice(2)) : []),
  pe: (word) => (/^pe[^aiueo]/.test(word) ? nasal(word.slice(2)).concat(agent(word)) : []),
};

function after(prefix: string): (word: string) => readonly string[] {
  return (word) => (word.startsWith(prefix) ? [word.slice(prefix.length)] : []);
}

/** A prefix that loses its r before another: `berenang` is of `renang`. */
function rolling(prefix: string): (word: string) => readonly string[] {
  return (word) => {
    if (!word.startsWith(prefix)) return [];
    const rest = word.slice(prefix.length);
    return /^[aiueo]/.test(rest) ? [rest, `r${rest}`] : [rest];
  };
}

/** One who does it, without a nasal: `petani`, `pekerja`. */
function agent(word: string): string[] {
  return /^pe[^aiueonmlrwy]/.test(word) ? [word.slice(2)] : [];
}

/** The roots of what follows `me-` or `pe-`, whose nasal may stand for the root's first letter. */
function nasal(rest: string): string[] {
  const [, sound = '', tail = ''] = /^(ng|ny|n|m|)(.*)$/.exec(rest) ?? [];
  if (sound === '') return /^[lrwy]/.test(rest) ? [rest] : [];
  return /^[aiueo]/.test(tail) ? swallowed(sound, tail) : following(KEPT[sound] ?? '', tail);
}

/** The letters that a root keeps after each nasal. */
const KEPT: Readonly<Record<string, string>> = { ng: 'ghkq', ny: '', m: 'bfvp', n: 'cdjzst' };
/** The letters that each nasal stands for. */
const LOST: Readonly<Record<string, readonly string[]>> = {
  ng: ['', 'k'],
  ny: ['s', 'ny'],
  m: ['p', 'm'],
  n: ['t', 'n'],
};

function swallowed(sound: string, tail: string): string[] {
  const roots = (LOST[sound] ?? []).map((letter) => letter + tail);
  return sound === 'ng' ? roots.concat(oneSyllable(tail)) : roots;
}

function following(letters: string, tail: string): string[] {
  return letters.includes(tail.charAt(0)) ? [tail] : [];
}

/** `mengecat` is of `cat`. */
function oneSyllable(tail: string): string[] {
  return /^e[^aiueo][aiueo][^aiueo]$/.test(tail) ? [tail.slice(1)] : [];
}

/** Consonants that an Indonesian root begins and ends with; between vowels there are at most three. */
const ONSET =
  /^(?:[bcdfghjklmnprstvwyz]|[bcdfgkpst]r|[bfgkps]l|kh|ny|ng|sy|s[kptmnw]|s[kpt]r|kw|ps)?[aiueo]/;
const CODA = /(?:[aiueo]|[aiueo](?:[bdfghklmnprstz]|ng|ns|ks|rs|lm|rn|kh))$/;
const CROWD = /[^aiueo]{4}/;

/** Whether a form sounds like a root. One syllable is enough only where such roots are common. */
function isRoot(form: string, taken: Prefix | 'suffix', stem = ''): boolean {
  if (form.length < 3 || !ONSET.test(form) || !CODA.test(form) || CROWD.test(form)) return false;
  if (SHORT_PAIR.test(form)) return !['suffix', 'se', 'pe'].includes(taken);
  return !SYLLABLE.test(form) || takesSyllables(taken, stem.length - form.length);
}

/** `dua`, `air`: two vowels side by side. */
const SHORT_PAIR = /^(?:[aiueo]{2}.|[^aiueo][aiueo]{2})$/;
/** `cat`, `bom`, `bang`. */
const SYLLABLE = /^[^aiueo]+[aiueo](?:[^aiueo]|ng)$/;

/** Roots like `cat` and `bom` are borrowed: they take `di-`, or `menge-` and `penge-`, which are five letters. */
function takesSyllables(taken: Prefix | 'suffix', letters: number): boolean {
  return taken === 'di' || taken === 'ber' || (/^[mp]e$/.test(taken) && letters === 5);
}
