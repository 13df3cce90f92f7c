import { BREAK_ALLOWED, BREAK_NO } from './line-break.ts';

/** Forbids breaks in the table of break opportunities of a paragraph. */
export type Glue = (text: string, breaks: Uint8Array) => void;

/** Two words that belong on one line: both patterns hold for the words left and right of the space. */
interface Pair {
  readonly left: RegExp;
  readonly right: RegExp;
}

const MONTH_ID =
  /^(?:Jan(?:uari)?|Feb(?:ruari)?|Pebruari|Mar(?:et)?|Apr(?:il)?|Mei|Jun[i]?|Jul[i]?|Agu(?:stus|st)?|Agt|Ags|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Nop(?:ember)?|Des(?:ember)?)[.,;:)]*$/;
const MONTH_EN =
  /^(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)[.,;:)]*$/;
const DAY = /^[("“]?\d{1,2}$/;
const NUMBER = /^[(]?\d[\d.,]*$/;
const STARTS_DIGIT = /^\d/;
const CAPITAL = /^[A-Z]/;

/** Of any language: initials, sums of money, and the end marks of the press, which are never alone on a line. */
const EVERYWHERE: readonly Pair[] = [
  { left: /^[("“]?[A-Z]\.$/, right: CAPITAL },
  { left: /^[("“]?(?:Rp|US\$|S\$|RM|€|£|¥|\$)\.?$/, right: STARTS_DIGIT },
  { left: /./, right: /^\((?:\*+|[a-z]{2,4}(?:\/[a-z]{2,4})?)\)\.?$/ },
];

/** By language, as data; sources: EYD V and the press forms in docs/typography.md. */
const PAIRS: Readonly<Record<string, readonly Pair[]>> = {
  id: [
    { left: DAY, right: MONTH_ID },
    { left: MONTH_ID, right: /^\d{4}\b/ },
    { left: /^[Pp]ukul$/, right: STARTS_DIGIT },
    { left: NUMBER, right: /^(?:WIB|WITA|WIT)\b/i },
    {
      left: NUMBER,
      right:
        /^(?:ribu|juta|miliar|triliun|persen|km|m|cm|mm|kg|gram|g|ha|ton|liter|orang|tahun|hari|jam|menit|detik)\b/,
    },
    { left: /^[("“]?(?:No|Jl|Hlm|hlm|Gg|Kav|Vol|Ps)\.$/, right: /^./ },
    {
      left: /^[("“]?(?:Pasal|Ayat|ayat|Bab|RT|RW|Nomor|Gambar|Tabel|Blok|Lantai|ke)$/,
      right: /^[\dIVX]/,
    },
    { left: /^[("“]?(?:PT|CV|UD|KRI|KM|RSUD|SMA|SMP|SD)$/, right: CAPITAL },
    { left: /^[A-Za-z]/, right: /^Tbk\b/ },
    {
      left: /^[("“]?(?:Dr|dr|Drs|Dra|Prof|Ir|H|Hj|Ny|Tn|Sdr|KH|Kol|Jend|Mayjen|Letjen|Brigjen|AKBP|AKP|Kompol)\.?$/,
      right: CAPITAL,
    },
  ],
  en: [
    { left: DAY, right: MONTH_EN },
    { left: MONTH_EN, right: /^\d{1,4}\b/ },
    { left: /^[("“]?(?:Figs?|Nos?|Vol|Ch|Sec|Eq|pp?|ca|cf|vs)\.$/i, right: /^./ },
    {
      left: /^[("“]?(?:Mr|Mrs|Ms|Dr|Prof|St|Rev|Hon|Gen|Sen|Rep|Lt|Capt)\.$/,
      right: CAPITAL,
    },
    {
      left: /^[("“]?(?:Figure|Table|Chapter|Section|Part|Article|Page|page|chapter|section)$/,
      right: STARTS_DIGIT,
    },
    {
      left: NUMBER,
      right: /^(?:percent|million|billion|trillion|km|m|cm|mm|kg|g|GB|MB|KB|a\.m|p\.m|am|pm)\b/,
    },
  ],
};

/** Longest word that is looked at, in UTF-16 units. */
const LONGEST = 24;

/** The glue of a language: dates, sums, titles, initials and abbreviations stay with what they belong to. */
export function glueFor(lang: string | undefined): Glue {
  const primary = (lang ?? '').toLowerCase().split('-')[0] ?? '';
  const pairs = [...EVERYWHERE, ...(Object.hasOwn(PAIRS, primary) ? (PAIRS[primary] ?? []) : [])];
  return (text, breaks) => {
    for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      if (breaks[at + 1] !== BREAK_ALLOWED || !mayGlue(text, at)) continue;
      const left = wordBefore(text, at);
      const right = wordAfter(text, at + 1);
      if (pairs.some((pair) => pair.left.test(left) && pair.right.test(right)))
        breaks[at + 1] = BREAK_NO;
    }
  };
}

/** Whether any pair can hold around a space: all have a digit or full stop left, or a digit, capital or `(` right. */
function mayGlue(text: string, at: number): boolean {
  const left = text.charCodeAt(at - 1);
  const right = text.charCodeAt(at + 1);
  return (
    left === 0x2e ||
    isDigit(left) ||
    isDigit(right) ||
    right === 0x28 ||
    (right >= 0x41 && right <= 0x5a)
  );
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function wordBefore(text: string, end: number): string {
  const part = text.slice(Math.max(0, end - LONGEST), end);
  return part.slice(part.lastIndexOf(' ') + 1);
}

function wordAfter(text: string, start: number): string {
  const part = text.slice(start, start + LONGEST);
  const end = part.search(/\s/);
  return end < 0 ? part : part.slice(0, end);
}
