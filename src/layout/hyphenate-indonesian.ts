import { COMBINING_FORMS, NASAL_RESTS, R_RESTS, VOWEL_ROOTS } from './patterns/id-data.ts';

type Unit = { readonly text: string; readonly start: number; readonly isVowel: boolean };
type Breaks = Set<number>;

const LEFT_MIN = 2;
const RIGHT_MIN = 3;

// Spellings that native and naturalised words do not have; a foreign word gets no break at all.
const FOREIGN = [
  /[^a-z]|[qx]/u,
  /([bcdfhjlmprstvwyziu])\1/u,
  /(?<!^ko)(?<=o)o|(?<!^[ks]e)(?<=e)e|(?<!n)gg|nn(?!y)|ou/u,
  /ck|ph|sh|th|wh|(?<!n)gh/u,
  /[cjvw][^aeiou]|(?<!s)y[^aeiou]/u,
  /[cjvwyz]$|(?:ed|ful|ies|[st]ion)$|[^aeiou](?<!od|ny)e$/u,
  /(?!ks$|rn$|ng$|kh$)[^aeiou]{2}$/u,
];

function unitsOf(word: string): Unit[] {
  return Array.from(word.matchAll(/ng|ny|sy|kh|[a-z]/gu), (match) => ({
    text: match[0],
    start: match.index,
    isVowel: /[aeiou]/u.test(match[0]),
  }));
}

const isOnset = (text: string): boolean =>
  /^(?:ng|ny|sy|kh|[a-z]|[bdfgkpt]r|[bfgkp]l|s[klptw]r?|kw)$/u.test(text);

// How many of the consonants between two vowels close the first syllable (PUEBI II.E.1.c-e).
function codaLength(consonants: readonly string[]): number {
  if (consonants.length < 2) return 0;
  if (consonants.length === 2) return 1;
  // eks-por, but ek-strem
  if (/^ks(?!tr)/u.test(consonants.join(''))) return 2;
  let length = 1;
  while (!isOnset(consonants.slice(length).join(''))) length++;
  return length;
}

// ai, au, ei, oi and eu may be one sound (pan-dai) or two (ma-in): PUEBI II.E.1.b, EYD V I.B.
const mayBeOneSound = (first: string, second: string): boolean =>
  /^(?:[aeo]i|[ae]u)$/u.test(first + second);

function syllableBreaks(units: readonly Unit[]): Breaks {
  const breaks: Breaks = new Set();
  let last = -1;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    if (!unit.isVowel) continue;
    const consonants = last < 0 ? [] : units.slice(last + 1, at).map(({ text }) => text);
    const isHiatus = consonants.length > 0 || !mayBeOneSound(units[last]?.text ?? '', unit.text);
    if (last >= 0 && isHiatus) breaks.add(units[last + 1 + codaLength(consonants)]!.start);
    last = at;
  }
  return breaks;
}

const CLITIC = /(?:nya|lah|kah|pun)$/u;

// `rest` itself, and what is left of it without the endings it may carry.
function possibleRoots(rest: string): string[] {
  const forms = [rest, rest.replace(CLITIC, '')];
  return [...forms, ...forms.map((form) => form.replace(/(?:kan|an|i)$/u, ''))].concat(
    forms.map((form) => form.replace(/an$/u, '')),
  );
}

const holdsRoot = (roots: ReadonlySet<string>, rest: string): boolean =>
  possibleRoots(rest).some((form) => roots.has(form));

// Between a prefix that ends in a consonant and a vowel, only the root tells where the break is.
function settlePrefix(word: string, breaks: Breaks): void {
  const site =
    /^(?:mem|pem|di|ke|se|ber|ter|me|pe)?(?:[mp]e(?<nasal>ng)|[bpt]er)(?<rest>[aeiou].*)$/u.exec(
      word,
    );
  if (site === null) return;
  const { nasal, rest } = site.groups as { nasal?: string; rest: string };
  const after = word.length - rest.length;
  const before = after - (nasal ?? 'r').length;
  const isAfter = holdsRoot(VOWEL_ROOTS, rest);
  const isBefore = holdsRoot(nasal === undefined ? R_RESTS : NASAL_RESTS, rest);
  breaks.delete(before);
  if (isAfter && !isBefore) breaks.add(after);
  if (isBefore && !isAfter) breaks.add(before);
}

