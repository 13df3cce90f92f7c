import { complaint } from './complaint.ts';
import type { Span } from './syntax.ts';

/** Where reading a query has come to. */
export interface Scan {
  readonly text: string;
  at: number;
}

/** A part of a value: quotes are taken off. */
interface Piece {
  readonly text: string;
  readonly quoted: boolean;
}

/** One of the values between commas. */
export interface Item {
  readonly pieces: readonly Piece[];
  readonly at: Span;
}

const SPACE = /\s/;

/** Whether the scan is at the end of a word: a blank, a parenthesis, a bar or the end of the text. */
function isEnd(text: string, at: number): boolean {
  const sign = text[at];
  return sign === undefined || SPACE.test(sign) || sign === '(' || sign === ')' || sign === '|';
}

/** Goes on to the next sign that is no blank; false at the end. */
export function skipBlanks(scan: Scan): boolean {
  while (scan.at < scan.text.length && SPACE.test(scan.text[scan.at] ?? '')) scan.at += 1;
  return scan.at < scan.text.length;
}

/** The word that begins here, of any signs but blanks, parentheses and bars. */
export function wordAt({ text, at }: Scan): string {
  let end = at;
  while (!isEnd(text, end)) end += 1;
  return text.slice(at, end);
}

/** Whether a quotation begins here: a quote that is closed later, or has something right after it. */
export function isQuote({ text, at }: Scan): boolean {
  return text[at] === '"' && (!isEnd(text, at + 1) || text.includes('"', at + 1));
}

/** Reads a quotation; a doubled quote in it is a quote. @throws ReaderError `query` when it is not closed. */
export function readQuoted(scan: Scan): string {
  const start = scan.at;
  let out = '';
  for (let at = start + 1; at < scan.text.length; at += 1) {
    if (scan.text[at] !== '"') out += scan.text[at];
    else if (scan.text[at + 1] === '"') {
      out += '"';
      at += 1;
    } else {
      scan.at = at + 1;
      return out;
    }
  }
  throw complaint('quote-open', scan.text, { start, end: start + 1 });
}

/** Reads the values of a field, between commas, up to the end of the word; quotations may hold anything. */
export function readItems(scan: Scan): Item[] {
  const items: Item[] = [];
  for (;;) {
    const item = readItem(scan);
    if (item.pieces.length > 0) items.push(item);
    if (scan.text[scan.at] !== ',') return items;
    scan.at += 1;
  }
}

function readItem(scan: Scan): Item {
  const start = scan.at;
  const pieces: Piece[] = [];
  while (!isEnd(scan.text, scan.at) && scan.text[scan.at] !== ',') {
    const quoted = scan.text[scan.at] === '"' && opens(pieces);
    pieces.push({ text: quoted ? readQuoted(scan) : readBare(scan), quoted });
  }
  return { pieces, at: { start, end: scan.at } };
}

/** A quote opens a quotation at the start of a value and after the signs of ranges; elsewhere it is a letter like others. */
function opens(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1);
  return last === undefined || (!last.quoted && /(?:\.\.|[=<>])$/.test(last.text));
}

function readBare(scan: Scan): string {
  const start = scan.at;
  const { text } = scan;
  const stops = (at: number) =>
    at > start && text[at] === '"' && /(?:\.\.|[=<>])$/.test(text.slice(start, at));
  while (!isEnd(text, scan.at) && text[scan.at] !== ',' && !stops(scan.at)) scan.at += 1;
  return text.slice(start, scan.at);
}
