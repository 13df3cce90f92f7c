import { complaint } from './complaint.ts';
import { and, leavesOf, not, or, type Query } from './syntax.ts';
import { MOST } from './terms.ts';
import { daysOf, fieldOf } from './values.ts';

/** Options of the command line that say what queries say; each holds on top of the others. */
export interface QueryFlags {
  /** Each one is a tag, or several between commas of which any fits. */
  readonly tag?: readonly string[] | undefined;
  readonly notTag?: readonly string[] | undefined;
  readonly author?: readonly string[] | undefined;
  /** Dates as `date:` takes them. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly on?: string | undefined;
}

/** The query that options make; `now` is the moment it is. @throws ReaderError `query` for a value that is none. */
export function queryFromFlags(flags: QueryFlags, { now }: { readonly now: string }): Query {
  const today = now.slice(0, 10);
  const days = (option: string, value: string | undefined, sign?: string) =>
    value === undefined
      ? []
      : [daysOf('date', flagItem(value, option), { text: `${option} ${value}`, today }, sign)];
  const query = and([
    ...(flags.tag ?? []).map((value) => anyOf('tag', value, '--tag', today)),
    ...(flags.notTag ?? []).map((value) => not(anyOf('tag', value, '--not-tag', today))),
    ...(flags.author ?? []).map((value) => anyOf('author', value, '--author', today)),
    ...days('--since', flags.since, '>='),
    ...days('--until', flags.until, '<='),
    ...days('--on', flags.on),
  ]);
  const terms = [...leavesOf(query)].length;
  if (terms > MOST) throw complaint('too-long', '--tag', { start: 0, end: 5 }, { most: MOST });
  return query;
}

/** The values between the commas of an option, each as a field's. */
function anyOf(field: string, value: string, option: string, today: string): Query {
  const reading = { text: `${option} ${value}`, today };
  const values = value.split(',').map((part) => part.trim());
  const [first, ...rest] = values
    .filter((part, at) => part !== '' || (at === 0 && values.every((one) => one === '')))
    .map((part) =>
      fieldOf(field, { ...flagItem(part, option), at: flagItem(value, option).at }, reading),
    );
  return or([first as Query, ...rest]);
}

function flagItem(value: string, option: string) {
  const start = option.length + 1;
  return { pieces: [{ text: value, quoted: false }], at: { start, end: start + value.length } };
}
