import { fold } from '../../model/fold.ts';
import { similar } from '../resolve.ts';
import { wrongWeekday } from '../weekday.ts';
import type { CheckedFile, HeadFacts, Remark } from './finding.ts';
import { valueAt } from './head-values.ts';

/** What is wrong with the front matter, besides what reading it already noticed. */
export function checkHead(file: CheckedFile): Remark[] {
  return [
    ...checkTitle(file),
    ...checkDates(file),
    ...checkOrder(file),
    ...checkLanguage(file),
    ...checkKeys(file),
  ];
}

function checkTitle({ article, head }: CheckedFile): Remark[] {
  const named = hasField(head, 'title') || article.meta.titleFromBody;
  const headed = article.body.children.some(
    (block) => block.type === 'heading' && block.depth === 1,
  );
  if (named || headed) return [];
  const { title } = article.meta;
  return [{ code: 'title-missing', details: { title }, line: 1, column: 1 }];
}

function hasField(head: HeadFacts, field: string): boolean {
  return [...head.fields.values()].includes(field);
}

function checkDates({ article, head, lines }: CheckedFile): Remark[] {
  const { date } = article.meta;
  const unread = article.notices.some(({ code }) => code === 'date-unreadable');
  const missing: Remark[] =
    !unread && (!date || date.origin === 'file')
      ? [{ code: 'date-missing', line: 1, column: 1 }]
      : [];
  const wrong = [...head.dates].flatMap(([key, iso]): Remark[] => {
    const value = valueAt(lines, head.keyLines.get(key) ?? 0, key);
    const day = value && wrongWeekday(value.text, iso);
    if (!value || day === undefined) return [];
    const { line, column } = value;
    return [{ code: 'date-weekday', details: { day, date: iso.slice(0, 10) }, line, column }];
  });
  return [...missing, ...wrong];
}

/** Days are compared, for a date may have no time and no zone. */
function checkOrder({ article, head }: CheckedFile): Remark[] {
  const { date, updated } = article.meta;
  const [first, last] = [date?.iso.slice(0, 10), updated?.iso.slice(0, 10)];
  if (date?.origin !== 'head' || first === undefined || last === undefined || last >= first)
    return [];
  const line = lineOfField(head, 'updated');
  return [{ code: 'date-order', details: { date: first, updated: last }, line, column: 1 }];
}

function lineOfField(head: HeadFacts, field: string): number {
  const key = [...head.fields].find(([, name]) => name === field)?.[0];
  return (key === undefined ? undefined : head.keyLines.get(key)) ?? 1;
}

/** A code that names no language is as good as none. */
function checkLanguage({ article, head, lines }: CheckedFile): Remark[] {
  const { lang } = article.meta;
  const key = [...head.fields].find(([, field]) => field === 'lang')?.[0];
  if (key === undefined || (!(key in article.meta.extra) && isLanguage(lang))) return [];
  const line = head.keyLines.get(key) ?? 1;
  const value = valueAt(lines, line, key);
  const details = { value: value?.text ?? lang ?? '' };
  return [{ code: 'lang-unknown', details, line, column: value?.column ?? 1 }];
}

function isLanguage(code: string | undefined): boolean {
  if (code === undefined) return true;
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names.of(code) !== undefined;
}

/** Fields that are read from a front matter, for guesses at what a strange key was meant to be. */
const GUESSED = [
  'title',
  'subtitle',
  'description',
  'date',
  'updated',
  'authors',
  'author',
  'editors',
  'tags',
  'categories',
  'draft',
  'image',
  'source',
  'location',
  'series',
  'related',
  'aliases',
];
/** Fields of which the value may be no value. */
const JUDGED = new Set(['draft']);
/** Keys that are looked at; a head of thousands is none that a person wrote. */
const MOST_KEYS = 100;

function checkKeys({ article, head, lines }: CheckedFile): Remark[] {
  const unread = Object.keys(article.meta.extra).slice(0, MOST_KEYS);
  return unread.flatMap((key): Remark[] => {
    const line = head.keyLines.get(key);
    if (line === undefined) return [];
    const field = head.fields.get(key);
    if (field === undefined) return misspelt(key, line, head);
    if (!JUDGED.has(field)) return [];
    const value = valueAt(lines, line, key);
    const details = { key, value: value?.text ?? '' };
    return [{ code: 'value-unreadable', details, line, column: value?.column ?? 1 }];
  });
}

/** A key one slip away from a field that the head does not have. */
function misspelt(key: string, line: number, head: HeadFacts): Remark[] {
  if (key.length < 4 || key.length > 20) return [];
  const meant = similar(key, GUESSED)[0];
  const field = meant === 'author' ? 'authors' : meant;
  if (meant === undefined || fold(key) === meant || hasField(head, field ?? '')) return [];
  return [{ code: 'key-misspelt', details: { key, meant }, line, column: 1 }];
}
