import type { Origin, Picture } from '../model/article.ts';
import { fieldKey } from '../model/fields.ts';
import { remembering } from '../model/remember.ts';

type Fields = Readonly<Record<string, unknown>>;

const NONE = /^\s*(?:|~|null|Null|NULL)\s*$/;

/** Whether the first sign of a text tells that it says something, as it does of most. */
function isSome(text: string): boolean {
  const first = text.charCodeAt(0);
  return first > 0x20 && first < 0x7e && first !== 0x4e && first !== 0x6e;
}

/** Whether a value says that there is none: null, nothing, `~`. */
export function isNone(value: unknown): boolean {
  if (typeof value === 'string') return !isSome(value) && NONE.test(value);
  return value === null || value === undefined || (Array.isArray(value) && value.every(isNone));
}

/** One line of text, of a list its parts with commas, of a map its name; undefined if there is none. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return isNone(value) ? undefined : oneLine(value) || undefined;
  const text = isMap(value) ? nameOf(value) : asStrings(value).join(', ');
  return text === '' ? undefined : text;
}

/** The strings of a value: lists flattened, maps by their name, else by their keys or values; none is left out. */
function asStrings(value: unknown): string[] {
  if (Array.isArray(value)) return itemStrings(value);
  if (isNone(value)) return [];
  if (isMap(value)) return mapStrings(value);
  if (typeof value === 'object' || typeof value === 'function') return [];
  const text = oneLine(String(value));
  return text === '' ? [] : [text];
}

function itemStrings(list: readonly unknown[]): string[] {
  if (!list.every((item) => typeof item === 'string')) {
    return list.flatMap((item) => asPair(item) ?? asStrings(item));
  }
  return list.filter((item) => !isNone(item)).map(oneLine);
}

/** `- Flask: bagian 1` is a map to YAML and one string to its writer. */
function asPair(value: unknown): string[] | undefined {
  if (!isMap(value) || nameOf(value) !== undefined) return undefined;
  const [entry, ...more] = Object.entries(value);
  if (!entry || more.length > 0 || isNone(entry[1]) || typeof entry[1] === 'object')
    return undefined;
  return [oneLine(`${entry[0]}: ${String(entry[1])}`)];
}

function mapStrings(map: Fields): string[] {
  const name = nameOf(map);
  if (name !== undefined) return [name];
  const values = Object.values(map);
  return values.every(isNone) ? Object.keys(map) : values.flatMap(asStrings);
}

/** A list of words: a string is split at commas and semicolons, a list is taken as it is; without repetitions in another letter case. */
export function asList(value: unknown): readonly string[] {
  return unique(typeof value === 'string' ? split(value, /[,;\n]/) : asStrings(value));
}

