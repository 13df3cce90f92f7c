import type { Fields } from './front-matter-plain.ts';

/** Most lines of a head that is read here. */
const MOST_LINES = 200;

/** Letters, digits, blanks and signs that mean nothing to YAML wherever they stand; no line separators, no marks of order. */
const SAFE =
  'A-Za-z0-9\\u00a1-\\u1fff\\u2010-\\u2027\\u3001-\\ud7ff _./()+;=~$^|<>@%!&*?\'"\\u005b\\u005d{},\\-';
/** What a plain scalar may begin with: no sign that means something there. */
const FIRST = 'A-Za-z0-9\\u00a1-\\u1fff\\u3001-\\ud7ff/(';
/** A colon or a hash between other signs is text; before a blank or at the end it is not. */
const PLAIN = new RegExp(`^[${FIRST}](?:[${SAFE}]|:(?=[^\\s])|(?<=[^\\s])#)*$`);
const DOUBLE = new RegExp(`^"((?:[${SAFE.replace('\\"', '').replace('"', '')}:#])*)"$`);
const SINGLE = new RegExp(`^'((?:[${SAFE.replace("'", '')}:#])*)'$`);
/** An element of a list in brackets. */
const ELEMENT =
  /^[A-Za-z0-9\u00a1-\u1fff\u3001-\ud7ff](?:[A-Za-z0-9\u00a1-\u1fff\u2010-\u2027\u3001-\ud7ff _./()+;=-]*[A-Za-z0-9\u00a1-\u1fff\u2010-\u2027\u3001-\ud7ff_./()+;=])?$/;
const KEY = /^([A-Za-z][A-Za-z0-9_-]{0,60}):(?: +(.*))?$/;
const ITEM = /^( *)- +(.*)$/;

/**
 * The fields of a YAML head in which every line is a key with a plain or quoted text, a list in brackets, or lines with
 * a dash: what nearly every head is made of. Undefined for any other, which the YAML parser reads; where both read a head
 * they read the same.
 */
export function readSimple(raw: string): Fields | undefined {
  const lines = raw.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines.length === 0 || lines.length > MOST_LINES) return undefined;
  const fields: Fields = Object.create(null);
  for (let at = 0; at < lines.length; ) {
    const field = fieldAt(lines, at);
    if (!field || field.key in fields) return undefined;
    fields[field.key] = field.value;
    at += field.lines;
  }
  return fields;
}

interface SimpleField {
  readonly key: string;
  readonly value: string | string[];
  /** Lines that it takes. */
  readonly lines: number;
}

function fieldAt(lines: readonly string[], at: number): SimpleField | undefined {
  const [, key, text] = KEY.exec(lines[at] ?? '') ?? [];
  if (key === undefined) return undefined;
  const items = text === undefined ? itemsAfter(lines, at) : undefined;
  const value = items ?? readValue(text ?? '');
  return value === undefined ? undefined : { key, value, lines: 1 + (items?.length ?? 0) };
}

function readValue(text: string): string | string[] | undefined {
  const value = bare(text);
  return scalarOf(value) ?? (value.startsWith('[') ? listOf(value) : undefined);
}

/** Without the spaces around it; other blanks are text to YAML, or none of our business. */
function bare(text: string): string {
  return text.replace(/^ +| +$/g, '');
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

/** The items after an empty key, each a scalar on a line of its own, all as deep; undefined where there is none. */
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
  return items.length > 0 ? items : undefined;
}
