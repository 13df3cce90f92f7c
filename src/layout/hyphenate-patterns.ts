/** Packed patterns of one language: the least letters left and right of a break, the words divided by hand, and the patterns. */
export type PatternData = {
  readonly left: number;
  readonly right: number;
  /** Words with their hyphens, separated by a space; they override the patterns. */
  readonly exceptions: string;
  /**
   * The letters of all patterns, separated by a space, by their levels: one digit before each letter
   * and one after the last, without the zeros at the end. A full stop is the edge of a word.
   */
  readonly patterns: Readonly<Record<string, string>>;
};

type Patterns = {
  readonly levels: ReadonlyMap<string, string>;
  readonly longest: number;
};

// A table of whole patterns and not a trie: it is ready in a fraction of the time, which is what
// counts for one article, and a word has few enough parts to look each one up.
function patternTable(packed: PatternData['patterns']): Patterns {
  const levels = new Map<string, string>();
  let longest = 0;
  for (const [row, group] of Object.entries(packed)) {
    for (const letters of group.split(' ')) {
      levels.set(letters, row);
      if (letters.length > longest) longest = letters.length;
    }
  }
  return { levels, longest };
}

function raiseLevels(levels: Uint8Array, from: number, row: string): void {
  for (let at = 0; at < row.length; at++) {
    const level = row.charCodeAt(at) - 0x30;
    if (level > levels[from + at]!) levels[from + at] = level;
  }
}

// The levels between the letters of the word between two full stops, by Liang's method (1983):
// each place takes the highest level of the patterns that match around it.
function levelsOf(patterns: Patterns, word: string): Uint8Array {
  const text = `.${word}.`;
  const levels = new Uint8Array(text.length + 1);
  for (let from = 0; from < text.length; from++) {
    const last = Math.min(text.length, from + patterns.longest);
    for (let to = from + 1; to <= last; to++) {
      const row = patterns.levels.get(text.slice(from, to));
      if (row !== undefined) raiseLevels(levels, from, row);
    }
  }
  return levels;
}

function exceptionBreaks(text: string): Map<string, number[]> {
  const breaks = new Map<string, number[]>();
  for (const divided of text.split(' ')) {
    const parts = divided.split('-');
    let offset = 0;
    const places = parts.slice(0, -1).map((part) => {
      offset += part.length;
      return offset;
    });
    breaks.set(parts.join(''), places);
  }
  return breaks;
}

/**
 * The divider of lower-case words by TeX hyphenation patterns (F. M. Liang, Word Hy-phen-a-tion by
 * Com-put-er, 1983): UTF-16 offsets of the breaks, ascending, at least two letters from either end.
 */
export function patternDivider(data: PatternData): (word: string) => number[] {
  const patterns = patternTable(data.patterns);
  const exceptions = exceptionBreaks(data.exceptions);
  const left = Math.max(2, data.left);
  const right = Math.max(2, data.right);
  return (word) => {
    const known = exceptions.get(word);
    if (known !== undefined) {
      return known.filter((offset) => offset >= left && offset <= word.length - right);
    }
    const levels = levelsOf(patterns, word);
    const breaks: number[] = [];
    for (let offset = left; offset <= word.length - right; offset++) {
      // the full stop before the word moves every place by one
      if (levels[offset + 1]! % 2 === 1) breaks.push(offset);
    }
    return breaks;
  };
}
