import { isKnownKey } from '../model/fields.ts';
import {
  blockLines,
  continuedLines,
  isQuoted,
  type OpeningLine,
  opensBlock,
  quotedLines,
  readOpening,
} from './front-matter-lines.ts';

type Fields = Record<string, unknown>;

/** What a flat reading has open: where keys go, and where the next item or continuation goes. */
interface Reading {
  readonly data: Fields;
  group: Fields;
  key: string | undefined;
  keys: number;
}

/** The most keys that are kept; known ones are kept beyond. */
const MOST_KEYS = 1000;

/**
 * Reads a head that no parser takes line by line: `key: value` (or `key = value`), `- item`, and one level below a key
 * without a value. Undefined if nothing can be read, or if prose stands in it, which is then the article's and not lost.
 */
export function readFlat(raw: string, sign: ':' | '='): Fields | undefined {
  const lines = raw.split('\n');
  const data: Fields = Object.create(null);
  const reading: Reading = { data, group: data, key: undefined, keys: 0 };
  for (let at = 0; at < lines.length; ) {
    const taken = readEntry(lines, at, sign, reading);
    if (taken === 0) return undefined;
    at += taken;
  }
  return reading.keys > 0 ? data : undefined;
}

/** Reads the entry at a line and says how many lines it took; 0 if it is prose. */
function readEntry(
  lines: readonly string[],
  at: number,
  sign: ':' | '=',
  reading: Reading,
): number {
  const line = lines[at] ?? '';
  if (/^\s*(?:#|$)/.test(line)) return 1;
  if (sign === '=' && openTable(line, reading)) return 1;
  const opening = readOpening(line, sign);
  if (!opening) return 0;
  const rest = continuation(lines, at, opening, sign);
  const text = joined(opening.value, rest);
  if (opening.item) addItem(reading, opening.key === undefined ? text : `${opening.key}: ${text}`);
  else setField(reading, opening.key ?? '', text, opening.indent > 0);
  return rest.length + 1;
}

/** The lines below an opening line that belong to its value. */
function continuation(
  lines: readonly string[],
  at: number,
  { value, indent }: OpeningLine,
  sign: ':' | '=',
): string[] {
  const count = opensBlock(value)
    ? blockLines(lines, at, indent)
    : textLines(lines, at, value, sign);
  return lines.slice(at + 1, at + 1 + count).map((line) => line.trim());
}

function joined(value: string, rest: readonly string[]): string {
  return (opensBlock(value) ? rest.join('\n') : [value, ...rest].join(' ')).trim();
}

function textLines(lines: readonly string[], at: number, value: string, sign: ':' | '='): number {
  const quoted = sign === ':' ? quotedLines(lines, at, value) : 0;
  return quoted + (value === '' ? 0 : continuedLines(lines, at + quoted, sign));
}

/** `[taxonomies]` of TOML: the keys below it are its own. */
function openTable(line: string, reading: Reading): boolean {
  const name = /^\s*\[+\s*([\w.-]{1,60})\s*\]+\s*(?:#.*)?$/.exec(line)?.[1];
  if (name === undefined) return false;
  reading.group = Object.create(null);
  put(reading, reading.data, name, reading.group);
  return true;
}

function setField(reading: Reading, key: string, text: string, deeper: boolean): void {
  const parent = reading.key === undefined ? undefined : reading.group[reading.key];
  if (deeper && reading.key !== undefined && (parent === '' || isFields(parent))) {
    const inner: Fields = isFields(parent) ? parent : Object.create(null);
    reading.group[reading.key] = inner;
    put(reading, inner, key, scalar(text));
    return;
  }
  put(reading, reading.group, key, scalar(text));
  reading.key = key;
}

function addItem(reading: Reading, text: string): void {
  if (reading.key === undefined) return;
  const list = reading.group[reading.key];
  if (Array.isArray(list)) list.push(scalar(text));
  else if (list === '') reading.group[reading.key] = [scalar(text)];
}

function put(reading: Reading, fields: Fields, key: string, value: unknown): void {
  if (key === '__proto__' || (reading.keys >= MOST_KEYS && !isKnownKey(key))) return;
  fields[key] = value;
  reading.keys += 1;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A quoted text without its quotes, a bracketed list as a list, anything else as it is. */
function scalar(text: string): string | string[] {
  if (text.startsWith('[') && text.endsWith(']')) {
    const items = text.slice(1, -1).split(',');
    return items.map((item) => unquote(item.trim())).filter((item) => item !== '');
  }
  return unquote(text);
}

function unquote(text: string): string {
  const quote = text[0] ?? '';
  if (quote !== '"' && quote !== "'") return text;
  if (!isQuoted(text)) return text.indexOf(quote, 1) < 0 ? text.slice(1) : text;
  const inner = text.slice(1, text.lastIndexOf(quote));
  return quote === '"' ? inner.replace(/\\(["\\])/g, '$1') : inner.replaceAll("''", "'");
}
