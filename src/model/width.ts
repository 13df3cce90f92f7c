import { eastAsianWidth } from 'get-east-asian-width';
import { graphemeSegments } from 'unicode-segmenter/grapheme';

/** One user-perceived character and the columns it takes (0, 1 or 2; more for stacked jamo or spacing marks). */
export interface Cluster {
  readonly text: string;
  readonly columns: number;
}

const ASCII = /^[\x20-\x7e]*$/;
/** Text below U+0300 has no marks and nothing wide: one column a UTF-16 unit, soft hyphens and controls aside. */
const NARROW = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u203a\u20ac]*$/;
const KEYCAP = /^[\d#*]\ufe0f?\u20e3$/;
/** Two regional indicators, an emoji modifier, or a picture asked for as an emoji (VS16). */
const EMOJI_SIGN = /[\u{1f1e6}-\u{1f1ff}]{2}|[\u{1f3fb}-\u{1f3ff}]|\ufe0f/u;

/** Built when first met: compiling large Unicode classes costs more than reading an article of plain letters. */
const classes = new Map<string, RegExp>();

function unicodeClass(source: string): RegExp {
  const known = classes.get(source) ?? new RegExp(source, 'u');
  classes.set(source, known);
  return known;
}

const IGNORED = '[\\p{Default_Ignorable_Code_Point}\\p{Cc}\\p{Cf}\\p{Mn}\\p{Me}\\p{Cs}]';
const PICTOGRAPH = '\\p{Extended_Pictographic}';
const EMOJI = '^\\p{Emoji}';
const SPACING_MARK = '\\p{Mc}';

/** Whether every UTF-16 unit of a text takes exactly one column: quick to tell, and true of most prose. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

/** Columns that `text` takes on a terminal (Unicode 17 East Asian Width, RGI emoji are 2, marks are 0). */
export function width(text: string): number {
  if (NARROW.test(text)) return text.length;
  let columns = 0;
  for (const cluster of clusters(text)) columns += cluster.columns;
  return columns;
}

/** The extended grapheme clusters of `text` (UAX #29) with their columns. */
export function clusters(text: string): Cluster[] {
  const found: Cluster[] = [];
  if (ASCII.test(text)) {
    for (const char of text) found.push({ text: char, columns: 1 });
    return found;
  }
  for (const { segment } of graphemeSegments(text)) {
    found.push({ text: segment, columns: clusterWidth(segment) });
  }
  return found;
}

function clusterWidth(cluster: string): number {
  if (cluster.length === 1 && isCommon(cluster.charCodeAt(0))) return columnsOf(cluster);
  const visible = [...cluster].filter((char) => !unicodeClass(IGNORED).test(char));
  const base = visible[0];
  if (base === undefined) return 0;
  if (isWideEmoji(cluster)) return 2;
  const jamo = jamoWidth(visible);
  if (jamo !== undefined) return jamo;
  let columns = columnsOf(base);
  for (const char of visible.slice(1)) if (addsColumns(char)) columns += columnsOf(char);
  return columns;
}

/** Letters that are no marks, no controls and no emoji: Latin to Cyrillic, kana, ideographs, Hangul syllables. */
function isCommon(code: number): boolean {
  return (
    (code >= 0x20 && code < 0x7f) ||
    (code > 0xad && code < 0x300) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x309b && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0x3001 && code <= 0x3029) ||
    (code >= 0xff01 && code <= 0xff9d)
  );
}

function isWideEmoji(cluster: string): boolean {
  if (KEYCAP.test(cluster)) return true;
  if (EMOJI_SIGN.test(cluster))
    return !/^[\d#*]/.test(cluster) && unicodeClass(EMOJI).test(cluster);
  if (cluster.length > 50 || !cluster.includes('\u200d')) return false;
  const pictures = [...cluster].filter((char) => unicodeClass(PICTOGRAPH).test(char));
  return pictures.length > 1;
}

function addsColumns(char: string): boolean {
  return unicodeClass(SPACING_MARK).test(char) || (char >= '\uff00' && char <= '\uffef');
}

/** Conjoining jamo: a leading and a vowel jamo (and a trailing one) share two columns. */
function jamoWidth(chars: readonly string[]): number | undefined {
  const text = chars.join('');
  if (!/[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/.test(text)) return undefined;
  const syllables = text.match(
    /[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6][\u11a8-\u11ff\ud7cb-\ud7fb]?|./gsu,
  );
  let columns = 0;
  for (const syllable of syllables ?? []) columns += syllable.length > 1 ? 2 : columnsOf(syllable);
  return columns;
}

function columnsOf(char: string): number {
  return eastAsianWidth(char.codePointAt(0) ?? 0);
}
