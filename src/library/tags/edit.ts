import { linesOf, type TextLine } from '../lines.ts';
import type { Edit } from '../mend.ts';
import { blockEdits } from './block.ts';
import { flowEdits } from './flow.ts';
import { type TagPlan, tagKey } from './plan.ts';
import { type Format, scalarAt, written } from './scalar.ts';

/** A text with its head: which lines are between the fences, as indices into its lines, the last one not included. */
export interface HeadedText {
  readonly raw: string;
  readonly format: Format;
  readonly first: number;
  readonly last: number;
}

/** A key that may hold the tags: its line, and where its value begins. */
interface Site {
  readonly at: number;
  /** The offset behind the colon or the equals sign. */
  readonly sign: number;
}

/**
 * Ways to carry out a plan in the head of a text, best first: at each key that tags are read under, where it is, else in
 * a line of its own. They are only proposals: whoever applies one makes sure that it reads as planned.
 */
export function proposeTagEdits(
  text: HeadedText,
  plan: TagPlan,
  aliases: readonly string[],
): Edit[][] {
  const lines = linesOf(text.raw);
  const sites = sitesIn(text, lines, aliases);
  const found = sites.flatMap((site) => {
    return [inPlace(text, lines, site, plan), replaced(text, lines, site, plan)];
  });
  return [...found, inserted(text, lines, plan)].filter((edits) => edits !== undefined);
}

/** The edits that give a text without a head one. */
export function newHead(raw: string, plan: TagPlan): Edit[] {
  const start = raw.startsWith('\ufeff') ? 1 : 0;
  const end = /\r\n/.test(raw) ? '\r\n' : '\n';
  const tags = plan.add.map((tag) => written(tag, 'yaml', '')).join(', ');
  const text = ['---', `tags: [${tags}]`, '---', '', ''].join(end);
  return [{ start, end: start, text }];
}

function sitesIn(
  { format, first, last }: HeadedText,
  lines: readonly TextLine[],
  aliases: readonly string[],
): Site[] {
  const names = aliases.map(nameKey);
  const found = lines.slice(first, last).flatMap((line, index) => {
    return [...keysIn(line, format)].flatMap(({ name, sign, depth }) => {
      const rank = names.indexOf(nameKey(name));
      return rank < 0 ? [] : [{ at: first + index, sign, rank, depth }];
    });
  });
  return found.sort((a, b) => a.depth - b.depth || a.rank - b.rank);
}

function nameKey(name: string): string {
  return name.replace(/[_\-\s]+/g, '').toLowerCase();
}

