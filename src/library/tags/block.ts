import type { TextLine } from '../lines.ts';
import type { Edit } from '../mend.ts';
import { outcomes, type TagPlan } from './plan.ts';
import { type Scalar, scalarAt, written } from './scalar.ts';

/** An element `- a` on a line of its own. */
interface BlockItem extends Scalar {
  readonly line: TextLine;
  /** All before the value: blanks, the dash, blanks. */
  readonly lead: string;
}

/**
 * The edits that carry out a plan in the list of lines below a key of YAML: `at` is the index of the key's line, `colon`
 * the offset behind its colon. Undefined where the list is not surely understood.
 */
export function blockEdits(
  raw: string,
  lines: readonly TextLine[],
  { at, last, colon }: { readonly at: number; readonly last: number; readonly colon: number },
  plan: TagPlan,
): Edit[] | undefined {
  const items = itemsBelow(raw, lines, at, last);
  if (!items || items.length === 0) return undefined;
  const { wanted, add } = outcomes(items, plan);
  const edits = items.flatMap((item, index): Edit[] => {
    const now = wanted[index];
    if (now === undefined) return [{ start: item.line.start, end: item.line.next, text: '' }];
    if (now === item.text) return [];
    return [{ start: item.start, end: item.end, text: written(now, 'yaml', item.quote) }];
  });
  if (wanted.every((now) => now === undefined))
    edits.push({ start: colon, end: colon, text: ' []' });
  const lowest = items.filter((_, index) => wanted[index] !== undefined).at(-1);
  return [...(lowest ? added(raw, lowest, add) : []), ...edits];
}

/** Lines below an element, as it is written. */
function added(raw: string, { line, lead, quote }: BlockItem, add: readonly string[]): Edit[] {
  const end = raw.slice(line.start + line.text.length, line.next);
  const text = add.map((tag) => `${lead}${written(tag, 'yaml', quote)}${end}`).join('');
  return text === '' ? [] : [{ start: line.next, end: line.next, text }];
}

function itemsBelow(
  raw: string,
  lines: readonly TextLine[],
  at: number,
  last: number,
): BlockItem[] | undefined {
  const own = indentOf(lines[at]?.text ?? '');
  const below = lines.slice(at + 1, last).filter(({ text }) => !/^\s*(?:#|$)/.test(text));
  const end = below.findIndex(({ text }) => {
    return indentOf(text) < own || (indentOf(text) === own && !DASH.test(text));
  });
  const taken = end < 0 ? below : below.slice(0, end);
  const items = taken.map((line) => itemOf(raw, line));
  const depths = new Set(taken.map(({ text }) => indentOf(text)));
  const all = items.filter((item) => item !== undefined);
  return all.length === items.length && depths.size <= 1 ? all : undefined;
}

/** The dash of an element, and the blanks around it. */
const DASH = /^\s*-[ \t]+(?=\S)/;

function itemOf(raw: string, line: TextLine): BlockItem | undefined {
  const lead = DASH.exec(line.text)?.[0];
  if (lead === undefined) return undefined;
  const scalar = scalarAt(raw, line.start + lead.length, /[\r\n]|\s#/g);
  if (!scalar || (scalar.quote === '' && /:(?:\s|$)/.test(scalar.text))) return undefined;
  const rest = raw.slice(scalar.end, line.start + line.text.length);
  return /^\s*(?:#.*)?$/.test(rest) ? { ...scalar, line, lead } : undefined;
}

function indentOf(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}
