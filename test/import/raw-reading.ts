import { frontMatter } from '../../src/emit/markdown-head.ts';
import { readRaw } from '../../src/import/raw/raw.ts';
import { wrongWeekday } from '../../src/library/weekday.ts';
import type { Meta } from '../../src/model/article.ts';
import type { Draft, Recognised } from '../../src/model/draft.ts';
import { textOf } from '../../src/model/text.ts';
import { parseDate } from '../../src/parse/dates.ts';
import { parse } from '../../src/parse/parse.ts';

export const tools = { readDate: parseDate, wrongWeekday };

/** A raw text as an article. */
export function read(text: string): Draft {
  return readRaw(text, tools);
}

/** The body of a draft of raw text, which is always Markdown. */
export function bodyOf(draft: Draft): string {
  return String(draft.body);
}

/** What the lines that are not blank were taken for. */
export function kindsOf(draft: Draft): Recognised[] {
  return draft.lines.flatMap(({ as }) => (as === 'blank' ? [] : [as]));
}

/** The whole file of a draft, with nothing but what the draft says. */
export function written(draft: Draft, more: Partial<Meta> = {}): string {
  const none = { authors: [], editors: [], tags: [], categories: [], related: [], aliases: [] };
  const meta: Meta = {
    ...none,
    draft: false,
    titleFromBody: false,
    slug: '',
    extra: {},
    ...draft.meta,
    ...more,
  };
  const body = bodyOf(draft);
  return frontMatter(meta) + (body === '' ? '' : `\n${body}`);
}

/** What stays in the body; the words of every other line are the front matter's, or noise. */
const STAYING: ReadonlySet<Recognised> = new Set([
  'dateline',
  'heading',
  'paragraph',
  'list',
  'end-mark',
  'related',
]);

/** Words as white space parts them, after what nobody sees is gone: zero-width marks, controls, direction marks. */
export function words(text: string): string[] {
  const seen = text.replace(
    /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g,
    '',
  );
  return seen.split(/[\s\x85]+/u).filter((word) => word !== '');
}

/** Words of the lines that stayed in the body, and of those that did not. */
export function wordsOfLines(draft: Draft): { staying: string[]; all: string[] } {
  const of = (lines: Draft['lines']) => lines.flatMap(({ text }) => words(text));
  return {
    staying: of(draft.lines.filter(({ as }) => STAYING.has(as))),
    all: of(draft.lines),
  };
}

/** Words of moved lines that only say what the rest of the line is, or join its parts. */
const LABELS = new Set(
  (
    'penulis ditulis oleh reporter rep pewarta wartawan jurnalis kontributor laporan by editor red editing reporting ' +
    'redaktur penyunting tim redaksi sumber foto f tags tag topik topics id dan and tayang diperbarui diterbitkan ' +
    'published updated last modified on kompas com'
  ).split(' '),
);

/** Words of lines that were moved, whose place is not told by the front matter; dates and noise aside. */
export function lostWords(draft: Draft): string[] {
  const { title, subtitle, authors, editors, tags, image, source } = draft.meta;
  const kept = JSON.stringify([
    title,
    subtitle,
    authors,
    editors,
    tags,
    image,
    source,
  ]).toLowerCase();
  const moved = draft.lines.filter(
    ({ as }) => !STAYING.has(as) && !['noise', 'blank', 'date', 'updated'].includes(as),
  );
  return moved
    .flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !LABELS.has(word) && !kept.includes(word));
}

/** The blocks of a body as a reader sees them: their text without mark-up. */
export async function rendered(body: string): Promise<string[]> {
  const article = await parse({ path: '-', text: `---\ntitle: x\n---\n\n${body}` });
  return article.body.children.map((block) => textOf(block).trim());
}
