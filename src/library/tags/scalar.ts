/** A value of a head as it is written: where, in UTF-16 offsets, and what it says. */
export interface Scalar {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The quote around it, if there is one. */
  readonly quote: '"' | "'" | '';
}

export type Format = 'yaml' | 'toml' | 'json';

/** Reads a quoted or plain value of one line; `stops` ends a plain one. Undefined for what is no simple text. */
export function scalarAt(raw: string, start: number, stops: RegExp): Scalar | undefined {
  const first = raw[start] ?? '';
  if (first === '"' || first === "'") return quotedAt(raw, start, first);
  if (/^[[\]{}&*!|>%@`,]/.test(first)) return undefined;
  stops.lastIndex = start;
  const found = stops.exec(raw);
  const text = raw.slice(start, found?.index ?? raw.length).trimEnd();
  return text === '' ? undefined : { start, end: start + text.length, text, quote: '' };
}

function quotedAt(raw: string, start: number, quote: '"' | "'"): Scalar | undefined {
  const pattern = quote === '"' ? /"(?:[^"\\\r\n]|\\.)*"/y : /'(?:[^'\r\n]|'')*'/y;
  pattern.lastIndex = start;
  const found = pattern.exec(raw)?.[0];
  if (found === undefined) return undefined;
  return { start, end: start + found.length, text: unquoted(found, quote), quote };
}

function unquoted(text: string, quote: '"' | "'"): string {
  const inner = text.slice(1, -1);
  if (quote === "'") return inner.replaceAll("''", "'");
  try {
    return String(JSON.parse(text));
  } catch {
    return inner;
  }
}

/** Words that YAML 1.1 and 1.2 read as something else than text. */
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null|~)$/i;
/** Letters and digits with a few signs between, nothing that could be a number, a date or a sign of YAML. */
const SAFE = /^[\p{L}_][\p{L}\p{M}\p{N}_./+-]*(?: [\p{L}\p{M}\p{N}_./+-]+)*$/u;

/** A tag as it is written in a list: as the others are quoted, and where it has to be. */
export function written(tag: string, format: Format, quote: Scalar['quote']): string {
  if (format === 'json') return JSON.stringify(tag);
  if (format === 'toml') return quote === "'" && !tag.includes("'") ? `'${tag}'` : double(tag);
  if (quote === '"') return double(tag);
  const isPlain = quote === '' && SAFE.test(tag) && !RESERVED.test(tag);
  return isPlain ? tag : `'${tag.replaceAll("'", "''")}'`;
}

/** Between double quotes, with the escapes that YAML, TOML and JSON have in common. */
function double(tag: string): string {
  return JSON.stringify(tag);
}
