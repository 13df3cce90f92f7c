import { remembering } from '../model/remember.ts';
import type { Fields } from './front-matter-plain.ts';

/** Most lines of a head that is read here. */
const MOST_LINES = 200;

/** Letters, digits, blanks and signs that mean nothing to YAML wherever they stand; no line separators, no marks of order. */
const SAFE =
  'A-Za-z0-9\\u00a1-\\u1fff\\u200c\\u200d\\u2010-\\u2027\\u3001-\\ud7ff\\uff01-\\uffef _./()+;=~$^|<>@%!&*?\'"\\u005b\\u005d{},\\-';
/** What a plain scalar may begin with: no sign that means something there. */
const FIRST = 'A-Za-z0-9\\u00a1-\\u1fff\\u3001-\\ud7ff/(';
/** A colon or a hash between other signs is text; before a blank or at the end it is not. */
const TEXT = `(?:[${FIRST}]|-(?=[A-Za-z0-9]))[${SAFE}]*(?:(?::(?=[^\\s])|(?<=[^\\s])#)[${SAFE}]*)*`;
const PLAIN = new RegExp(`^${TEXT}$`);
const DOUBLE = new RegExp(`^"((?:[${SAFE.replace('\\"', '').replace('"', '')}:#])*)"$`);
const SINGLE = new RegExp(`^'((?:[${SAFE.replace("'", '')}:#])*)'$`);
/** An element of a list in brackets. */
const ELEMENT =
  /^[A-Za-z0-9\u00a1-\u1fff\u3001-\ud7ff](?:[A-Za-z0-9\u00a1-\u1fff\u2010-\u2027\u3001-\ud7ff _./()+;=-]*[A-Za-z0-9\u00a1-\u1fff\u2010-\u2027\u3001-\ud7ff_./()+;=])?$/;
/** The key that a text is; empty for any other text. */
const keyOf = remembering((text) => (/^[A-Za-z][A-Za-z0-9_-]{0,60}$/.test(text) ? text : ''));
/** A plain text with a colon before a blank or at the end, as titles have it whose writers left the quotes out. */
const STRAY_COLON = new RegExp(`^[A-Za-z][A-Za-z0-9_-]{0,60}: +${TEXT}(?=:(?: |$))`);
const ITEM = /^( *)- +(.*)$/;

/**
 * The fields of a YAML head in which every line is a key with a plain or quoted text, a list in brackets, or lines with
 * a dash: what nearly every head is made of. Undefined for any other, which the YAML parser reads; where both read a head
 * they read the same.
 */
export function readSimple(raw: string): Fields | undefined {
  const { lines, read, fields } = readLines(raw);
  return read === lines.length && lines.some((line) => line !== '') ? fields : undefined;
}

/** Where the YAML parser gives a head up for a {@link STRAY_COLON}, the first in it that is not simple. */
export function strayColon(
  raw: string,
): { readonly line: number; readonly column: number } | undefined {
  // For a NUL the parser gives up the whole, and the noncharacter is refused before it.
  if (/[\0\ufdd0]/.test(raw)) return undefined;
  const { lines, read } = readLines(raw);
  const before = STRAY_COLON.exec(lines[read] ?? '');
  return before ? { line: read, column: before[0].length } : undefined;
}

interface SimpleLines {
  readonly lines: readonly string[];
  /** Lines before the first that is not simple. */
  readonly read: number;
  /** What was read of them. */
  readonly fields: Fields;
}

function readLines(raw: string): SimpleLines {
  const lines = raw.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const fields: Fields = Object.create(null);
  if (lines.length > MOST_LINES) return { lines, read: 0, fields };
  let read = afterBlanks(lines, 0);
  for (;;) {
    const field = fieldAt(lines, read);
    if (!field || field.key in fields) return { lines, read, fields };
    fields[field.key] = field.value;
    read = afterBlanks(lines, read + field.lines);
  }
}

function afterBlanks(lines: readonly string[], at: number): number {
  let after = at;
  while (lines[after] === '') after += 1;
  return after;
}

interface SimpleField {
  readonly key: string;
  readonly value: string | string[];
  /** Lines that it takes. */
  readonly lines: number;
}

function fieldAt(lines: readonly string[], at: number): SimpleField | undefined {
  const line = lines[at] ?? '';
  const colon = line.indexOf(':');
  const key = keyOf(line.slice(0, Math.max(0, colon)));
  const text = line.slice(colon + 1);
  if (key === '' || !(text === '' || text.startsWith(' '))) return undefined;
  const inline = bare(text);
  if (inline !== '') {
    const value = readValue(inline);
    return value === undefined ? undefined : { key, value, lines: 1 };
  }
  const items = itemsAfter(lines, at);
  return items && { key, value: items.length > 0 ? items : '', lines: 1 + items.length };
}

function readValue(value: string): string | string[] | undefined {
  return scalarOf(value) ?? (value.startsWith('[') ? listOf(value) : undefined);
}

/** Without the spaces around it; other blanks are text to YAML, or none of our business. */
function bare(text: string): string {
  if (!text.startsWith(' ') && !text.endsWith(' ')) return text;
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return text.slice(start, end);
}

function scalarOf(value: string): string | undefined {
  if (PLAIN.test(value)) return value;
  return DOUBLE.exec(value)?.[1] ?? SINGLE.exec(value)?.[1];
}

function listOf(value: string): string[] | undefined {
  if (!value.endsWith(']')) return undefined;
  const inner = bare(value.slice(1, -1));
  if (inner === '') return [];
  const elements = inner.split(',').map(bare);
  return elements.every((element) => ELEMENT.test(element)) ? elements : undefined;
}

/** The items after an empty key, each a scalar on a line of its own, all as deep; undefined where one is no scalar. */
function itemsAfter(lines: readonly string[], key: number): string[] | undefined {
  const items: string[] = [];
  let depth: string | undefined;
  for (let at = key + 1; at < lines.length; at += 1) {
    const item = ITEM.exec(lines[at] ?? '');
    if (!item || (depth !== undefined && item[1] !== depth)) break;
    depth = item[1];
    const value = scalarOf(bare(item[2] ?? ''));
    if (value === undefined) return undefined;
    items.push(value);
  }
  return items;
}
