import { applyEdits, type Edit } from './library/mend.ts';
import { newHead, proposeTagEdits } from './library/tags/edit.ts';
import { planFor, type TagChange, type TagPlan } from './library/tags/plan.ts';
import type { Meta } from './model/article.ts';
import { ReaderError } from './model/errors.ts';
import { FIELD_ALIASES, FIELD_GROUPS, fieldKey } from './model/fields.ts';
import { findFence } from './parse/fences.ts';
import { type Head, splitHead } from './parse/front-matter.ts';
import { isNone } from './parse/meta-values.ts';
import { parseHead } from './parse/parse.ts';
import { loadExact } from './source/exact.ts';

/** A file whose tags change: its text, and the edits that change nothing but them. */
export interface Tagged {
  readonly path: string;
  readonly raw: string;
  readonly edits: readonly Edit[];
}

/** What is read from a text: its head, and the meta without the tags in a form that can be compared. */
interface Reading {
  readonly head: Head;
  readonly tags: readonly string[];
  readonly rest: string;
}

/**
 * The edits that change the tags of a file as asked; undefined where they are so already. Outside of the tags not a byte
 * changes: each way is tried by reading what it makes, and one that would read otherwise is not taken.
 * @throws ReaderError `tags-unsafe` when there is none, and what reading the file throws.
 */
export function retagged(path: string, change: TagChange): Tagged | undefined {
  const { raw } = loadExact(path);
  if (raw === undefined) throw new ReaderError('tags-unsafe', { path, problem: 'encoding' });
  const before = readingOf(path, raw);
  const plan = planFor(before.tags, change);
  if (sameList(plan.result, before.tags)) return undefined;
  const edits = waysFor(raw, before.head, plan).find((way) => {
    return isAsPlanned(before, readingOf(path, applyEdits(raw, way)), plan);
  });
  if (!edits) throw new ReaderError('tags-unsafe', { path, problem: 'head' });
  return { path, raw, edits };
}

function waysFor(raw: string, head: Head, plan: TagPlan): Edit[][] {
  if (head.data === undefined) return head.notices.length > 0 ? [] : [newHead(raw, plan)];
  const fence = findFence(textOf(raw));
  if (fence.kind !== 'head') return [];
  const last = fence.bodyOffset - fence.rawOffset;
  const text = { raw, format: fence.format, first: fence.rawOffset, last };
  return proposeTagEdits(text, plan, FIELD_ALIASES.tags);
}

function readingOf(path: string, raw: string): Reading {
  const text = textOf(raw);
  const { tags, extra, ...rest } = parseHead({ path, text }).meta;
  return { head: splitHead(text), tags, rest: JSON.stringify([rest, withoutEmpty(extra)]) };
}

/** A list without tags in a group of fields is kept as an unknown key; it says no more than if it were not there. */
function withoutEmpty(extra: Meta['extra']): [string, unknown][] {
  return Object.entries(extra).flatMap(([key, value]): [string, unknown][] => {
    if (!FIELD_GROUPS.includes(fieldKey(key)) || typeof value !== 'object') return [[key, value]];
    const kept = Object.entries(value ?? {}).filter(([name, one]) => !isEmptyTags(name, one));
    return kept.length > 0 ? [[key, kept]] : [];
  });
}

const TAG_KEYS: ReadonlySet<string> = new Set(FIELD_ALIASES.tags.map(fieldKey));

function isEmptyTags(name: string, value: unknown): boolean {
  return TAG_KEYS.has(fieldKey(name)) && isNone(value);
}

function textOf(raw: string): string {
  return raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

function isAsPlanned(before: Reading, after: Reading, { result }: TagPlan): boolean {
  return (
    sameList(after.tags, result) &&
    after.rest === before.rest &&
    bodyOf(after, before) === before.head.body &&
    after.head.notices.length <= before.head.notices.length
  );
}

/** A new head has an empty line below it. */
function bodyOf({ head }: Reading, before: Reading): string {
  return before.head.data === undefined ? head.body.replace(/^\n/, '') : head.body;
}

function sameList(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((tag, at) => tag === others[at]);
}
