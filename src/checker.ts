import { existsSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { namesOf } from './library/article-names.ts';
import { check } from './library/check/check.ts';
import type { Finding, HeadFacts, Remark } from './library/check/finding.ts';
import { type Census, censusOf } from './library/check/library.ts';
import { anchorsOf, type Surroundings } from './library/check/links.ts';
import { linesOf } from './library/lines.ts';
import { applyEdits, compatible, type Mend, proposeMends, proposeRepairs } from './library/mend.ts';
import type { Entry } from './library/select.ts';
import { ReaderError } from './model/errors.ts';
import { FIELD_ALIASES, fieldKey } from './model/fields.ts';
import { parseDate } from './parse/dates.ts';
import { findFence } from './parse/fences.ts';
import { type Head, splitHead } from './parse/front-matter.ts';
import { repairYaml } from './parse/front-matter-repair.ts';
import { isNone } from './parse/meta-values.ts';
import { parse, parseHead } from './parse/parse.ts';
import { loadExact } from './source/exact.ts';
import { findArticles } from './source/find.ts';
import { loadFile } from './source/load.ts';

/** What is known of the articles around those that are checked. */
export interface Survey extends Surroundings {
  censusFor(path: string): Census;
  isChecked(path: string): boolean;
}

/** What a check of one file came to; `mended` is its text with all that can be mended, where that is any. */
export interface Checked {
  readonly path: string;
  readonly findings: readonly Finding[];
  readonly text?: string;
  readonly mended?: string;
}

/** The articles under a folder; folders in it that cannot be read are told. @throws ReaderError when it cannot be read itself. */
export function articlesUnder(folder: string, closed: (error: ReaderError) => void): string[] {
  return findArticles(folder, closed);
}

/** Reads the heads of a library and of the files that are checked; what cannot be read is left out. */
export function survey(paths: readonly string[], library: string): Survey {
  const given = new Map(paths.map((path) => [resolve(path), path]));
  const within = `${resolve(library)}${sep}`;
  const inside = trying(() => findArticles(library, () => {})) ?? [];
  const known = inside.map((path) => given.get(resolve(path)) ?? path);
  const outside = paths.filter((path) => !resolve(path).startsWith(within));
  const [own, foreign] = [entriesOf(known), entriesOf(outside)];
  const [census, others] = [censusOf(own), censusOf(foreign)];
  const read = new Map<string, Promise<ReadonlySet<string> | undefined>>();
  return {
    names: namesOf([...own, ...foreign]),
    exists: existsSync,
    anchors: (path) => {
      const found = read.get(path) ?? readAnchors(path);
      read.set(path, found);
      return found;
    },
    censusFor: (path) => (resolve(path).startsWith(within) ? census : others),
    isChecked: (path) => given.has(resolve(path)),
  };
}

function entriesOf(paths: readonly string[]): Entry[] {
  return paths.flatMap((path) => {
    const head = trying(() => parseHead(loadFile(path)));
    return head ? [{ path, meta: head.meta }] : [];
  });
}

async function readAnchors(path: string): Promise<ReadonlySet<string> | undefined> {
  const source = trying(() => loadFile(path));
  return source && anchorsOf(await parse(source));
}

function trying<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReaderError) return undefined;
    throw error;
  }
}

/** Checks one article. @throws ReaderError when it cannot be read or is empty. */
export async function checkFile(path: string, around: Survey): Promise<Checked> {
  const { raw, ...source } = loadExact(path);
  if (source.text.trim() === '') throw new ReaderError('empty', { path });
  const head = factsOf(splitHead(source.text));
  const article = await parse(source);
  const mends = raw === undefined ? [] : mendsOf(path, raw);
  const file = { path, article, head, lines: linesOf(raw ?? source.text) };
  const findings = await check(file, mends, { ...around, census: around.censusFor(path) });
  if (raw === undefined || mends.length === 0) return { path, findings };
  return { path, findings, text: raw, mended: mended(path, raw) };
}

function factsOf(head: Head): HeadFacts {
  const fields = fieldsOf(head.data ?? {});
  const dates = [...fields].flatMap(([key, field]) => {
    const date = field === 'date' || field === 'updated' ? parseDate(head.data?.[key]) : undefined;
    return date ? [[key, date.iso] as const] : [];
  });
  const { format, keyLines, bodyOffset } = head;
  const facts = { lastLine: bodyOffset, keyLines: keyLines(), fields, dates: new Map(dates) };
  return format === undefined ? facts : { ...facts, format };
}