const KEY = /^(\s*)(["']?)([\p{L}\p{N}_. -]{1,60}?)\2\s*([:=])/u;

/** The keys on a line: of JSON any number, wherever they stand. */
function* keysIn(
  { text, start }: TextLine,
  format: Format,
): Generator<{ name: string; sign: number; depth: number }> {
  if (format === 'json') {
    for (const match of text.matchAll(/"([^"\\]{1,60})"\s*:/g)) {
      yield { name: match[1] ?? '', sign: start + match.index + match[0].length, depth: 0 };
    }
    return;
  }
  const match = KEY.exec(text);
  if (match?.[4] !== (format === 'toml' ? '=' : ':')) return;
  yield { name: match[3] ?? '', sign: start + match[0].length, depth: Number(match[1] !== '') };
}

/** Edits of single elements, where the value is a list or a text with commas. */
function inPlace(
  { raw, format, last }: HeadedText,
  lines: readonly TextLine[],
  { at, sign }: Site,
  plan: TagPlan,
): Edit[] | undefined {
  const value = valueStart(raw, sign);
  if (raw[value] === '[') return flowEdits(raw, { open: value, format }, plan);
  if (format !== 'yaml') return undefined;
  if (isEmpty(raw, value)) return blockEdits(raw, lines, { at, last, colon: sign }, plan);
  return textEdits(raw, value, plan);
}

/** `tags: a, b` stays a text with commas: what is added is put behind it, what goes is cut out. */
function textEdits(raw: string, start: number, plan: TagPlan): Edit[] | undefined {
  const value = scalarAt(raw, start, /[\r\n]|\s#/g);
  const inner = value && raw.slice(value.start, value.end).replace(/^["']|["']$/g, '');
  if (!value || inner === undefined || !/[,;]/.test(inner) || inner !== value.text)
    return undefined;
  const changes = new Map([...plan.changes].map(([tag, now]) => [tagKey(tag), now]));
  const parts = inner.split(/(?<=[,;]\s*)(?=[^,;\s])/);
  const kept = parts.flatMap((part) => {
    const [, name = '', mark = ''] = /^(.*?)([,;]?\s*)$/.exec(part) ?? [];
    if (!changes.has(tagKey(name))) return [{ name, mark }];
    const now = changes.get(tagKey(name));
    return now === undefined ? [] : [{ name: now, mark }];
  });
  if (
    kept.length === 0 ||
    [...plan.add, ...plan.changes.values()].some((tag) => /[,;:#'"]/.test(tag ?? ''))
  ) {
    return undefined;
  }
  const mark = parts.length > 1 ? (/[,;]\s*$/.exec(parts[0] ?? '')?.[0] ?? ', ') : ', ';
  const joined = kept.map(({ name, mark: own }, at) => {
    const isLast = at === kept.length - 1;
    return name + (isLast ? '' : own || mark);
  });
  const text = [joined.join(''), ...plan.add].join(mark);
  const from = value.start + value.quote.length;
  return [{ start: from, end: from + inner.length, text }];
}

/** The whole value of a key as a new list, where it is of one line. */
function replaced(
  { raw, format, last }: HeadedText,
  lines: readonly TextLine[],
  { at, sign }: Site,
  plan: TagPlan,
): Edit[] | undefined {
  const start = valueStart(raw, sign);
  const next = lines.slice(at + 1, last).find(({ text }) => !/^\s*(?:#|$)/.test(text));
  const list = `[${plan.result.map((tag) => written(tag, format, '')).join(', ')}]`;
  if (isEmpty(raw, start)) {
    if (next && /^\s*-(?:\s|$)/.test(next.text)) return undefined;
    return [{ start: sign, end: sign, text: ` ${list}` }];
  }
  const value = scalarAt(raw, start, format === 'json' ? /[,}\r\n]/g : /[\r\n]|\s#/g);
  return value && [{ start: value.start, end: value.end, text: list }];
}

/** A line of its own for tags that no key holds yet. */
function inserted(
  { raw, format, first, last }: HeadedText,
  lines: readonly TextLine[],
  { result }: TagPlan,
): Edit[] | undefined {
  const list = `[${result.map((tag) => written(tag, format, '')).join(', ')}]`;
  const eol = endOf(raw, lines[Math.max(0, first - 1)]);
  if (format === 'json') return inObject(raw, lines[first], list, eol);
  const head = lines.slice(first, last);
  const table = head.findIndex(({ text }) => /^\s*\[/.test(text));
  const at = format === 'toml' && table >= 0 ? first + table : last;
  const start = lines[at]?.start ?? raw.length;
  return [
    { start, end: start, text: format === 'toml' ? `tags = ${list}${eol}` : `tags: ${list}${eol}` },
  ];
}

/** As the first of the object's members: there may be no last one to put a comma behind. */
function inObject(
  raw: string,
  line: TextLine | undefined,
  list: string,
  eol: string,
): Edit[] | undefined {
  if (!line) return undefined;
  const brace = /^\s*\{/.exec(line.text)?.[0].length;
  if (brace === undefined)
    return [{ start: line.start, end: line.start, text: `"tags": ${list},${eol}` }];
  const at = line.start + brace;
  const rest = raw.slice(at);
  const comma = /^\s*\}/.test(rest) ? '' : ',';
  const indent = /^\s*\n([ \t]*)/.exec(rest)?.[1];
  return [
    {
      start: at,
      end: at,
      text: `${indent === undefined ? '' : eol + indent}"tags": ${list}${comma}`,
    },
  ];
}

function endOf(raw: string, line: TextLine | undefined): string {
  const end = line ? raw.slice(line.start + line.text.length, line.next) : '';
  return end === '' ? '\n' : end;
}

function valueStart(raw: string, sign: number): number {
  return sign + (/^[ \t]*/.exec(raw.slice(sign, sign + 1000))?.[0].length ?? 0);
}

/** Whether nothing stands on the line but a comment. */
function isEmpty(raw: string, value: number): boolean {
  return value >= raw.length || /[\r\n#]/.test(raw[value] ?? '');
}
