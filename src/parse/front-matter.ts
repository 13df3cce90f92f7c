import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { parse as parseToml } from 'smol-toml';
import type { Notice, NoticeCode } from '../model/errors.ts';
import { isKnownKey } from '../model/fields.ts';
import { type Fence, type FencedHead, findFence, type HeadFormat } from './fences.ts';
import { type Fault, faultOf } from './front-matter-fault.ts';
import { readFlat } from './front-matter-flat.ts';
import { readOpening } from './front-matter-lines.ts';
import { type Fields, plainFields } from './front-matter-plain.ts';
import { repairYaml } from './front-matter-repair.ts';
import { readSimple, strayColon } from './front-matter-simple.ts';

/** A text taken apart: its front matter, and the body with its place in the file. */
export interface Head {
  /** The front matter with null prototypes, YAML scalars as text; undefined if there is none. */
  readonly data: Record<string, unknown> | undefined;
  /** Everything after the head, or the whole text (without a BOM) if there is none that could be read. */
  readonly body: string;
  /** Lines of the file before the body. */
  readonly bodyOffset: number;
  readonly notices: readonly Notice[];
  readonly format?: HeadFormat;
  /** Finds the lines of the file, from 1, on which the top-level keys stand; only notices and checks ask for them. */
  readonly keyLines: () => ReadonlyMap<string, number>;
}

/** What reading a head came to; neither data nor fault means that it is no head but text between two rules. */
interface Reading {
  readonly data?: Fields;
  readonly fault?: Fault;
}

/** A noncharacter makes it no line of any file: gray-matter gets its fences from us, and a `---` in the head is text to it. */
const FENCE = '\ufdd0---';
/** What the YAML parser says of a colon in a plain text. */
const STRAY_COLON = 'bad indentation of a mapping entry';
const MOST_ALIASES = 100;
const MOST_BLANK_LINES = 50;

/** Takes a decoded text apart into front matter (YAML, TOML, JSON) and body; never throws, never runs what it reads; linear. */
export function splitHead(text: string): Head {
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const fence = findFence(source);
  if (fence.kind !== 'head') return headless(source, fenceNotices(fence));
  const { data, fault } = readHead(fence);
  if (!data) return headless(source, faultNotices('front-matter-syntax', fault, fence));
  return {
    data,
    body: source.slice(fence.bodyStart),
    bodyOffset: fence.bodyOffset,
    notices: faultNotices('front-matter-repaired', fault, fence),
    format: fence.format,
    keyLines: () => keyLines(fence),
  };
}

function headless(body: string, notices: readonly Notice[]): Head {
  return { data: undefined, body, bodyOffset: 0, notices, keyLines: () => new Map() };
}

function fenceNotices(fence: Exclude<Fence, FencedHead>): readonly Notice[] {
  if (fence.kind === 'none') return [];
  const details = fence.kind === 'executable' ? { language: fence.language } : {};
  return [{ code: `front-matter-${fence.kind}`, details, line: 1, column: 1 }];
}

function faultNotices(
  code: NoticeCode,
  fault: Fault | undefined,
  fence: FencedHead,
): readonly Notice[] {
  if (!fault) return [];
  const line = fault.line + fence.rawOffset + 1;
  return [{ code, details: { reason: fault.reason }, line, column: fault.column + 1 }];
}

function keyLines(fence: FencedHead): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  const sign = fence.format === 'toml' ? '=' : ':';
  fence.raw.split('\n').forEach((line, index) => {
    const opening = readOpening(line, sign);
    if (opening?.key === undefined || opening.item || lines.has(opening.key)) return;
    if (opening.indent === 0 || fence.format === 'json') {
      lines.set(opening.key, index + fence.rawOffset + 1);
    }
  });
  return lines;
}

