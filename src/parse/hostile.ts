/** Work (a text's length times what it holds of a sign) that takes the native parser about 100 ms. */
const MOST_WORK = 1e8;

/** Signs of emphasis in one paragraph that are read as such; more of them are shown as they are written. */
export const MOST_DELIMITERS = 20_000;
/** A block of lines without a blank one, and the blank lines after it. */
export const BLOCK = /[\s\S]+?(?:\n(?:[ \t]*\n)+|$)/g;
/** A line that nests, or may nest, quotes and lists hundreds deep. */
export const DEEP_LINE = /^[ \t>*+\-\d.)]{1500}/m;

/** UTF-16 units of a line in which the signs of inlines cost the native parser time with the square of their number, if it is not ASCII. */
const LONG_LINE = 10_000;
/** Signs of a long line times its length that are left to the parser. */
const MOST_INLINE_WORK = 1e8;
/** Signs that begin or end inlines. */
const INLINE_SIGNS = /[[\]`<$~^*_]/g;

/** How many signs of inlines of a long line are read as such; more of them are shown as they are written. */
export function mostInlines(line: string): number {
  return MOST_INLINE_WORK / line.length;
}

/** Whether a line is long, and of a script in which its length costs the native parser time. */
export function isLongLine(line: string): boolean {
  return line.length >= LONG_LINE && !isAscii(line);
}

/** Lines are looked for one after the other: a pattern for long ones would try every place of the short ones. */
function hasCostlyLine(source: string): boolean {
  for (let start = 0, end = 0; end < source.length; start = end + 1) {
    const newline = source.indexOf('\n', start);
    end = newline < 0 ? source.length : newline;
    if (end - start >= LONG_LINE && isCostly(source.slice(start, end))) return true;
  }
  return false;
}

function isCostly(line: string): boolean {
  return isLongLine(line) && (line.match(INLINE_SIGNS) ?? []).length > mostInlines(line);
}

/** Whether a text is of ASCII alone. */
function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** Whether the native parser would be slow on a text: quick to tell for what people write. */
export function isHostile(source: string): boolean {
  if (source.length < 5000) return false;
  const underscores = count(source, '_');
  return (
    underscores + count(source, '*') > MOST_DELIMITERS ||
    underscores * source.length > MOST_WORK ||
    hasManyEntities(source) ||
    hasCostlyLine(source) ||
    DEEP_LINE.test(source)
  );
}

function hasManyEntities(source: string): boolean {
  if (count(source, '&') * source.length < MOST_WORK) return false;
  let work = 0;
  for (const [block] of source.matchAll(BLOCK)) work += count(block, '&') * block.length;
  return work > MOST_WORK;
}

/** How often a sign is in a text. */
export function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found += 1;
  return found;
}
