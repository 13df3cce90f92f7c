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
const IGNORED = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Cs}]/u;
const RGI = /^\p{RGI_Emoji}$/v;
const KEYCAP = /^[\d#*]\u20e3$/;
const PICTOGRAPH = /\p{Extended_Pictographic}/gu;
const SPACING_MARK = /\p{Mc}/u;

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
  if (cluster.length === 1 && NARROW.test(cluster)) return 1;
  const visible = [...cluster].filter((char) => !IGNORED.test(char));
  const base = visible[0];
  if (base === undefined) return 0;
  if (isWideEmoji(cluster)) return 2;
  const jamo = jamoWidth(visible);
  if (jamo !== undefined) return jamo;
  let columns = columnsOf(base);
  for (const char of visible.slice(1)) if (addsColumns(char)) columns += columnsOf(char);
  return columns;
}

function isWideEmoji(cluster: string): boolean {
  if (RGI.test(cluster) || KEYCAP.test(cluster)) return true;
  return (
    cluster.length <= 50 &&
    cluster.includes('\u200d') &&
    (cluster.match(PICTOGRAPH)?.length ?? 0) > 1
  );
}

function addsColumns(char: string): boolean {
  return SPACING_MARK.test(char) || (char >= '\uff00' && char <= '\uffef');
}

/** Conjoining jamo: a leading and a vowel jamo (and a trailing one) share two columns. */
function jamoWidth(chars: readonly string[]): number | undefined {
  if (!/[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]/.test(chars.join(''))) return undefined;
  const syllables = chars
    .join('')
    .match(
      /[\u1100-\u115f\ua960-\ua97c][\u1160-\u11a7\ud7b0-\ud7c6][\u11a8-\u11ff\ud7cb-\ud7fb]?|./gsu,
    );
  let columns = 0;
  for (const syllable of syllables ?? []) columns += syllable.length > 1 ? 2 : columnsOf(syllable);
  return columns;
}

function columnsOf(char: string): number {
  return eastAsianWidth(char.codePointAt(0) ?? 0);
}
