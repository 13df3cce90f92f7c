import type { ArticleDate } from './article.ts';
import type { Details } from './errors.ts';

/** Languages of sijori's own words. */
export type Language = 'id' | 'en';

/** sijori's words in one language, handed to layout and commands as plain data and functions. */
export interface Locale {
  readonly language: Language;
  /** Whether there are words for `key`. */
  has(key: string): boolean;
  /** The words for `key` with `details` filled in. */
  text(key: string, details?: Details): string;
  /** `14 September 2023, 08:21 WIB`, in the date's own zone. */
  date(date: ArticleDate): string;
  /** `14 Sep 2023`, always eleven columns where the day is known. */
  shortDate(date: ArticleDate): string;
  /** As `shortDate`, but `yesterday` or `3 days ago` for days of the week before `today` (ISO 8601), in eleven columns too. */
  nearDate(date: ArticleDate, today: string): string;
}
