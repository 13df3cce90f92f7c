import type { HeadFacts, Remark } from './check/finding.ts';
import { itemsOf, valueAt } from './check/head-values.ts';
import { linesOf, type TextLine } from './lines.ts';
import { wrongWeekday } from './weekday.ts';

/** A stretch of a text, in UTF-16 offsets, and what is to stand there. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A fault and the edits that mend it; outside of them not a character changes. */
export interface Mend extends Remark {
  readonly edits: readonly Edit[];
}

/** The text of a file as it stands, line ends and byte order mark too, and what its head says. */
export interface MendableText {
  readonly raw: string;
  readonly head: HeadFacts;
}

/**
 * What could be mended in a text. A proposal is only a proposal: whoever applies it makes sure that the same article is
 * read from it as before.
 */
export function proposeMends({ raw, head }: MendableText): Mend[] {
  const lines = linesOf(raw);
  return [
    ...mendMark(raw),
    ...mendLineEnds(raw, lines),
    ...mendLastLine(raw, lines),
    ...mendBlanks(lines, head),
    ...mendLists(lines, head),
    ...mendDates(lines, head),
  ];
}

/** The text with the edits made; edits do not overlap. */
export function applyEdits(raw: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  const out: string[] = [];
  let at = 0;
  for (const { start, end, text } of ordered) {
    out.push(raw.slice(at, start), text);
    at = end;
  }
  return `${out.join('')}${raw.slice(at)}`;
}

/** The mends whose edits touch none of those before them. */
export function compatible(mends: readonly Mend[]): Mend[] {
  const taken: Edit[] = [];
  const chosen: Mend[] = [];
  for (const mend of mends) {
    const all = [...taken, ...mend.edits].sort((a, b) => a.start - b.start || a.end - b.end);
    if (all.some((edit, at) => at > 0 && edit.start < (all[at - 1]?.end ?? 0))) continue;
    taken.push(...mend.edits);
    chosen.push(mend);
  }
  return chosen;
}

function mendMark(raw: string): Mend[] {
  if (!raw.startsWith('\ufeff')) return [];
  const edits = [{ start: 0, end: 1, text: '' }];
  return [{ code: 'byte-order-mark', line: 1, column: 1, edits }];
}

/** Where line ends are mixed, all become what most are. */
function mendLineEnds(raw: string, lines: readonly TextLine[]): Mend[] {
  if (!raw.includes('\r')) return [];
  const most = usualEnd(raw);
  const edits: Edit[] = [];
  let first = 0;
  lines.forEach(({ text, start, next }, index) => {
    const end = start + text.length;
    if (end === next || raw.slice(end, next) === most) return;
    if (edits.length === 0) first = index;
    edits.push({ start: end, end: next, text: most });
  });
  if (edits.length === 0) return [];
  const details = { most: most === '\n' ? 'LF' : 'CRLF', count: edits.length };
  const column = (lines[first]?.text.length ?? 0) + 1;
  return [{ code: 'line-ends', details, line: first + 1, column, edits }];
}

/** CRLF where more lines end so than otherwise, else LF. */
function usualEnd(raw: string): '\n' | '\r\n' {
  const pairs = raw.match(/\r\n/g)?.length ?? 0;
  const all = raw.match(/\r\n?|\n/g)?.length ?? 0;
  return pairs * 2 > all ? '\r\n' : '\n';
}

function mendLastLine(raw: string, lines: readonly TextLine[]): Mend[] {
  const last = lines.at(-1);
  if (!last || last.text === '') return [];
  const edits = [{ start: raw.length, end: raw.length, text: usualEnd(raw) }];
  return [{ code: 'final-newline', line: lines.length, column: last.text.length + 1, edits }];
}

/** Blanks at the ends of lines of the head; in the body two of them are a line break. */
function mendBlanks(lines: readonly TextLine[], head: HeadFacts): Mend[] {
  const edits: Edit[] = [];
  let first = 0;
  lines.slice(0, head.lastLine).forEach(({ text, start }, index) => {
    const end = text.trimEnd().length;
    if (end === text.length) return;
    if (edits.length === 0) first = index;
    edits.push({ start: start + end, end: start + text.length, text: '' });
  });
  if (edits.length === 0) return [];
  const column = (lines[first]?.text.trimEnd().length ?? 0) + 1;
  return [{ code: 'trailing-blanks', line: first + 1, column, edits }];
}

const LISTS: ReadonlySet<string> = new Set(['tags', 'categories']);

/** Elements that a list already has, in another letter case too. */
function mendLists(lines: readonly TextLine[], head: HeadFacts): Mend[] {
  return [...head.fields].flatMap(([key, field]): Mend[] => {
    if (!LISTS.has(field)) return [];
    const seen = new Set<string>();
    const again = itemsOf(lines, head.keyLines.get(key) ?? 0, key, head.lastLine).filter((item) => {
      const folded = item.text
        .replace(/^#+\s*/, '')
        .normalize('NFC')
        .toLowerCase();
      const known = seen.has(folded);
      seen.add(folded);
      return known && folded !== '';
    });
    const [first] = again;
    if (!first) return [];
    const edits = again.map(({ removed }) => ({ ...removed, text: '' }));
    const { line, column, text } = first;
    return [{ code: 'tags-duplicate', details: { tag: text }, line, column, edits }];
  });
}

/** ISO 8601 as YAML's timestamps have it too: a blank for the T, one digit for the hours of a zone. */
const ISO =
  /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:[Zz]|[+-]\d{1,2}(?::?\d\d)?))?)?$/;

/** Dates in words become ISO 8601, unless they name a day of the week that they are not. */
function mendDates(lines: readonly TextLine[], head: HeadFacts): Mend[] {
  if (head.format !== 'yaml') return [];
  return [...head.dates].flatMap(([key, iso]): Mend[] => {
    const value = valueAt(lines, head.keyLines.get(key) ?? 0, key);
    if (!value || ISO.test(value.text) || wrongWeekday(value.text, iso) !== undefined) return [];
    const { line, column, start, end } = value;
    const edits = [{ start, end, text: iso }];
    return [{ code: 'date-form', details: { value: value.text, iso }, line, column, edits }];
  });
}

/**
 * Ways to write a broken head so that every YAML parser takes it, the one with the fewest changes first: `repaired` are
 * the lines between its fences as they are to be read, as many as there are.
 */
export function proposeRepairs(
  { raw, head }: MendableText,
  repaired: readonly string[],
  fault: Remark,
): Mend[] {
  const lines = linesOf(raw).slice(1, head.lastLine - 1);
  if (lines.length !== repaired.length) return [];
  const differing = lines.flatMap((line, index) => {
    const text = repaired[index] ?? '';
    return text === line.text ? [] : [{ line, text }];
  });
  const needed = differing.filter(({ line, text }) => !isSpacing(line.text, text));
  return [needed, differing]
    .filter((some) => some.length > 0)
    .map((some) => ({
      ...fault,
      edits: some.map(({ line: { start, text: before }, text }) => {
        return { start, end: start + before.length, text };
      }),
    }));
}

/** Whether two lines differ in blanks only, and not in those that YAML counts. */
function isSpacing(before: string, after: string): boolean {
  const [one = ''] = /^\s*/.exec(before) ?? [];
  const [other = ''] = /^\s*/.exec(after) ?? [];
  return (
    one === other &&
    before.replace(/\s+/g, '') === after.replace(/\s+/g, '') &&
    !before.includes('\t')
  );
}