/** The top-level keys that hold a value, under the field that each is read as, in the order in which they are asked. */
function fieldsOf(data: Readonly<Record<string, unknown>>): Map<string, string> {
  const keys = new Map(
    Object.keys(data)
      .filter((key) => !isNone(data[key]))
      .map((key) => [fieldKey(key), key]),
  );
  const fields = new Map<string, string>();
  for (const [field, aliases] of Object.entries(FIELD_ALIASES)) {
    for (const alias of aliases) {
      const key = keys.get(fieldKey(alias));
      if (key !== undefined && !fields.has(key)) fields.set(key, field);
    }
  }
  return fields;
}

/** Most times that a mended text is looked at again: one mend can make room for another. */
const MOST_ROUNDS = 5;

/** The text with everything mended that can be, or as it is if the whole would read otherwise. */
function mended(path: string, raw: string): string {
  let text = raw;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const mends = compatible(mendsOf(path, text));
    if (mends.length === 0) break;
    text = applyEdits(
      text,
      mends.flatMap(({ edits }) => edits),
    );
  }
  return readsSame(readingOf(path, raw), readingOf(path, text)) ? text : raw;
}

/** What can be mended in a file's text so that the same article is read from it as before. */
function mendsOf(path: string, raw: string): Mend[] {
  const before = readingOf(path, raw);
  const mendable = { raw, head: factsOf(before.split) };
  const mends = proposeMends(mendable).filter((mend) => {
    const after = readingOf(path, applyEdits(raw, mend.edits));
    return readsSame(before, after) && (!BLANK.has(mend.code) || after.data === before.data);
  });
  const works = (mend: Mend) => {
    const after = readingOf(path, applyEdits(raw, mend.edits));
    return readsSame(before, after) && !after.split.notices.some(isFault);
  };
  const repair = repairsOf(before, mendable).find(works);
  return repair ? [withFewest(repair, works), ...mends] : mends;
}

/** Most edits of a repair of which each is tried to be left out. */
const MOST_TRIED = 32;

/** A mend without the edits that it does not need. */
function withFewest(mend: Mend, works: (mend: Mend) => boolean): Mend {
  if (mend.edits.length > MOST_TRIED) return mend;
  let kept = mend;
  for (const edit of mend.edits) {
    const less = { ...mend, edits: kept.edits.filter((one) => one !== edit) };
    if (less.edits.length > 0 && works(less)) kept = less;
  }
  return kept;
}

/** Mends that are to change nothing at all of what a program reads, unknown keys included. */
const BLANK: ReadonlySet<string> = new Set(['trailing-blanks', 'line-ends', 'byte-order-mark']);

function isFault({ code }: { readonly code: string }): boolean {
  return code === 'front-matter-repaired';
}

function repairsOf(
  { split, text }: Reading,
  mendable: { readonly raw: string; readonly head: HeadFacts },
): Mend[] {
  const fault = split.notices.find(isFault);
  const fence = findFence(text);
  if (!fault || fence.kind !== 'head' || fence.format !== 'yaml') return [];
  const { code, details, line = 1, column = 1 } = fault;
  const remark: Remark = { code, details, line, column };
  return proposeRepairs(mendable, repairYaml(fence.raw).split('\n').slice(0, -1), remark);
}

/** What is read from a text, in a form that can be compared. */
interface Reading {
  readonly text: string;
  readonly split: Head;
  readonly data: string;
  readonly meta: string;
}

function readingOf(path: string, raw: string): Reading {
  const text = raw.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const split = splitHead(text);
  const { meta } = parseHead({ path, text });
  return { text, split, data: JSON.stringify(split.data), meta: JSON.stringify(meta) };
}

/** The same meta, the same body but for the newline at its end, and no new fault. */
function readsSame(before: Reading, after: Reading): boolean {
  return (
    before.meta === after.meta &&
    withNewline(before.split.body) === withNewline(after.split.body) &&
    after.split.notices.length <= before.split.notices.length
  );
}

function withNewline(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
