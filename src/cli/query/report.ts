import { similar } from '../../library/resolve.ts';
import type { Details } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import { printable } from '../../model/printable.ts';
import { width } from '../../model/width.ts';

/** Hints that serve several errors. */
const SHARED_HINTS: Readonly<Record<string, string>> = {
  'paren-open': 'parens',
  'paren-close': 'parens',
  'nothing-after': 'operators',
  'nothing-before': 'operators',
  'too-deep': 'length',
  'too-long': 'length',
};

/** Most of a query that is shown on either side of what is wrong with it, in UTF-16 units. */
const AROUND = 30;

/** What is wrong with a query, the query itself with a caret under the place, and on a terminal a hint. */
export function queryLines(details: Details, locale: Locale, show: { hints: boolean }): string {
  const { problem, query, at, length, known, within, ...rest } = details;
  const close = similar(String(rest['name'] ?? ''), String(known ?? '').split('\n')).join(', ');
  const suggestion = close === '' ? '' : locale.text('did-you-mean', { words: close });
  const values = { ...Object.fromEntries(Object.entries(rest).map(quotable)), suggestion };
  const place = within === undefined ? '' : `query:${within}: `;
  const hint = SHARED_HINTS[String(problem)] ?? problem;
  const lines = [
    printable(`sijori: ${place}${locale.text(`query-${problem}`, values)}`),
    ...placed(String(query), Number(at), Number(length)),
    ...(show.hints
      ? [printable(`  ${locale.text('hint')}: ${locale.text(`query-${hint}-hint`, values)}`)]
      : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** A detail that is not too long to be quoted. */
function quotable([name, value]: [string, string | number]): [string, string | number] {
  const text = String(value);
  return [name, text.length > 2 * AROUND ? `${text.slice(0, 2 * AROUND)}…` : value];
}

/** The query, or what is around the place in it, and carets under the place. */
function placed(query: string, at: number, length: number): string[] {
  const start = at > 2 * AROUND ? at - AROUND : 0;
  const end = query.length > at + length + 2 * AROUND ? at + length + AROUND : query.length;
  const before = `${start > 0 ? '…' : ''}${query.slice(start, at)}`;
  const place = query.slice(at, Math.min(at + length, at + 2 * AROUND));
  const after = `${query.slice(at + place.length, end)}${end < query.length ? '…' : ''}`;
  const carets = '^'.repeat(Math.max(1, width(printable(place))));
  return [
    `  ${printable(before)}${printable(place)}${printable(after)}`,
    `  ${' '.repeat(width(printable(before)))}${carets}`,
  ];
}
