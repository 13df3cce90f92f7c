import { isKnownKey } from '../model/fields.ts';

/** A line of a head that opens a field or a list item; `indent` counts spaces, a tab as two. */
export interface OpeningLine {
  readonly indent: number;
  /** The dash of a list item, else absent. */
  readonly item: boolean;
  /** The key, without its quotes; absent on an item that is a plain value. */
  readonly key?: string;
  /** What follows, trimmed. */
  readonly value: string;
}

const KEY =
  /^(?:"([^"]{1,60})"|'([^']{1,60})'|(<<|[A-Za-z_\u00aa-\uffff][\w\u00aa-\uffff .-]{0,60}))\s*([:=])(.*)$/;
const MOST_QUOTED_LINES = 60;

/** Reads a line as the start of a field (`key: value`, `key = value`) or of an item (`- value`); undefined for anything else. */
export function readOpening(line: string, sign: ':' | '=' = ':'): OpeningLine | undefined {
  const text = line.trimStart();
  const indent = width(line.slice(0, line.length - text.length));
  const item = sign === ':' && /^-(?:\s|$)/.test(text);
  const rest = item ? text.slice(1).trim() : text.trimEnd();
  const field = readField(rest, sign);
  if (field) return { indent, item, ...field };
  return item ? { indent, item, value: rest } : undefined;
}

function readField(text: string, sign: ':' | '='): { key: string; value: string } | undefined {
  const match = text.includes(sign) ? KEY.exec(text) : null;
  if (!match || match[4] !== sign) return undefined;
  const key = (match[1] ?? match[2] ?? match[3] ?? '').trim();
  const value = match[5] ?? '';
  // `Catatan dia: …` may be prose, and `https://…` is none of our keys: only a known name may hold spaces or touch its value.
  const loose = key.includes(' ') || (sign === ':' && /^\S/.test(value));
  if (loose && (!isKnownKey(key) || value.startsWith('//'))) return undefined;
  return { key, value: value.trim() };
}

function width(blanks: string): number {
  return blanks.replaceAll('\t', '  ').length;
}

/** Whether a value is a whole quoted scalar of YAML. */
export function isQuoted(value: string): boolean {
  return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:\s+#.*)?$/s.test(value);
}

/** Lines after `start` that belong to the quote a value opens: up to the one that ends with it; 0 if it is not closed before the next field. */
export function quotedLines(lines: readonly string[], start: number, value: string): number {
  const quote = value[0];
  if ((quote !== '"' && quote !== "'") || isQuoted(value)) return 0;
  for (let count = 1; count <= MOST_QUOTED_LINES; count += 1) {
    const line = lines[start + count];
    if (line === undefined || isField(line)) return 0;
    if (endsQuote(line.trimEnd(), quote)) return count;
  }
  return 0;
}

/** A line that surely opens something, and is no prose with a colon: its key is known, or its value begins with a quote. */
function isField(line: string): boolean {
  const opening = readOpening(line);
  if (!opening) return false;
  return /^["']/.test(opening.value) || (opening.key !== undefined && isKnownKey(opening.key));
}

function endsQuote(line: string, quote: string): boolean {
  if (!line.endsWith(quote)) return false;
  const slashes = /\\*$/.exec(line.slice(0, -1))?.[0].length ?? 0;
  return quote === "'" || slashes % 2 === 0;
}

/** Lines after `start` that continue a plain value: up to a blank, a comment, a table of TOML or an opening line. */
export function continuedLines(
  lines: readonly string[],
  start: number,
  sign: ':' | '=' = ':',
): number {
  const end = sign === '=' ? /^\s*(?:#|$|\[[\w.-]+\])/ : /^\s*(?:#|$)/;
  let count = 0;
  for (;;) {
    const line = lines[start + count + 1];
    if (line === undefined || end.test(line) || readOpening(line, sign)) return count;
    count += 1;
  }
}

/** Lines after `start` that are the text of a block scalar (`|`, `>`): blank, or deeper than its key. */
export function blockLines(lines: readonly string[], start: number, indent: number): number {
  let count = 0;
  for (;;) {
    const line = lines[start + count + 1];
    if (line === undefined) return count;
    const text = line.trimStart();
    if (text !== '' && width(line.slice(0, line.length - text.length)) <= indent) return count;
    count += 1;
  }
}

/** Whether a value announces a block scalar. */
export function opensBlock(value: string): boolean {
  return /^[|>][-+\d]{0,2}(?:\s+#.*)?$/.test(value);
}
