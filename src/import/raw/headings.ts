import { ITEM } from './blocks.ts';

/** A text that ends a sentence, perhaps in quotes, brackets or an end mark. */
const FINISHED = /[.!?…]["'”’»)\]]*(?: ?\(\*{1,3}\)\.?)?$/;
/** What no heading holds or ends in. */
const UNLIKE =
  /[.!:;,…"'”’)\]}]$|[|@•#=<>]|\d[:.]\d\d\b|\b(?:Rp|US\$|S\$)|\p{L}\.\p{L}{2}|^[-–—*_]|^[^\p{L}]*$/u;
const OPENING = /^["“'‘]?[\p{Lu}\d]/u;
const LABEL = /^(?:foto|ilustrasi|dok|grafis|infografis|photo|illustration|sumber|source|video)\b/i;
/** Words that title case leaves small: PUEBI I.F.11, and English ones. */
const SMALL = new Set(
  (
    'di ke dari dan yang untuk dengan pada dalam atau oleh para bagi serta tentang sebagai agar akan itu ini si sang ' +
    'per demi tak vs a an the of and in on for to at by with from as or'
  ).split(' '),
);
const MOST_WORDS = 10;
const LONGEST = 70;
const SHORTEST_PROSE = 60;
const CAPITALISED = 0.75;

/** Whether a block ends a sentence. */
export function isFinished(text: string): boolean {
  return FINISHED.test(text.slice(-40));
}

/** Whether a block is prose: long, or a whole sentence. */
export function isProse(text: string): boolean {
  if (text.length >= 100) return true;
  return isFinished(text) && text.split(' ').length >= 8;
}

/** Whether a line between two blocks is the heading of what follows. */
export function isHeading(before: string, text: string, after: string): boolean {
  if (text.length > LONGEST || !OPENING.test(text) || UNLIKE.test(text)) return false;
  if (!isFinished(before) || after.length < SHORTEST_PROSE || ITEM.test(after)) return false;
  return !ITEM.test(text) && !LABEL.test(text) && isInTitleCase(text);
}

function isInTitleCase(text: string): boolean {
  const words = text.split(' ');
  const content = words.filter((word) => !SMALL.has(word.toLowerCase()));
  if (words.length > MOST_WORDS || content.length === 0) return false;
  const capitalised = content.filter((word) => /^["“'‘(]?[\p{Lu}\d]/u.test(word));
  return capitalised.length >= content.length * CAPITALISED;
}
