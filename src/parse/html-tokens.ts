import { Tokenizer } from 'htmlparser2';

/** An opening tag; `empty` when it is written `<x/>`. Offsets are UTF-16 offsets into the raw HTML. */
export interface OpenToken {
  readonly type: 'open';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly empty: boolean;
  readonly start: number;
  readonly end: number;
}
/** A closing tag. */
interface CloseToken {
  readonly type: 'close';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}
/** A run of text with its character references decoded. */
interface TextToken {
  readonly type: 'text';
  value: string;
  readonly start: number;
  end: number;
}
/** What raw HTML is made of; comments, declarations and CDATA sections leave no token. */
export type Token = OpenToken | CloseToken | TextToken;

interface Scan {
  readonly html: string;
  readonly tokens: Token[];
  /** Everything before this offset has been told. */
  told: number;
  name: string;
  attribute: string;
  value: string;
  attributes: Map<string, string>;
  start: number;
}

function tellText(scan: Scan, value: string, end: number): void {
  const last = scan.tokens.at(-1);
  if (last?.type === 'text' && last.end === scan.told) {
    last.value += value;
    last.end = end;
  } else if (value !== '') {
    scan.tokens.push({ type: 'text', value, start: scan.told, end });
  }
  scan.told = end;
}

function tellOpen(scan: Scan, empty: boolean, last: number): void {
  const { name, attributes, start } = scan;
  scan.tokens.push({ type: 'open', name, attributes, empty, start, end: last + 1 });
  scan.told = last + 1;
}

function tellClose(scan: Scan, start: number, nameEnd: number): void {
  const { html } = scan;
  const close = html.indexOf('>', nameEnd);
  const end = close < 0 ? html.length : close + 1;
  const name = html.slice(start, nameEnd).toLowerCase();
  scan.tokens.push({ type: 'close', name, start: start - 2, end });
  scan.told = end;
}

function attributeEnds(scan: Scan): void {
  if (!scan.attributes.has(scan.attribute)) scan.attributes.set(scan.attribute, scan.value);
  scan.value = '';
}

function nameStarts(scan: Scan, start: number, end: number): void {
  const name = scan.html.slice(start, end).toLowerCase();
  scan.name = name === 'image' ? 'img' : name;
  scan.attributes = new Map();
  scan.value = '';
  scan.start = start - 1;
}

/**
 * The tokens of raw HTML in order, split as the HTML standard's tokenizer splits them; a tag that the text ends in
 * the middle of is given back as text, so that no word is lost. Linear, never throws.
 */
export function tokensOf(html: string): Token[] {
  const scan: Scan = {
    html,
    tokens: [],
    told: 0,
    name: '',
    attribute: '',
    value: '',
    attributes: new Map(),
    start: 0,
  };
  const hidden = (_start: number, end: number): void => {
    scan.told = Math.min(end + 1, html.length);
  };
  const tokenizer = new Tokenizer(
    { recognizeSelfClosing: true },
    {
      ontext: (start, end) => tellText(scan, html.slice(start, end), end),
      ontextentity: (point, end) => tellText(scan, String.fromCodePoint(point), end),
      onopentagname: (start, end) => nameStarts(scan, start, end),
      onattribname: (start, end) => {
        scan.attribute = html.slice(start, end).toLowerCase();
      },
      onattribdata: (start, end) => {
        scan.value += html.slice(start, end);
      },
      onattribentity: (point) => {
        scan.value += String.fromCodePoint(point);
      },
      onattribend: () => attributeEnds(scan),
      onopentagend: (end) => tellOpen(scan, false, end),
      onselfclosingtag: (end) => tellOpen(scan, true, end),
      onclosetag: (start, end) => tellClose(scan, start, end),
      oncomment: hidden,
      oncdata: hidden,
      ondeclaration: hidden,
      onprocessinginstruction: hidden,
      onend: () => {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  if (scan.told < html.length) tellText(scan, html.slice(scan.told), html.length);
  return scan.tokens;
}
