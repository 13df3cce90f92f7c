import { type Details, ReaderError } from '../../model/errors.ts';
import type { Span } from './syntax.ts';

/** What can be wrong with a query; the catalogue has the words under `query-…`. */
export type Complaint =
  | 'quote-open'
  | 'paren-open'
  | 'paren-close'
  | 'nothing-after'
  | 'nothing-before'
  | 'no-value'
  | 'group-value'
  | 'bad-date'
  | 'bad-number'
  | 'bad-state'
  | 'bad-field'
  | 'backwards'
  | 'unknown-query'
  | 'circle'
  | 'too-deep'
  | 'too-long';

/** The error for a place of a query: `query` is its text, `at` and `length` the place in it, in UTF-16 units. */
export function complaint(
  problem: Complaint,
  text: string,
  { start, end }: Span,
  details: Details = {},
): ReaderError {
  const place = { query: text, at: start, length: Math.max(1, end - start) };
  return new ReaderError('query', { problem, ...place, ...details });
}
