import { countSmallWords } from './small-words.ts';

const MOST = 8000;
/** Scripts other than Latin begin at U+0370; the general marks (quotes, dashes, symbols) between U+2000 and U+2BFF are none. */
const BEYOND_LATIN = /[\u0370-\u1dff\u2c00-\uffff]/;

/** Scripts that tell the language (their classes are built when asked for), in the order in which they are asked. */
const SCRIPTS: readonly (readonly [() => RegExp, (sample: string) => string])[] = [
  [() => /[\p{Script=Hiragana}\p{Script=Katakana}]+/gu, () => 'ja'],
  [() => /\p{Script=Hangul}+/gu, () => 'ko'],
  [() => /\p{Script=Han}+/gu, () => 'zh'],
  [() => /\p{Script=Thai}+/gu, () => 'th'],
  [() => /\p{Script=Arabic}+/gu, arabicLanguage],
  [() => /\p{Script=Devanagari}+/gu, () => 'hi'],
  [() => /\p{Script=Tamil}+/gu, () => 'ta'],
  [() => /\p{Script=Cyrillic}+/gu, (sample) => (/[іїєґ]/iu.test(sample) ? 'uk' : 'ru')],
  [() => /\p{Script=Greek}+/gu, () => 'el'],
  [() => /\p{Script=Hebrew}+/gu, () => 'he'],
];

/** The primary BCP 47 language of a text, by its script or its small words, from the first 8,000 UTF-16 units; undefined if unsure. */
export function guessLanguage(text: string): string | undefined {
  const sample = text.slice(0, MOST);
  if (!BEYOND_LATIN.test(sample)) return bySmallWords(sample);
  const letters = amount(sample, /\p{L}+/gu);
  // Every language quotes Latin names, and Japanese mixes kana with Han: a fifth of the letters is enough.
  const enough = letters / 5;
  if (amount(sample, /[^\P{L}\p{Script=Latin}]+/gu) <= enough) return bySmallWords(sample);
  const found = SCRIPTS.find(([script]) => amount(sample, script()) > enough);
  return found?.[1](sample);
}

/** UTF-16 units in all matches of a pattern. */
function amount(text: string, pattern: RegExp): number {
  let units = 0;
  for (const [match] of text.matchAll(pattern)) units += match.length;
  return units;
}

/** Persian writes pe, che, zhe and gaf, and its own kaf and yeh; Urdu its retroflex letters too. */
function arabicLanguage(sample: string): string {
  if (/[ٹڈڑںے]/u.test(sample)) return 'ur';
  const persian = amount(sample, /[پچژگکی]+/gu);
  return persian * 50 > amount(sample, /\p{Script=Arabic}+/gu) ? 'fa' : 'ar';
}

function bySmallWords(sample: string): string | undefined {
  const { total, indonesian, english } = countSmallWords(sample);
  const most = Math.max(indonesian, english);
  if (most < 2 || most * 12 < total || most < 1.5 * Math.min(indonesian, english)) return undefined;
  return indonesian > english ? 'id' : 'en';
}
