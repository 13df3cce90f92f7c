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
  return (HAS_SIGN.test(text) ? inlineEscaped(text) : text).split('\n').map(startEscaped);
}

function inlineEscaped(text: string): string {
  const pairs = new Set(
    [...PAIRED].filter((sign) => text.indexOf(sign) !== text.lastIndexOf(sign)),
  );
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

/** Addresses that are made links without being asked. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<]*/gi;

/** Whether a reader takes the whole address for one, so that nothing in it is mark-up. */
function isRaw(address: string, before: string): boolean {
  if (!/^(?:$|[\s(])/.test(before)) return false;
  if (/==|[;*_~][^\p{L}\p{N}/]*$/u.test(address)) return false;
  return /^(?:https?:\/\/[a-z\d]|www\.[a-z\d-]+\.[a-z\d])[^\\`]*$/i.test(address);
}

/** An address that no reader makes a link of: escapes in it are read as such. */
function unlinked(address: string): string {
  return address.replace(/^(https?:|www)/i, '$1<!---->');
}

function isMarkup(sign: string, text: string, at: number, pairs: ReadonlySet<string>): boolean {
  const after = text.charAt(at + 1);
  const before = text.charAt(at - 1);
  if (PAIRED.has(sign)) return pairs.has(sign) && PAIRS[sign]?.(before, after) !== false;
  return SINGLE[sign]?.(after, text, at, before) ?? true;
}

/** Whether one of several such signs can open or close something there. */
const PAIRS: Readonly<Record<string, (before: string, after: string) => boolean>> = {
  _: (before, after) => !(/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)),
  '=': (before, after) => before === '=' || after === '=',
};

const SINGLE: Readonly<
  Record<string, (after: string, text: string, at: number, before: string) => boolean>
> = {
  '\\': (after) => after === '' || PUNCTUATION.test(after),
  '[': (after, text, at) => after === '^' || after === '[' || isLabel(text, at),
  ']': (after) => after === '(' || after === '[',
  '<': (after) => /[a-z/!?]/i.test(after),
  '&': (_after, text, at) => ENTITY.test(text.slice(at, at + 40)),
};

/** Whether a bracket may open the definition of a reference: at the start of a line, with `]:` behind it. */
function isLabel(text: string, at: number): boolean {
  if (at > 0 && text.charAt(at - 1) !== '\n') return false;
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end).includes(']:');
}

/** What a line must not begin with: headings, quotes, lists, rules, fences, tables, definitions. */
const BLOCK_START =
  /^(?:#{1,6}(?= |$)|>|[-+](?= |$)|:(?= |$)|[-=]+$|(?:[-_] ?){3,}$|~{3,}|\|?[ :|-]*-[ :|-]*$)/;
const NUMBERED = /^(\d{1,9})([.)])(?= |$)/;

function startEscaped(line: string): string {
  if (BLOCK_START.test(line)) return `\\${line}`;
  return NUMBERED.test(line) ? line.replace(NUMBERED, '$1\\$2') : line;
}
