import { FIELD_NAMES, roleOf } from '../../library/query/fields.ts';
import { STATES } from '../../library/query/syntax.ts';
import { fold } from '../../model/fold.ts';

/** What completion is asked for. */
export type CandidateKind = 'article' | 'query' | 'tag' | 'author' | 'setting';

/** The names of a library and of the configuration, each looked up when it is needed. */
export interface Names {
  tags(): Promise<readonly string[]>;
  authors(): Promise<readonly string[]>;
  series(): Promise<readonly string[]>;
  /** Slugs that begin with a text, some of them. */
  slugs(start: string): Promise<readonly string[]>;
  saved(): Promise<readonly string[]>;
  settings(): Promise<readonly string[]>;
}

/** Most candidates that a shell is given. */
const MOST = 200;

/** The words that could stand for one that is begun: whole, as they are typed. */
export async function candidatesFor(
  kind: CandidateKind,
  word: string,
  names: Names,
): Promise<string[]> {
  const found = await ofKind(kind, word, names);
  return [...new Set(found)].slice(0, MOST);
}

async function ofKind(kind: CandidateKind, word: string, names: Names): Promise<string[]> {
  switch (kind) {
    case 'article':
      return [...(await names.slugs(word))];
    case 'tag':
      return listed(word, await names.tags(), (value) => value);
    case 'author':
      return listed(word, await names.authors(), (value) => value);
    case 'setting':
      return starting(word, ['get', 'set', ...(await names.settings())]);
    case 'query':
      return ofQuery(word, names);
  }
}

/** Of a term of a query: names of fields, and after a colon the values that the field has. */
async function ofQuery(word: string, names: Names): Promise<string[]> {
  const [, lead = '', rest = ''] = /^([-!(]*)(.*)$/s.exec(word) ?? [];
  const short = /^[#@]/.exec(rest)?.[0];
  const field = /^([\p{L}_][\p{L}\p{N}_.-]*):/u.exec(rest)?.[1];
  if (short === undefined && field === undefined)
    return starting(
      rest,
      FIELD_NAMES.map((name) => `${name}:`),
    ).map((name) => lead + name);
  const begun = short ?? `${field}:`;
  const values = await valuesOf(
    short === '#' ? 'tag' : short === '@' ? 'author' : (field ?? ''),
    names,
  );
  return listed(rest.slice(begun.length), values, inQuery).map((value) => lead + begun + value);
}

/** A value as a query takes it. */
function inQuery(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}/_.+&'@-]*$/u.test(value)
    ? value
    : `"${value.replaceAll('"', '""')}"`;
}

const DATES =
  'today yesterday 7d 2w 3mo this-week last-week this-month last-month this-year last-year'.split(
    ' ',
  );
const PRESENT = 'image series updated source description location tag author date'.split(' ');

async function valuesOf(field: string, names: Names): Promise<readonly string[]> {
  const role = roleOf(field);
  switch (role.role) {
    case 'is':
      return STATES;
    case 'has':
    case 'no':
      return PRESENT;
    case 'days':
    case 'edge':
      return DATES;
    case 'query':
      return names.saved();
    case 'texts':
      return textsOf(role.field, names);
    default:
      return [];
  }
}

async function textsOf(field: string, names: Names): Promise<readonly string[]> {
  if (field === 'tag') return names.tags();
  if (field === 'author') return names.authors();
  if (field === 'series') return names.series();
  if (field === 'slug') return names.slugs('');
  return field === 'lang' ? ['id', 'en'] : [];
}

/** Values that go on from the last comma of what is begun. */
function listed(
  word: string,
  values: readonly string[],
  shown: (value: string) => string,
): string[] {
  const at = word.lastIndexOf(',') + 1;
  const begun = word.slice(at).replace(/^[="]+/, '');
  return starting(begun, values).map((value) => word.slice(0, at) + shown(value));
}

function starting(begun: string, values: readonly string[]): string[] {
  const start = fold(begun);
  return values.filter((value) => fold(value).startsWith(start));
}
