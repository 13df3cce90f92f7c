/** Work (a text's length times what it holds of a sign) that takes the native parser about 100 ms. */
const MOST_WORK = 1e8;

/** Signs of emphasis in one paragraph that are read as such; more of them are shown as they are written. */
export const MOST_DELIMITERS = 20_000;
/** A block of lines without a blank one, and the blank lines after it. */
export const BLOCK = /[\s\S]+?(?:\n(?:[ \t]*\n)+|$)/g;
/** A line that nests, or may nest, quotes and lists hundreds deep. */
export const DEEP_LINE = /^[ \t>*+\-\d.)]{1500}/m;

/** Whether the native parser would be slow on a text: quick to tell for what people write. */
export function isHostile(source: string): boolean {
  if (source.length < 5000) return false;
  const underscores = count(source, '_');
  return (
    underscores + count(source, '*') > MOST_DELIMITERS ||
    underscores * source.length > MOST_WORK ||
    hasManyEntities(source) ||
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
