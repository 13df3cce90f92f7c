import { isLabelledName, isNames, splitNames } from './credit.ts';
import type { Said } from './fields.ts';

/** What of other rooms the importer of raw text needs. */
export interface RawTools {
  /** The grammar of dates: the ISO form of a text that is a date and nothing else. */
  readonly readDate: (text: string) => { readonly iso: string } | undefined;
  /** The name of a day that a date begins with though it is another day; undefined if all is well. */
  readonly wrongWeekday: (written: string, iso: string) => string | undefined;
}

/** What a date line says, and the name of a day that does not belong to its date. */
export interface DateLine {
  readonly said: Said;
  readonly wrongDay?: { readonly written: string; readonly iso: string };
}

const LONGEST = 140;
const PUBLISHED =
  'jurnalis|tayang|terbit|diterbitkan|dipublikasikan|publikasi|dimuat|diposting|dirilis|rilis|tanggal|waktu|views|by on|' +
  'first published|published|posted|date|on';
const UPDATED =
  'terakhir diperbarui|diperbarui|diperbaharui|diupdate|pembaruan|last updated|last modified|updated|update';
const LEAD = /^[-–—|,•·:\s]+/;
const SITE = /^(?:[\p{L}\d-]+\.)+(?:com|co|id|net|org|news|tv|info|my|sg)\s*[-–—|,:]\s*/iu;
const LABEL = new RegExp(
  `^(?:(${UPDATED})|${PUBLISHED})(?: (?:on|at|pada))?\\s*[:|–—-]?\\s*(?=[\\p{L}\\d])`,
  'iu',
);
const SECOND = new RegExp(`^(.{8,}?)[\\s|,;•·(–—-]+((?:${UPDATED})\\b.+)$`, 'iu');
const BY_NAME =
  /^([^\d|]{3,80}?)\s*(?:[,|–—-]\s*(?:jurnalis|reporter|wartawan|kontributor)\s*[-–—:|]|[|–—-])\s*(?=\S)(.+)$/iu;
const CLOCK_FIRST = /^(\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?),? (?:on )?(\D.*)$/i;

/** When a line says when, and nothing else but its site or its writer; undefined if it is no such line. */
export function readDateLine(line: string, tools: RawTools): DateLine | undefined {
  if (line.length > LONGEST || line.length < 8 || !/\d{4}/.test(line)) return undefined;
  const text = line.replace(LEAD, '').replace(/[\s|,]+$/, '');
  return readDates(text, tools) ?? readWithName(text, tools) ?? readParts(text, tools);
}

/** One date, or the dates of publication and of the last change. */
function readDates(text: string, tools: RawTools): DateLine | undefined {
  const one = readOne(text, tools);
  if (one) return one;
  const two = SECOND.exec(text);
  const first = two && readOne(two[1] ?? '', tools);
  const second = two && readOne((two[2] ?? '').replace(/\)$/, ''), tools);
  if (!first || !second || first.said.date === undefined) return undefined;
  return { ...second, ...first, said: { ...second.said, ...first.said } };
}

function readOne(text: string, tools: RawTools): DateLine | undefined {
  const site = SITE.exec(text)?.[0] ?? '';
  const rest = text.slice(site.length);
  const label = LABEL.exec(rest);
  const written = rest.slice(label?.[0].length ?? 0);
  const iso = isoOf(written, tools);
  if (iso === undefined) return undefined;
  const day = tools.wrongWeekday(written, iso);
  const name = site.replace(/\s*[-–—|,:]\s*$/, '');
  return {
    said: {
      [label?.[1] === undefined ? 'date' : 'updated']: iso,
      ...(name !== '' && { source: name }),
    },
    ...(day !== undefined && { wrongDay: { written: day, iso: iso.slice(0, 10) } }),
  };
}

function isoOf(written: string, { readDate }: RawTools): string | undefined {
  // A number alone is no date of a line.
  if (!/^[^\d]*\d{1,4}\D/.test(written)) return undefined;
  const text = written
    .replace(/ ,/g, ',')
    .replace(CLOCK_FIRST, '$2 $1')
    .replace(/ hrs?$/i, '');
  const iso = readDate(text)?.iso;
  return iso?.replace(/T(\d\d:\d\d)(?=[-+Z]|$)/, 'T$1:00');
}

function readWithName(text: string, tools: RawTools): DateLine | undefined {
  const match = BY_NAME.exec(text);
  const names = match?.[1] ?? '';
  if (!match || !isNames(names) || !names.includes(' ')) return undefined;
  const when = readDates(match[2] ?? '', tools);
  return when && { ...when, said: { ...when.said, authors: splitNames(names) } };
}

const READING_TIME = /^\d{1,3} ?(?:min(?:ute)?s?(?: read)?|menit(?: baca)?)$/i;

/** `Pratiwi · 14 September 2023, 08:21 WIB · 3 min read · #Rusia`: who, when, how long it takes, about what. */
function readParts(text: string, tools: RawTools): DateLine | undefined {
  const parts = text.split(/\s+[·•|]\s+|\s+(?=#\S)/);
  if (parts.length < 2) return undefined;
  const tags = parts.filter((part) => /^#\S/.test(part)).map((tag) => tag.slice(1));
  const others = parts.filter((part) => !/^#\S/.test(part) && !READING_TIME.test(part));
  let found: DateLine = { said: tags.length > 0 ? { tags } : {} };
  for (const part of others) {
    const one = readOne(part, tools) ?? nameOf(part);
    if (!one || Object.keys(one.said).some((key) => key in found.said)) return undefined;
    found = { ...found, ...one, said: { ...found.said, ...one.said } };
  }
  return (found.said.date ?? found.said.updated) === undefined ? undefined : found;
}

function nameOf(part: string): DateLine | undefined {
  return isLabelledName(part) ? { said: { authors: splitNames(part) } } : undefined;
}