function readHead({ raw, format, rawOffset }: FencedHead): Reading {
  if (raw.trim() === '') return { data: Object.create(null) };
  if (format === 'yaml') return readYamlHead(raw);
  try {
    const value = format === 'toml' ? parseToml(raw, { maxDepth: 100 }) : parseJson(raw);
    const data = plainFields(value);
    return data && Object.keys(data).length > 0 ? { data } : {};
  } catch (error) {
    if (format === 'toml') return readByLine(raw, '=', faultOf(error, raw));
    // An object without fences that is none is text, as a shortcode is; within fences it was meant.
    return rawOffset === 0 ? {} : { fault: faultOf(error, raw) };
  }
}

/** Hexo leaves the outer braces out. */
function parseJson(raw: string): unknown {
  const text = raw.trim();
  return JSON.parse(text.startsWith('{') ? text : `{${text.replace(/,$/, '')}}`);
}

function readYamlHead(raw: string): Reading {
  const simple = readSimple(raw);
  if (simple) return isMeant(simple, raw) ? { data: simple } : {};
  const text = squeeze(raw);
  const stray = strayColon(text);
  if (stray) return mendYaml(text, { reason: STRAY_COLON, ...stray });
  try {
    const value = readYaml(text, false);
    const data = plainFields(value);
    if (data) return isMeant(data, raw) ? { data } : {};
    // `Penulis:Pratiwi` on every line is one long scalar to YAML.
    const fields = typeof value === 'string' && hasKnownKey(text, ':');
    return fields ? mendYaml(text, { reason: 'not a mapping', line: 0, column: 0 }) : {};
  } catch (error) {
    return mendYaml(text, faultOf(error, raw));
  }
}

/** gray-matter looks for comments in quadratic time over blank lines, and YAML knows no line end but LF. */
function squeeze(raw: string): string {
  let blank = 0;
  const lines = raw.replace(/[\r\u2028\u2029]/g, ' ').split('\n');
  const kept = lines.filter((line) => {
    blank = line.trim() === '' ? blank + 1 : 0;
    return blank <= MOST_BLANK_LINES;
  });
  return kept.join('\n');
}

function refuse(): never {
  throw new Error('front matter is never run');
}

/** The value of a YAML head, every scalar as text; undefined if it holds comments only. Throws what the parser throws. */
function readYaml(text: string, duplicates: boolean): unknown {
  if (text.includes(FENCE)) throw new Error('a noncharacter');
  const options = { schema: FAILSAFE_SCHEMA, maxAliases: MOST_ALIASES, json: duplicates };
  const yaml = (head: string): object => ({ value: load(head, options) });
  const file = matter(`${FENCE}\n${text}\n${FENCE}\n`, {
    language: 'yaml',
    delimiters: [FENCE, FENCE],
    engines: { yaml, js: refuse, javascript: refuse, coffee: refuse, json: refuse, toml: refuse },
  });
  return file.data['value'];
}

/** Repairs once, else reads line by line. */
function mendYaml(text: string, fault: Fault): Reading {
  try {
    const repaired = repairYaml(text);
    const data = readSimple(repaired) ?? plainFields(readYaml(repaired, true));
    if (data && isMeant(data, text)) return { data, fault };
  } catch {
    // Worse than the repair knows.
  }
  return readByLine(text, ':', fault);
}

function readByLine(text: string, sign: ':' | '=', fault: Fault): Reading {
  const data = readFlat(text, sign);
  if (data && isMeant(data, text)) return { data, fault };
  return hasKnownKey(text, sign) ? { fault } : {};
}

/** Prose between two rules may hold a colon: without a known key, only single words right after the fence are keys. */
function isMeant(data: Fields, raw: string): boolean {
  // As nearly every head has one.
  if ('title' in data) return true;
  const keys = Object.keys(data);
  if (keys.some(isKnownKey)) return true;
  const end = raw.indexOf('\n');
  const first = end < 0 ? raw : raw.slice(0, end);
  return first.trim() !== '' && keys.every((key) => !/\s/.test(key));
}

function hasKnownKey(text: string, sign: ':' | '='): boolean {
  return text.split('\n').some((line) => {
    const opening = readOpening(line, sign);
    return opening?.key !== undefined && !opening.item && isKnownKey(opening.key);
  });
}
