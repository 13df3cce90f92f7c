import type { Edit } from '../mend.ts';
import { outcomes, type TagPlan } from './plan.ts';
import { type Format, type Scalar, scalarAt, written } from './scalar.ts';

/** A list between brackets, on one line or several. */
interface FlowList {
  readonly items: readonly Scalar[];
  readonly open: number;
  readonly close: number;
}

/** The edits that carry out a plan in the list that begins at `open`; undefined where it is not surely understood. */
export function flowEdits(
  raw: string,
  { open, format }: { readonly open: number; readonly format: Format },
  plan: TagPlan,
): Edit[] | undefined {
  const list = scan(raw, open);
  if (!list) return undefined;
  const { wanted, add } = outcomes(list.items, plan);
  const goes = wanted.map((now) => now === undefined);
  const renames = list.items.flatMap((item, at): Edit[] => {
    const now = wanted[at];
    if (now === undefined || now === item.text) return [];
    return [{ start: item.start, end: item.end, text: written(now, format, item.quote) }];
  });
  return [...additions(raw, list, goes, { add, format }), ...renames, ...removals(raw, list, goes)];
}

function scan(raw: string, open: number): FlowList | undefined {
  const items: Scalar[] = [];
  let at = skipped(raw, open + 1);
  while (raw[at] !== ']') {
    const item = scalarAt(raw, at, /[,\]\r\n]|\s#/g);
    if (!item) return undefined;
    items.push(item);
    at = skipped(raw, item.end);
    if (raw[at] === ',') at = skipped(raw, at + 1);
    else if (raw[at] !== ']') return undefined;
  }
  return { items, open, close: at };
}

/** The next character that is neither blank nor of a comment. */
function skipped(raw: string, from: number): number {
  const blank = /(?:\s|(?<=[\s,[])#[^\r\n]*)*/y;
  blank.lastIndex = from;
  return from + (blank.exec(raw)?.[0].length ?? 0);
}

/** Runs of elements that go, each with the comma before or after it; comments on lines of their own stay. */
function removals(raw: string, { items, open, close }: FlowList, goes: readonly boolean[]): Edit[] {
  const edits: Edit[] = [];
  for (let from = 0; from < items.length; from += 1) {
    if (!goes[from]) continue;
    let to = from;
    while (goes[to + 1]) to += 1;
    edits.push({ ...extent(raw, { items, open, close }, from, to), text: '' });
    from = to;
  }
  return edits;
}

function extent(
  raw: string,
  { items, open, close }: FlowList,
  from: number,
  to: number,
): { start: number; end: number } {
  const [first, last] = [items[from] as Scalar, items[to] as Scalar];
  const [before, after] = [items[from - 1], items[to + 1]];
  if (after) return { start: first.start, end: nextStart(raw, last.end, after.start) };
  const hasComment = raw.slice(before?.end ?? open + 1, first.start).includes('#');
  if (before && !hasComment) return { start: before.end, end: last.end };
  if (!before && !raw.slice(open, close).includes('#')) return { start: open + 1, end: close };
  // A comment stands before it: the comma after it goes, and its line if nothing else is there.
  const comma = skipped(raw, last.end);
  const end = raw[comma] === ',' ? comma + 1 : last.end;
  return wholeLine(raw, first.start, end);
}

/** Up to the next element, or to the comment on a line of its own before that. */
function nextStart(raw: string, end: number, next: number): number {
  const gap = raw.slice(end, next);
  const comment = /\n[ \t]*(?=#)/.exec(gap);
  return comment ? end + comment.index + comment[0].length : next;
}

function wholeLine(raw: string, start: number, end: number): { start: number; end: number } {
  const lead = /(?:\r?\n)[ \t]*$/.exec(raw.slice(0, start));
  const tail = /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n)/.exec(raw.slice(end));
  return lead && tail
    ? { start: start - lead[0].length, end: end + tail[0].length }
    : { start, end };
}

function additions(
  raw: string,
  list: FlowList,
  goes: readonly boolean[],
  { add, format }: { readonly add: readonly string[]; readonly format: Format },
): Edit[] {
  const last = list.items.filter((_, at) => !goes[at]).at(-1);
  const quote = (last ?? list.items.at(-1))?.quote ?? '';
  const texts = add.map((tag) => written(tag, format, quote));
  if (texts.length === 0) return [];
  if (!last) return [{ start: list.open + 1, end: list.open + 1, text: texts.join(', ') }];
  const indent = /(\r?\n[ \t]*)$/.exec(raw.slice(0, last.start))?.[1];
  if (indent === undefined) return [insertion(last.end, texts.map((text) => `, ${text}`).join(''))];
  return onLines(raw, last, texts, indent);
}

/** Each on a line of its own below the last one, with a comma at the end where that has one. */
function onLines(raw: string, last: Scalar, texts: readonly string[], indent: string): Edit[] {
  const tail = /^[ \t]*(,?)([ \t]*(?:#[^\r\n]*)?)(?=\r?\n)/.exec(raw.slice(last.end));
  if (!tail) return [insertion(last.end, texts.map((text) => `, ${text}`).join(''))];
  const comma = tail[1] ?? '';
  const lines = texts.map((text, at) => {
    return `${indent}${text}${at < texts.length - 1 ? ',' : comma}`;
  });
  const below = insertion(last.end + tail[0].length, lines.join(''));
  return comma === '' ? [insertion(last.end, ','), below] : [below];
}

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text };
}
