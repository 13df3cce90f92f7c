/** Characters that may be mark-up somewhere; the rest of a text is never looked at. */
const SIGN = /[\\*_`~^=$[\]<&]/g;
const HAS_SIGN = /[\\*_`~^=$[\]<&]/;
/** Marks that are mark-up only in pairs. */
const PAIRED = new Set(['_', '~', '^', '$', '=']);

const PUNCTUATION = /[!-/:-@[-`{-~\n]/;
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

/** Lines of a block as Markdown that renders as just these lines, with no more escapes than that takes. */
export function escaped(lines: readonly string[]): string[] {
  const text = lines.join('\n');
  if (/^(?:_+|=+)$/.test(text)) return [`\\${text}`];
  return (HAS_SIGN.test(text) ? inlineEscaped(text) : text).split('\n').map(startEscaped);
}

function inlineEscaped(text: string): string {
  const pairs = new Set([...PAIRED].filter((sign) => isPaired(sign, text)));
  if (text.includes(']:')) pairs.add('[');
  const escapedPart = (part: string, from: number) =>
    part.replace(SIGN, (sign, at: number) =>
      isMarkup(sign, text, from + at, pairs) ? `\\${sign}` : sign,
    );
  // Behind a bracket, which may open a link, no address is one.
  const firstBracket = text.includes('[') ? text.indexOf('[') : text.length;
  let out = '';
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const inner = escapedPart(address, index);
    out += escapedPart(text.slice(from, index), from);
    // A reader makes a link of an address as it stands, backslashes included.
    from = index + address.length;
    const isLast = text.charAt(from) !== '<';
    const isPlain =
      inner === address || (index <= firstBracket && isRaw(address, text.charAt(index - 1)));
    out += isPlain && isLast ? address : unlinked(inner);
  }
  return out + escapedPart(text.slice(from), from);
}

/** Whether dollars may be read as math: no space inside them, and no digit behind the second. */
function hasMath(text: string): boolean {
  if (text.includes('$$')) return true;
  const opening = text.search(/\$(?=[^ ])/);
  const closings = [...text.matchAll(/(?<=\S)\$(?!\d)/g)].map(({ index }) => index);
  return opening >= 0 && (closings.at(-1) ?? -1) > opening;
}

function isPaired(sign: string, text: string): boolean {
  if (text.indexOf(sign) === text.lastIndexOf(sign)) return false;
  if (sign === '=') return (text.match(/(?<!=)==(?!=)/g)?.length ?? 0) > 1;
  return sign !== '$' || hasMath(text);
}

/** Addresses that are made links without being asked. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<]*/gi;

/** Longer ones are escaped, in UTF-16 units. */
const LONGEST_ADDRESS = 2000;

/** Whether a reader takes the whole address for one, so that nothing in it is mark-up. */
function isRaw(address: string, before: string): boolean {
  if (!/^(?:$|[\s(])/.test(before) || address.length > LONGEST_ADDRESS) return false;
  if (/==|[;*_~][^\p{L}\p{N}/]*$/u.test(address)) return false;
  return /^(?:https?:\/\/[a-z\d]|www\.[a-z\d-]+\.[a-z\d])[^\\`]*$/i.test(address);
}

/** An address that no reader makes a link of: escapes in it are read as such. */
function unlinked(address: string): string {
  return address.replace(/https?:(?=\/\/)|www(?=\.)/gi, '$&<!---->');
}

function isMarkup(sign: string, text: string, at: number, pairs: ReadonlySet<string>): boolean {
  const after = text.charAt(at + 1);
  const before = text.charAt(at - 1);
  if (sign === '=') return pairs.has(sign) && isDouble(text, at);
  if (PAIRED.has(sign)) return pairs.has(sign) && !(sign === '_' && isInside(before, after));
  if (sign === '[' && pairs.has(sign) && /^(?:$|\n)/.test(before)) return true;
  return SINGLE[sign]?.(after, text, at) ?? true;
}

/** Whether an equals sign is one of two, and not of more. */
function isDouble(text: string, at: number): boolean {
  const before = /=*$/.exec(text.slice(Math.max(0, at - 2), at))?.[0].length ?? 0;
  const after = /^=*/.exec(text.slice(at + 1, at + 3))?.[0].length ?? 0;
  return before + after === 1;
}

/** Within a word an underscore is none. */
function isInside(before: string, after: string): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(before + after);
}

/** Whether such a sign begins or ends something; a bracket that opens a definition is told before. */
const SINGLE: Readonly<Record<string, (after: string, text: string, at: number) => boolean>> = {
  '\\': (after) => after === '' || PUNCTUATION.test(after),
  '[': (after) => after === '^' || after === '[',
  ']': (after) => after === '(' || after === '[',
  '<': (after) => /[a-z/!?]/i.test(after),
  '&': (_after, text, at) => ENTITY.test(text.slice(at, at + 40)),
};

/** What a line must not begin with: headings, quotes, lists, rules, fences, tables, definitions. */
const BLOCK_START = /^(?:#{1,6}(?= |$)|>|[-+](?= |$)|:(?= |$)|[-=]+$|(?:[-_] ?){3,}$|~{3,})/;
/** The line below the head of a table. */
const TABLE = /^[ :|-]+$/;
const NUMBERED = /^(\d{1,9})([.)])(?= |$)/;

function startEscaped(line: string): string {
  if (BLOCK_START.test(line) || (TABLE.test(line) && line.includes('-'))) return `\\${line}`;
  return NUMBERED.test(line) ? line.replace(NUMBERED, '$1\\$2') : line;
}