/** Tags: as `asList`, each without its `#`; `#a #b` is two. */
export function asTags(value: unknown): readonly string[] {
  const hashed = typeof value === 'string' && value.trim().startsWith('#');
  const tags = hashed ? split(value, /[,;\n]|\s(?=#)/) : asList(value);
  if (!tags.some((tag) => tag.startsWith('#'))) return tags;
  return unique(tags.map((tag) => tag.replace(/^#+\s*/, '')).filter((tag) => tag !== ''));
}

/** Names of people: a string is split at commas, semicolons, `&`, `dan` and `and`, but not before a degree. */
export function asNames(value: unknown): readonly string[] {
  const names = typeof value === 'string' ? splitNames(value) : asStrings(value);
  return unique(names.map(withoutBy));
}

/** Titles or paths: a string is one, unless it has lines. */
export function asEntries(value: unknown): readonly string[] {
  const entries = typeof value === 'string' ? split(value, /\n/) : asStrings(value);
  return unique(entries.map(unlink));
}

/** A name without the word before it: `Oleh: Budi`. */
const withoutBy = remembering((name) => name.replace(/^(?:oleh|by)[:\s]\s*/i, ''));

function splitNames(value: string): string[] {
  const names: string[] = [];
  for (const part of split(value, /[,;&\n]|\s(?:dan|and)\s/i)) {
    const last = names.length - 1;
    if (last >= 0 && isDegree(part)) names[last] += `, ${part}`;
    else names.push(part);
  }
  return names;
}

/** `S.H.`, `M.Si`, `Ph.D.`, `Jr.` */
function isDegree(part: string): boolean {
  return /^(?:[A-Z][a-zA-Z]{0,4}(?:\.[A-Z][a-zA-Z]{0,4})+\.?|Jr\.?|Sr\.?|MD|MBA)$/.test(part);
}

function split(value: string, at: RegExp): string[] {
  return value
    .split(at)
    .map(oneLine)
    .filter((part) => !isNone(part));
}

function unique(values: readonly string[]): readonly string[] {
  if (values.length < 2) return values;
  const seen = new Set<string>();
  for (const value of values) seen.add(comparable(value));
  if (seen.size === values.length) return values;
  return values.filter((value) => seen.delete(comparable(value)));
}

const comparable = remembering((text) => text.normalize('NFC').toLowerCase());

/** Words with one space between them. */
const LINE = /^\S+(?: \S+)*$/;

function oneLine(text: string): string {
  return LINE.test(text) ? text : text.replace(/\s+/g, ' ').trim();
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(map: Fields): string | undefined {
  return part(map, ['name', 'nama', 'title', 'judul', 'label', 'slug']);
}

/** The first of several keys of a map that holds a plain value, in any letter case. */
function part(map: Fields, names: readonly string[]): string | undefined {
  const byName = new Map(Object.keys(map).map((key) => [fieldKey(key), key]));
  for (const name of names) {
    const value = map[byName.get(fieldKey(name)) ?? ''];
    if (!isNone(value) && typeof value !== 'object') return oneLine(String(value));
  }
  return undefined;
}

/** True and false as YAML 1.1, Indonesian and English write them; undefined for anything else. */
export function asFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.length === 1 ? asFlag(value[0]) : undefined;
  // A map without a prototype, as those of a head are, is no string at all.
  const word = String(isMap(value) ? '' : value)
    .trim()
    .toLowerCase();
  if (/^(?:true|yes|y|ya|on|1)$/.test(word)) return true;
  return /^(?:false|no|n|tidak|off|0)$/.test(word) ? false : undefined;
}

/** A picture, named by its path or by a map of src, alt, caption and credit; of a list the first. */
export function asPicture(value: unknown): Picture | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  if (!isMap(first)) {
    const src = asText(first);
    return src === undefined || asFlag(src) !== undefined ? undefined : { src: unlink(src) };
  }
  const src = part(first, ['src', 'url', 'path', 'image', 'file', 'filename', 'href']);
  if (src === undefined) return undefined;
  return {
    src: unlink(src),
    ...present('alt', part(first, ['alt', 'alt_text', 'imageAlt'])),
    ...present('caption', part(first, ['caption', 'keterangan', 'title'])),
    ...present('credit', part(first, ['credit', 'kredit', 'foto', 'photographer', 'source'])),
  };
}

/** A source: a name, an address, `name (address)`, or a map of both. */
export function asOrigin(value: unknown): Origin | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  if (isMap(first)) {
    const url = part(first, ['url', 'link', 'href']);
    const origin = { ...present('name', nameOf(first)), ...present('url', url) };
    return Object.keys(origin).length > 0 ? origin : undefined;
  }
  const text = asText(first);
  if (text === undefined) return undefined;
  const url = /https?:\/\/[^\s()<>[\]]+/i.exec(text)?.[0];
  if (url === undefined) return { name: text };
  const name = text
    .replace(url, '')
    .replace(/[\s()<>[\]:|–—-]+$/, '')
    .replace(/^[\s()<>[\]]+/, '');
  return name === '' ? { url } : { name, url };
}

/** An object with one key, or none if there is no value. */
export function present<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } {
  // The type cannot follow a computed key.
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]?: Value });
}

/** The target of Obsidian's `[[target|text]]`, and of `![alt](target)`; other text as it is. */
function unlink(text: string): string {
  const wiki = /^!?\[\[([^\]|]+)(?:\|[^\]]*)?\]\]$/.exec(text);
  const link = /^!\[[^\]]*\]\(([^()\s]+)[^()]*\)$/.exec(text);
  return (wiki?.[1] ?? link?.[1] ?? text).trim();
}
