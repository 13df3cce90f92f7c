import { RECORD_FIELDS, type RecordField } from '../../emit/record.ts';
import { ReaderError } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import { printable } from '../../model/printable.ts';

/** A record as a list has it: the fields of an article, and the name of its group where there are groups. */
export type ListRecord = Readonly<Record<string, unknown>>;

const HOLE = /\{\{\s*([\w-]+)\s*\}\}/g;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '\\': '\\' };

/**
 * A function that fills the holes of a template with the fields of a record: `{{date}} {{title}}`. Lists are joined by
 * commas, what is unknown is empty; `\t`, `\n` and `\\` in the template are what they are in C.
 * @throws ReaderError `usage` for a field that there is not.
 */
export function templated(
  template: string,
  locale: Locale,
  known: readonly string[] = RECORD_FIELDS,
  command = 'list ',
): (one: ListRecord) => string {
  for (const [, name = ''] of template.matchAll(HOLE)) {
    if (name !== 'group' && !known.includes(name))
      throw unknownField('--template', name, locale, known, command);
  }
  const pattern = template.replace(/\\([nt\\])/g, (_, sign: string) => ESCAPES[sign] ?? sign);
  return (one) => pattern.replace(HOLE, (_, name: string) => printable(textOf(one[name])));
}

/** The error for a field of records that there is not. */
function unknownField(
  option: string,
  value: string,
  locale: Locale,
  known: readonly string[],
  command: string,
): ReaderError {
  const wanted = locale.text('want-one-of', { choices: known.join(', ') });
  const message = locale.text('invalid-value', { option, value, wanted });
  return new ReaderError('usage', { message, command });
}

/** The fields that `--json=title,date` names; all that are known where it names none. @throws ReaderError `usage`. */
export function fieldsOf<Field extends string = RecordField>(
  json: boolean | string | undefined,
  locale: Locale,
  known: readonly Field[] = RECORD_FIELDS as readonly string[] as readonly Field[],
  command = 'list ',
): readonly Field[] {
  if (typeof json !== 'string') return known;
  return json.split(',').map((name) => {
    const field = known.find((one) => one === name.trim());
    if (!field) throw unknownField('--json', name, locale, known, command);
    return field;
  });
}

/** One line, whatever the value holds. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (typeof value === 'object') return Object.values(value).map(textOf).join(' ');
  return String(value).replace(/\s+/g, ' ');
}
