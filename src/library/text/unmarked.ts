/** Stands for a sign of Markdown that takes no room in the text that is shown. */
export const HIDDEN = '\0';

/** Signs within a line, and what is not read: addresses of links, attributes of tags. All bounded, so linear. */
const INLINE = [
  /<\/?[a-zA-Z][^<>\n]{0,400}>/g,
  /<(?=https?:)|(?<=^|\s)<(?=[^\s<>]{1,200}@)/g,
  /\]\([^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)/g,
  /\]\[[^\]\n]{0,200}\]/g,
  /!?\[(?:\^[^\]\n]{1,60}\]:?)?|\](?!\w)/g,
  /`{1,3}(?=\S)|(?<=\S)`{1,3}|==(?=\S)|(?<=\S)==/g,
  // What opens stands before a word, what closes after one: (*) is neither.
  /(?<!\\)[*~]{1,3}(?=[\p{L}\p{N}"'“‘([<\0&$])|(?<=[\p{L}\p{M}\p{N}.,;:!?"'”’)\]>\0…%$])[*~]{1,3}/gu,
  /(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu,
  /\\(?=[!-/:-@[-`{-~])/g,
];
/** Signs at the beginning of a line, and lines of signs only. */
const BLOCK = [
  /^[ \t]*(?:`{3,}|~{3,})[^\n]*$/gm,
  /^ {0,3}\[[^\]^\n]{1,200}\]:[ \t][^\n]*$/gm,
  /^[ \t]*[-=|:*_+ \t]{3,}$/gm,
  /^[ \t]*(?:>[ \t]?){1,20}(?:\[!\w{1,20}\])?/gm,
  /^[ \t]*[-*+][ \t](?:\[[ xX]\][ \t])?/gm,
  /^ {0,3}#{1,6}(?=[ \t])/gm,
  /\{#[\w-]{1,80}\}[ \t]*$/gm,
  /\|/g,
];
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
};

/**
 * Markdown as it is read, sign by sign in the same places: signs between words become blanks, those within words
 * {@link HIDDEN}. A light reading without a parser: what it takes for a sign is hidden, never a word.
 */
export function unmarked(markdown: string): string {
  return unmarkedLines(withoutComments(markdown));
}

/** As {@link unmarked}, of whole lines of a text that is without comments: no other sign goes over the end of a line. */
export function unmarkedLines(lines: string): string {
  let text = withoutBlockSigns(lines);
  for (const pattern of INLINE) text = text.replace(pattern, hidden);
  return text.replace(/&(?:nbsp|amp|lt|gt|quot);/g, (entity) =>
    (ENTITIES[entity] ?? '').padEnd(entity.length, HIDDEN),
  );
}

/** Whether nothing is read of a line of a text that is without comments. */
export function isUnread(line: string): boolean {
  return !BEGINS_WORD.test(line) && withoutBlockSigns(line).trim() === '';
}

/** No sign stands before these. */
const BEGINS_WORD = /^[a-zA-Z0-9]/;

function withoutBlockSigns(lines: string): string {
  let text = lines;
  for (const pattern of BLOCK) text = text.replace(pattern, blanks);
  return text;
}

function blanks(signs: string): string {
  return ' '.repeat(signs.length);
}

function hidden(signs: string): string {
  return HIDDEN.repeat(signs.length);
}

/** A text with its comments made blank. */
export function withoutComments(text: string): string {
  let out = '';
  let from = 0;
  for (let at = text.indexOf('<!--'); at >= 0; at = text.indexOf('<!--', from)) {
    const end = text.indexOf('-->', at);
    if (end < 0) break;
    out += text.slice(from, at) + text.slice(at, end + 3).replace(/[^\n]/g, ' ');
    from = end + 3;
  }
  return out + text.slice(from);
}
