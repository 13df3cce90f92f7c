import type { ArticleDate, Meta, Origin, Picture } from '../model/article.ts';

type Value = string | boolean | Readonly<Record<string, unknown>> | readonly unknown[] | undefined;

/** Columns that a list may take on one line. */
const WIDEST_LIST = 100;

/**
 * The canonical front matter as YAML between its fences: the fields that have a value, in their order, then unknown
 * keys as they were read. Strings that YAML 1.1 or 1.2 would read as something else are quoted.
 */
export function frontMatter(meta: Meta): string {
  const fields: readonly (readonly [string, Value])[] = [
    ['title', meta.title],
    ['subtitle', meta.subtitle],
    ['description', meta.description],
    ['date', dateOf(meta.date)],
    ['updated', dateOf(meta.updated)],
    ['authors', meta.authors],
    ['editors', meta.editors],
    ['tags', meta.tags],
    ['categories', meta.categories],
    ['lang', meta.lang],
    ['slug', meta.slug],
    ['draft', meta.draft || undefined],
    ['image', pictureOf(meta.image)],
    ['source', originOf(meta.source)],
    ['location', meta.location],
    ['series', meta.series],
    ['related', meta.related],
    ['aliases', meta.aliases],
  ];
  const own = fields
    .filter(([, value]) => isPresent(value))
    .map(([key, value]) => [key, value, true]);
  const lines = own.map(([key, value]) => entry(String(key), value, '', true));
  for (const [key, value] of Object.entries(meta.extra)) lines.push(entry(key, value, '', false));
  return `---\n${lines.join('\n')}\n---\n`;
}

function isPresent(value: Value): boolean {
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** A date that the article states itself; the time of its file is none. */
function dateOf(date: ArticleDate | undefined): string | undefined {
  return date && date.origin !== 'file' ? date.iso : undefined;
}

function pictureOf(image: Picture | undefined): Value {
  if (!image) return undefined;
  const { src, alt, caption, credit } = image;
  return alt || caption || credit ? { src, alt, caption, credit } : src;
}

function originOf(source: Origin | undefined): Value {
  if (!source) return undefined;
  return source.name && source.url
    ? { name: source.name, url: source.url }
    : (source.name ?? source.url);
}

/** A key and its value; `ours` tells that a string is text, whatever YAML would make of it. */
function entry(key: string, value: unknown, indent: string, ours: boolean): string {
  const name = `${indent}${scalar(key, true)}:`;
  if (value === undefined || value === null) return name;
  if (Array.isArray(value)) return name + list(value, indent, ours);
  return isMap(value) ? name + map(value, indent, ours) : `${name} ${scalar(value, ours)}`;
}

function list(items: readonly unknown[], indent: string, ours: boolean): string {
  if (items.every((item) => !isNested(item))) {
    const line = ` [${items.map((item) => scalar(item, ours, true)).join(', ')}]`;
    if (line.length <= WIDEST_LIST || items.length === 0) return line;
  }
  return items.map((item) => `\n${listItem(item, `${indent}  `, ours)}`).join('');
}

function listItem(item: unknown, indent: string, ours: boolean): string {
  if (!isNested(item)) return `${indent}- ${scalar(item, ours)}`;
  const block = Array.isArray(item) ? list(item, indent, ours) : map(item as object, indent, ours);
  // What would begin on the next line begins beside the dash.
  const start = 1 + indent.length + 2;
  return block.startsWith('\n') ? `${indent}- ${block.slice(start)}` : `${indent}-${block}`;
}

function map(value: object, indent: string, ours: boolean): string {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return ' {}';
  return entries.map(([key, inner]) => `\n${entry(key, inner, `${indent}  `, ours)}`).join('');
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

function isNested(value: unknown): boolean {
  return isMap(value) && Object.keys(value).length > 0;
}

function scalar(value: unknown, ours: boolean, inList = false): string {
  if (typeof value !== 'string') return bare(value);
  const plain =
    isPlain(value) && !(ours && isSpecial(value)) && !(inList && /[,[\]{}]/.test(value));
  return plain ? value : quoted(value);
}

function bare(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (isMap(value)) return Array.isArray(value) ? '[]' : '{}';
  return String(value ?? 'null');
}

/** Whether YAML reads a text without quotes as the same text, or as a number, a date or a word of its own. */
function isPlain(text: string): boolean {
  if (text === '' || text !== text.trim() || UNPRINTABLE.test(text)) return false;
  return !/^[-?:,[\]{}#&*!|>'"%@`=~<]|: |:$| #/.test(text);
}

const WORDS = /^(?:y|n|yes|no|on|off|true|false|null|~|\.nan|[-+]?\.inf)$/i;
const NUMBER =
  /^[-+]?(?:0[xob][\da-f_]+|[\d_]*\.?[\d_]+\.?(?:e[-+]?\d+)?|\d+(?::\d+)+(?:\.\d*)?)$/i;

/** What readers of YAML 1.1 or 1.2 take for something else than text; dates are left to be dates. */
function isSpecial(text: string): boolean {
  return WORDS.test(text) || NUMBER.test(text) || /^\d+:\d\d/.test(text);
}

const UNPRINTABLE =
  /[\0-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;

/** A text in double quotes; line breaks, controls and characters that turn the direction are escaped. */
function quoted(text: string): string {
  const escaped = text.replace(/["\\]/g, '\\$&').replace(new RegExp(UNPRINTABLE, 'g'), escapeOf);
  return `"${escaped}"`;
}

function escapeOf(char: string): string {
  if (char === '\n') return '\\n';
  return char === '\t' ? '\\t' : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