// bel-ajar, inter-aksi, trans-aksi: prefixes that end in a consonant; no break on either side is safe.
function sparePrefix(word: string, breaks: Breaks): void {
  const site =
    /^(?:mem|pem|di)?[bp]e(?=lajar)|^(?:anta|inte)(?=r[aeiou])|^su(?=b[aeiou])|^tran(?=s[aeiou])/u.exec(
      word,
    );
  if (site !== null) breaks.delete(site[0].length);
}

// A prefix that ends in a vowel stays apart from a root that begins with two consonants
// (di-proses); after se-, pe- and re- the pair may as well be divided (sek-retaris, re-produksi).
function settleCluster(word: string, breaks: Breaks): void {
  const site = /^(?:di(?!plo)|ke|se|pe|re)(?=[bdfgkpt]r|[bfgkp]l)/u.exec(word);
  if (site === null) return;
  const end = site[0].length;
  breaks.delete(end + 1);
  if (/^d|^k.*an$/u.test(word)) breaks.add(end);
}

function settleCombiningForm(word: string, breaks: Breaks): void {
  for (let end = 3; end <= Math.min(7, word.length - RIGHT_MIN); end++) {
    if (!COMBINING_FORMS.has(word.slice(0, end))) continue;
    const onset = /^[^aeiou]+(?=[aeiou])/u.exec(word.slice(end))?.[0] ?? '';
    if (isOnset(onset)) keepWhole(word, end, breaks);
    // mikros-kop or mikro-skop
    if (onset === 'sk') breaks.delete(end);
  }
  const tail = word.search(/(?<=[aeiou])(?<!^(?:mem|pem|di)?pro)gra[fm]/u);
  if (tail > 0) keepWhole(word, tail, breaks);
}

// Makes `end` the only break among the consonants around it.
function keepWhole(word: string, end: number, breaks: Breaks): void {
  const from = end - (/[^aeiou]*$/u.exec(word.slice(0, end))?.[0].length ?? 0);
  const to = end + (/^[^aeiou]*/u.exec(word.slice(end))?.[0].length ?? 0);
  for (let at = from; at <= to; at++) breaks.delete(at);
  breaks.add(end);
}

// The consonant before a final -an closes the root (makan-an) unless a root cannot end in it
// (karya-wan) or the ending is the -kan of a verb (di-laku-kan); so does the one before the -i of a
// verb (me-ngunjung-i).
function settleSuffix(word: string, breaks: Breaks): void {
  const body = word.replace(CLITIC, '');
  const ending = /^(?<root>.*[aeiou])(?<last>ng|ny|sy|kh|[a-z])(?<suffix>an|i)$/u.exec(body);
  if (ending === null) return;
  const { root, last, suffix } = ending.groups as { root: string; last: string; suffix: string };
  if (!/[aeiou].*[aeiou]/u.test(root) || /^(?:[aeioucjvwy]|ny|sy)$/u.test(last)) return;
  const isVerb = /^(?:me|di|ter)/u.test(word);
  if (isVerb ? last + suffix === 'kan' : suffix === 'i' && last !== 'ng') return;
  breaks.delete(root.length);
}

// A closed syllable has no diphthong, so the two vowels before a root's last consonant are two
// syllables: ke-na-ik-an, per-ma-in-an, men-ja-uh-kan. An ending -kan after ai, au may be the root's.
function settleClosedSyllable(word: string, breaks: Breaks): void {
  const site = /^(?<head>.*[^aeiou][ao])[iu](?<last>ng|[hklmnrst])(?<tail>kan|an|i)?$/u.exec(
    word.replace(CLITIC, ''),
  );
  if (site === null) return;
  const { head, last, tail } = site.groups as { head: string; last: string; tail?: string };
  const mayEndInKan = last === 'k' && tail === 'an';
  if (mayEndInKan && !/^(?:ke|pe)/u.test(word)) return;
  breaks.add(head.length);
}

/**
 * The offsets at which a lower-case Indonesian word may be divided, by the syllable and affix rules
 * of PUEBI II.E (2015) as EYD V (2022) keeps them; where only a dictionary could decide there is none.
 */
export function divideIndonesian(word: string): number[] {
  if (FOREIGN.some((spelling) => spelling.test(word))) return [];
  const breaks = syllableBreaks(unitsOf(word));
  settleClosedSyllable(word, breaks);
  settleSuffix(word, breaks);
  sparePrefix(word, breaks);
  settleCombiningForm(word, breaks);
  settleCluster(word, breaks);
  settlePrefix(word, breaks);
  return [...breaks]
    .filter((at) => at >= LEFT_MIN && at <= word.length - RIGHT_MIN)
    .sort((one, other) => one - other);
}
