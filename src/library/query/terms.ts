import { ReaderError } from '../../model/errors.ts';
import { complaint } from './complaint.ts';
import { type Role, roleOf, stateNamed } from './fields.ts';
import { plainText } from './ranges.ts';
import type { Item } from './scan.ts';
import { ALL, not, or, type Query, type Span, STATES } from './syntax.ts';
import { columnWords, countOf, daysOf, fieldOf, keyOf, type Reading } from './values.ts';

/** What the meaning of a query depends on besides its text. */
export interface QueryContext {
  /** The moment it is, in ISO 8601 with the zone of the place, for `kemarin` and `2w`. */
  readonly now: string;
  /** Queries of the configuration by name, for `query:name`. */
  readonly saved?: Readonly<Record<string, string>>;
}

/** What the texts of one query share: the saved queries that are open, and how many terms are left to it. */
export interface Opened {
  readonly context: QueryContext;
  readonly budget: { left: number };
  /** Names of the saved queries that are being read, the outermost first. */
  readonly open: readonly string[];
}

/** Most words and fields that a query may have, those of saved queries too. */
export const MOST = 300;

/** Takes terms from what is left to a query. @throws ReaderError `query` when it is more than that. */
export function spend({ budget }: Opened, terms: number, text: string, at?: Span): void {
  budget.left -= terms;
  const place = at ?? { start: 0, end: 1 };
  if (budget.left < 0) throw complaint('too-long', text, place, { most: MOST });
}

/** Reads the text of a saved query. */
type Read = (text: string, opened: Opened) => Query | undefined;

/** What a field with values between commas asks for: any of them. Undefined when there is nothing to look for. */
export function fieldQuery(
  role: Role,
  items: readonly Item[],
  opened: Opened,
  text: string,
  read: Read,
): Query | undefined {
  const reading = { text, today: opened.context.now.slice(0, 10) };
  spend(opened, items.length - 1, text, items.at(-1)?.at);
  const [first, ...rest] = items
    .map((item) => valueQuery(role, item, opened, reading, read))
    .filter((query) => query !== undefined);
  return first && or([first, ...rest]);
}

function valueQuery(
  role: Role,
  item: Item,
  opened: Opened,
  reading: Reading,
  read: Read,
): Query | undefined {
  switch (role.role) {
    case 'words':
      return columnWords(item, role.column);
    case 'texts':
      return fieldOf(role.field, item, reading);
    case 'key':
      return keyOf(role.field, item, reading);
    case 'days':
      return daysOf(role.field, item, reading);
    case 'edge':
      return daysOf('date', item, reading, role.sign);
    case 'count':
      return countOf(item, reading);
    case 'is':
      return stateOf(item, reading);
    case 'has':
      return presence(item, reading);
    case 'no':
      return not(presence(item, reading));
    case 'query':
      return savedQuery(item, opened, reading, read);
  }
}

function stateOf(item: Item, { text }: Reading): Query {
  const value = plainText(item);
  const state = stateNamed(value, STATES);
  if (state) return { kind: 'is', state, at: item.at };
  throw complaint('bad-state', text, item.at, { value, choices: STATES.join(', ') });
}

/** Whether an article has a field at all. @throws ReaderError `query` when the name is none of a field. */
function presence(item: Item, { text }: Reading): Query {
  const name = plainText(item);
  const role = roleOf(name);
  if (role.role === 'words' || role.role === 'count')
    return { kind: 'count', field: 'words', min: 1, at: item.at };
  if (role.role === 'days') return { kind: 'days', field: role.field, at: item.at };
  if (!('field' in role) || !/^[\p{L}_][\p{L}\p{M}\p{N}_.-]+$/u.test(role.field))
    throw complaint('bad-field', text, item.at, { value: name });
  return { kind: 'field', field: role.field, fit: 'has', text: '', written: '', at: item.at };
}

/** The query of that name in the configuration. @throws ReaderError `query` when there is none or it leads back to itself. */
function savedQuery(item: Item, opened: Opened, { text }: Reading, read: Read): Query {
  const name = plainText(item);
  const saved = opened.context.saved ?? {};
  const source = Object.hasOwn(saved, name) ? saved[name] : undefined;
  if (source === undefined) {
    const known = Object.keys(saved).join('\n');
    throw complaint('unknown-query', text, item.at, { name, known });
  }
  if (opened.open.includes(name)) {
    const path = [...opened.open, name].join(' → ');
    throw complaint('circle', text, item.at, { path });
  }
  try {
    return read(source, { ...opened, open: [...opened.open, name] }) ?? ALL;
  } catch (error) {
    if (!(error instanceof ReaderError) || 'within' in error.details) throw error;
    throw new ReaderError(error.code, { ...error.details, within: name }, { cause: error });
  }
}
