/** Where a report was sent from and by whom, as its first words say. */
export interface Dateline {
  readonly location?: string;
  readonly source?: string;
}

const DASH = '(?:-{1,2}|–|—|:)';
const WORD = "(?:(?:\\p{Lu}\\.)+|\\p{Lu}[\\p{L}'’]*\\.?)";
const PLACE = `${WORD}(?:[ /-]${WORD}){0,3}`;
const REGION = `(?:, ${PLACE})?`;
const DAY =
  '(?:,? \\d{1,2}(?:/\\d{1,2}(?:/\\d{2,4})?| \\p{L}{3,9}(?: \\d{4})?)|, \\p{L}{3,9}\\.? \\d{1,2})?';
const TOP = 'com|co\\.id|co|id|net|org|news|tv|info';
const DOMAIN = `[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.(?:${TOP}|${TOP.toUpperCase()})(?![\\p{L}\\d])`;
const CAPITALS = '\\p{Lu}[\\p{Lu}\\d]{2,}(?: \\p{Lu}[\\p{Lu}\\d]*){0,2}';
const SITE = `(?:${DOMAIN}|${CAPITALS}|Antara|batampos|Bloomberg|Reuters|Xinhua)`;
/** Beginnings of notices and of sentences, not places. */
const NO_PLACE = new RegExp(
  `^(?:${[
    'INFO|ADV|ADVERTORIAL|BREAKING|UPDATE|OPINI|EDITORIAL|VIDEO|FOTO|CATATAN|KOLOM|LIVE|INFOGRAFIS|EXCLUSIVE|POPULER',
    'Presiden|Wakil|Gubernur|Menteri|Bupati|Wali|Kepala|Ketua|Direktur|Polisi|Tim|President|Prime|Minister|Mr|Mrs|Dr',
    'Setelah|Sebelum|Menurut|Dalam|Pada|Saat|Ketika|Sejak|Untuk|Dari|Jika|Para|Namun|Sementara|Selain|Akibat|Kabar',
    'The|An?|In|On|At|When|After|Before|But|And|For|With|This|That',
  ].join('|')})\\b`,
  'i',
);

type Form = readonly [pattern: RegExp, place: 1 | 2 | undefined, site: 1 | 2 | undefined];

/** Most telling forms first. */
const FORMS: readonly Form[] = [
  // MOSKOW (sijori.id) - · Mataram, 7/12 (Antara) - · JAKARTA, Indonesia (AP) —
  [`(${PLACE}${REGION})${DAY} ?\\(([^()\\d][^()/]{1,39})\\) ?${DASH}`, 1, 2],
  // Batam (18/6/2025) -
  [`(${PLACE}) \\(\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?\\) ?${DASH}`, 1, undefined],
  // (CNN) —
  [`\\((${SITE})\\) ?${DASH}`, undefined, 1],
  // JAKARTA, KOMPAS.com – · LINGGA, POSMETRO.CO :
  [`(${PLACE}), ?(${DOMAIN}|${CAPITALS}|(?:CNN|CNBC) Indonesia) ?${DASH}`, 1, 2],
  // Liputan6.com, Jakarta - · INSPIRASIKEPRI.COM | BATAM - · GOTVNEWS, Tanjungpinang –
  [`(${SITE}) ?[,|] ?(${PLACE}) ?(?:-{1,2}|–|:)`, 2, 1],
  // Liputan6.com - · ANTARA - · batampos –
  [`(${DOMAIN}|ANTARA|VIVA|OKEZONE|batampos|[a-z]{5,20}(?= [–—-] \\p{Lu})) ?${DASH}`, undefined, 1],
  // JAKARTA– · SAGULUNG- · NEW YORK — · WASHINGTON, June 18 -
  [
    `(\\p{Lu}{3,}(?:[ -]\\p{Lu}{2,}){0,3}${REGION})${DAY}(?: ?(?:--|[–—])| -|-(?= )) ?`,
    1,
    undefined,
  ],
  // ANAMBAS-Kuatnya
  ['(\\p{Lu}{5,})-(?=\\p{Lu}\\p{Ll})', 1, undefined],
  // Batam - Warga
  [`(${PLACE}) (?:-|–|—) (?=["“'‘]?\\p{Lu})`, 1, undefined],
].map(([pattern, place, site]) => [new RegExp(`^${pattern}`, 'u'), place, site] as Form);

/** Longest dateline, in UTF-16 units. */
const LONGEST = 110;

/** The place and the site that a report begins with; both stay in the text. */
export function readDateline(text: string): Dateline | undefined {
  const start = text.slice(0, LONGEST);
  if (NO_PLACE.test(start)) return undefined;
  for (const [pattern, place, site] of FORMS) {
    const match = pattern.exec(start);
    if (!match || text.length < match[0].length + 10) continue;
    const location = place && match[place];
    const source = site && match[site];
    return {
      ...(location !== undefined && { location: inTitleCase(location) }),
      ...(source !== undefined && { source }),
    };
  }
  return undefined;
}

/** `MOSKOW` as `Moskow`; what has small letters, and short names in capitals, stay as they are. */
function inTitleCase(place: string): string {
  return place
    .split(', ')
    .map((part) =>
      /\p{Ll}/u.test(part) || part.length < 4
        ? part
        : part.replace(/\p{Lu}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase()),
    )
    .join(', ');
}
