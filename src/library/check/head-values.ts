import type { TextLine } from '../lines.ts';

/** A stretch of a file's text: offsets in UTF-16 units, line and column from 1. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** A value of a head as it is written: its words without quotes, and the place of all of it. */
export interface Value extends Place {
  readonly text: string;
}

/** An element of a list, and what goes with it when it is taken out. */
export interface Item extends Value {
  readonly removed: { readonly start: number; readonly end: number };
}

/** What is written after a key on its own line, without a comment; `line` counts from 1. */
export function valueAt(lines: readonly TextLine[], line: number, key: string): Value | undefined {
  const entry = lines[line - 1];
  const sign = entry ? signAfter(entry.text, key) : -1;
  if (!entry || sign < 0) return undefined;
  const rest = withoutComment(entry.text.slice(sign + 1));
  const lead = rest.length - rest.trimStart().length;
  return placed(entry, line, sign + 1 + lead, sign + 1 + Math.max(lead, rest.trimEnd().length));
}

function signAfter(text: string, key: string): number {
  const at = text.indexOf(key);
  if (at < 0) return -1;
  const sign = text.slice(at + key.length).search(/[:=]/);
  return sign < 0 ? -1 : at + key.length + sign;
}

/** YAML and TOML: a comment begins with `#` after a blank, outside of quotes. */
function withoutComment(text: string): string {
  const at = /(?:^|\s)#/.exec(masked(text))?.index;
  return at === undefined ? text : text.slice(0, at);
}

/** A text with everything between quotes covered; a quote in the middle of a word is an apostrophe. */
function masked(text: string): string {
  return text.replace(/(?<![^\s,[])(["'])(?:(?!\1).)*\1/g, (found) => '_'.repeat(found.length));
}

function placed(entry: TextLine, line: number, from: number, to: number): Value {
  return {
    text: unquoted(entry.text.slice(from, to)),
    start: entry.start + from,
    end: entry.start + to,
    line,
    column: from + 1,
  };
}

function unquoted(text: string): string {
  return /^(["']).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}

/**
 * The elements of the list under a key: `[a, b]` on one line, `- a` on lines of its own, or `a, b`; none where it is
 * written in a way that is not surely understood.
 */
export function itemsOf(
  lines: readonly TextLine[],
  line: number,
  key: string,
  lastLine: number,
): Item[] {
  const value = valueAt(lines, line, key);
  const entry = lines[line - 1];
  if (!value || !entry) return [];
  if (value.start === value.end) return blockItems(lines, line, lastLine);
  const written = entry.text.slice(value.start - entry.start, value.end - entry.start);
  const inner = innerOf(written);
  return inner === undefined ? [] : splitItems(entry, line, value.start - entry.start, inner);
}

/** Where the elements are within a value that holds them all; undefined for a nested list, a map or a lone quote. */
function innerOf(written: string): { from: number; to: number; quotes: boolean } | undefined {
  const last = written.length - 1;
  if (written.startsWith('[')) {
    const nested = /[[\]{}]/.test(written.slice(1, -1));
    return written.endsWith(']') && !nested ? { from: 1, to: last, quotes: true } : undefined;
  }
  if (/^["']/.test(written)) {
    return unquoted(written) === written ? undefined : { from: 1, to: last, quotes: false };
  }
  return /^[{#|>&*!]/.test(written) ? undefined : { from: 0, to: last + 1, quotes: false };
}

function splitItems(
  entry: TextLine,
  line: number,
  offset: number,
  { from, to, quotes }: { from: number; to: number; quotes: boolean },
): Item[] {
  const ends = separators(entry.text, offset + from, offset + to, quotes);
  let start = offset + from;
  return ends.map((end, index) => {
    const text = entry.text.slice(start, end);
    const lead = text.length - text.trimStart().length;
    const item = placed(entry, line, start + lead, start + Math.max(lead, text.trimEnd().length));
    const removed = {
      start: entry.start + (index === 0 ? start : start - 1),
      end: entry.start + end,
    };
    start = end + 1;
    return { ...item, removed };
  });
}

/** Ends of the elements between two columns of a line: the commas, and the end. */
function separators(text: string, from: number, to: number, quotes: boolean): number[] {
  const inner = text.slice(from, to);
  const signs = quotes ? masked(inner).matchAll(/,/g) : inner.matchAll(/[,;]/g);
  return [...[...signs].map(({ index }) => from + index), to];
}

/** The lines `- a` below a key; where an element is a map or goes on, none is understood. */
function blockItems(lines: readonly TextLine[], line: number, lastLine: number): Item[] {
  const items: Item[] = [];
  for (let at = line; at < lastLine - 1; at += 1) {
    const entry = lines[at];
    if (!entry || /^\s*(?:#|$)/.test(entry.text)) continue;
    if (/^\S/.test(entry.text) && !/^-\s/.test(entry.text)) break;
    const item = blockItem(entry, at + 1);
    if (!item) return [];
    items.push(item);
  }
  return items;
}

function blockItem(entry: TextLine, line: number): Item | undefined {
  const mark = /^\s*-\s+(?=\S)/.exec(entry.text)?.[0].length;
  if (mark === undefined) return undefined;
  const text = withoutComment(entry.text.slice(mark)).trimEnd();
  if (/: |^[|>&*![{]/.test(text)) return undefined;
  const removed = { start: entry.start, end: entry.next };
  return { ...placed(entry, line, mark, mark + text.length), removed };
}
