import type { Language, Locale } from '../model/locale.ts';
import { daysBetween, longDate, shortDate } from './dates.ts';
import { type Catalogue, english } from './english.ts';
import { indonesian } from './indonesian.ts';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en: english, id: indonesian };

/** sijori's words and dates in one language. */
export function localeFor(language: Language): Locale {
  // Looked up part by part: joining the parts at every start costs milliseconds.
  const parts: readonly Readonly<Record<string, string>>[] = Object.values(CATALOGUES[language]);
  const has = (key: string) => parts.some((part) => Object.hasOwn(part, key));
  const text: Locale['text'] = (key, details = {}) => {
    const pattern = parts.find((part) => Object.hasOwn(part, key))?.[key] ?? key;
    return pattern.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
  };
  return {
    language,
    has,
    text,
    date: (date) => {
      const shown = longDate(date.iso, language);
      return date.origin === 'file' ? text('file-date', { date: shown }) : shown;
    },
    shortDate: (date) => shortDate(date.iso, language),
    nearDate: (date, today) => {
      const days = daysBetween(date.iso, today);
      if (days === undefined || days < 0 || days > 6) return shortDate(date.iso, language);
      const key = days === 0 ? 'today' : days === 1 ? 'yesterday' : 'days-ago';
      return text(key, { days }).padEnd(11);
    },
  };
}

/**
 * The language of sijori's own words: asked for, else by LC_ALL, LC_MESSAGES, LANG; Indonesian and Malay locales
 * get Indonesian, everything else English.
 */
export function languageOf(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const name =
    asked || env['SIJORI_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^(?:id|in|ms)(?:[-_.@]|$)/i.test(name) ? 'id' : 'en';
}
