import { graphemeSegments } from 'unicode-segmenter/grapheme';
import { BREAK_ALLOWED, BREAK_NO } from './line-break-rules.ts';

/** UTF-16 units of a URL's path or query part after which it may also break before `-`, `_`, `.`, `~` and `%`. */
const LONG_URL_PART = 24;
/** A URL never leaves fewer UTF-16 units than this between two places to break. */
const SHORT_URL_PART = 4;
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 255;

// Spelled as ranges: building sets of Unicode properties costs milliseconds at start. No quotes, no scripts without spaces.
const URLS =
  /(?:\b[a-z][a-z\d+.-]{1,19}:\/\/|\bwww\.)[^\u0000-\u0020"<>\\^`{|}\u007f-\u00bf\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2000-\u206f\u2e80-\ua4cf\uac00-\udfff\uf900-\ufaff\ufe30-\uffff]+/gi;
const ADDRESS_CHARACTER = /[\w.+-]/;
const JOINTS = /[-\u2010/]+/g;
const ASCII_LETTER = /[a-z]/i;
const DASHES = /[–—―]+|…+|(?<=\s)-{1,3}(?=\s|$)/g;
const WORD_OPENERS = / [./:](?=[a-z])/gi;
/** Signs between which the default rules break, and an en dash between digits. */
const SIGNS = /[+$%\\]{2,}|(?<=\d)–(?=\d)/g;
const URL_END = /[.,;:!?'()[\]*_]/;
const SPACE = /\s/;
const HANGUL = /[\uac00-\ud7a3]/;
/** Runs of Hangul syllables, Latin letters and digits; the default rules never break within the latter two. */
const KOREAN_WORDS = /[\uac00-\ud7a3a-z\d]+/gi;
const OPENER = /["'([{“‘«‹¿¡「『（〈《【]/;
const FURTHEST_OPENER = 4;
/** Characters that never share a cluster with a neighbour of this set (CR LF aside, which LB5 keeps). */
const LONE =
  /^[\u0000-\u02ff\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0620-\u064a\u2010-\u2027\u2030-\u203a\u20ac\u3000-\u3029\u3030-\u3098\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff00-\uff9d]*$/;

function forbid(breaks: Uint8Array, at: number): void {
  if (breaks[at] === BREAK_ALLOWED) breaks[at] = BREAK_NO;
}

/** Keeps a hyphen or slash with what it joins unless two letters stand on each side: `U-23`, `1990-an`, `I/O`, `e-mail`. */
export function keepJoints(text: string, breaks: Uint8Array): void {
  for (const { 0: joint, index } of text.matchAll(JOINTS)) {
    const end = index + joint.length;
    if (breaks[end] !== BREAK_ALLOWED) continue;
    const sides = [index - 2, index - 1, end, end + 1];
    if (!sides.every((at) => isLetter(text.charAt(at)))) forbid(breaks, end);
  }
}

/** Keeps `C++`, `%%` and ranges such as `10–15` together. */
export function keepSigns(text: string, breaks: Uint8Array): void {
  for (const { 0: signs, index } of text.matchAll(SIGNS)) {
    for (let at = index + 1; at < index + signs.length; at++) forbid(breaks, at);
    if (signs === '–') forbid(breaks, index + 1);
  }
}

/** Allows a break before a sign that opens a word after a space: `.NET`, `/usr`, `:smile:` (LB13 and LB15d forbid it). */
export function freeOpeners(text: string, breaks: Uint8Array): void {
  for (const { index } of text.matchAll(WORD_OPENERS)) {
    const before = text.charAt(index - 1);
    if (before !== '' && !SPACE.test(before) && !OPENER.test(before)) {
      breaks[index + 1] = BREAK_ALLOWED;
    }
  }
}

function isLetter(char: string): boolean {
  if (char <= '\x7f') return ASCII_LETTER.test(char);
  return /[\p{L}\p{M}\ud800-\udfff]/u.test(char); // made only when met, see above
}

/** Keeps a dash or ellipsis off the start of a line, and with its word where it opens one. */
export function keepDashes(text: string, breaks: Uint8Array): void {
  for (const { 0: dash, index } of text.matchAll(DASHES)) {
    const end = index + dash.length;
    const closes = end === text.length || SPACE.test(text.charAt(end));
    forbid(breaks, opensWord(text, index) && !closes ? end : index);
  }
}

function opensWord(text: string, at: number): boolean {
  let start = at;
  while (at - start < FURTHEST_OPENER && OPENER.test(text.charAt(start - 1))) start--;
  return start === 0 || SPACE.test(text.charAt(start - 1));
}

/** Breaks a URL after `/` and before `? & # =` only (in long parts also before `- _ . ~ %`), a mail address nowhere. */
export function keepAddresses(text: string, breaks: Uint8Array): void {
  if (text.includes('://') || text.includes('www.')) {
    for (const { 0: url, index } of text.matchAll(URLS)) breakUrl(url, index, breaks);
  }
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    keepMailAddress(text, at, breaks);
  }
}

function breakUrl(url: string, offset: number, breaks: Uint8Array): void {
  let end = url.length;
  while (URL_END.test(url.charAt(end - 1))) end--; // belongs to the sentence
  let part = 0;
  for (let at = 1; at < end; at++) {
    const opens = at - part >= SHORT_URL_PART && startsPart(url, at);
    const long = part > 0 && at - part >= LONG_URL_PART && '-_.~%'.includes(url.charAt(at));
    breaks[offset + at] = opens || long ? BREAK_ALLOWED : BREAK_NO;
    if (opens) part = at;
  }
}

function startsPart(url: string, at: number): boolean {
  const before = url.charAt(at - 1);
  const after = url.charAt(at);
  if (before === '/') return after !== '/' && !':/'.includes(url.charAt(at - 2));
  return '?&#='.includes(after) && before !== after;
}

function keepMailAddress(text: string, sign: number, breaks: Uint8Array): void {
  let start = sign;
  while (sign - start < LONGEST_LOCAL_PART && ADDRESS_CHARACTER.test(text.charAt(start - 1)))
    start--;
  let end = sign + 1;
  while (end - sign < LONGEST_DOMAIN && ADDRESS_CHARACTER.test(text.charAt(end))) end++;
  for (let at = start + 1; start < sign && at < end; at++) forbid(breaks, at);
}

/** Keeps Korean words whole, with the letters and digits that are part of them, as CSS `word-break: keep-all` does. */
export function keepKorean(text: string, breaks: Uint8Array): void {
  if (!HANGUL.test(text)) return;
  for (const { 0: word, index } of text.matchAll(KOREAN_WORDS)) {
    for (let at = index + word.length - 1; at > index; at--) forbid(breaks, at);
  }
}

/** Forbids every break inside an extended grapheme cluster (UAX #29). */
export function keepClusters(text: string, breaks: Uint8Array): void {
  if (LONE.test(text)) return;
  for (const { segment, index } of graphemeSegments(text)) {
    for (let at = index + segment.length - 1; at > index; at--) forbid(breaks, at);
  }
}
