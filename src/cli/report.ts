import type { Details, Notice } from '../model/errors.ts';
import { ReaderError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { printable } from '../model/printable.ts';
import { queryLines } from './query/report.ts';

/** Exit codes, the same on every command. */
export const EXIT = { done: 0, failed: 1, usage: 2, bug: 70 } as const;

/** Errors of the command line and the configuration: nothing is done. */
const MISUSE: ReadonlySet<string> = new Set(['usage', 'config', 'query']);

/** The exit code that an error stands for. */
export function exitCodeOf(error: unknown): number {
  if (!(error instanceof ReaderError)) return EXIT.bug;
  return MISUSE.has(error.code) ? EXIT.usage : EXIT.failed;
}

/**
 * An error as the lines that the user sees: `sijori: PATH: what is wrong`, and on a terminal a hint at a way out.
 * A bug says so; its stack is shown with `SIJORI_DEBUG=1`.
 */
export function errorLines(
  error: unknown,
  locale: Locale,
  show: { hints: boolean; stack: boolean },
): string {
  if (!(error instanceof ReaderError)) return bugLines(error, locale, show);
  if (error.code === 'query') return queryLines(error.details, locale, show);
  const path =
    typeof error.details['path'] === 'string'
      ? `${shownPath(error.details['path'], locale)}: `
      : '';
  const key = error.code === 'no-match' && 'count' in error.details ? 'no-number' : error.code;
  const place = PATH_FIRST.has(error.code) ? path : '';
  const lines = [`sijori: ${place}${locale.text(key, safe(error.details, locale))}`];
  if (show.hints && locale.has(`${error.code}-hint`)) {
    lines.push(
      `  ${locale.text('hint')}: ${locale.text(`${error.code}-hint`, safe(error.details, locale))}`,
    );
  }
  return lines.map((line) => `${printable(line)}\n`).join('');
}

/** Errors whose message begins with the path, as Unix tools write it. */
const PATH_FIRST = new Set([
  'not-found',
  'is-folder',
  'is-address',
  'unreadable',
  'not-a-file',
  'too-large',
  'binary',
  'empty',
  'exists',
  'changed-since',
  'tags-unsafe',
  'state-newer',
  'state-foreign',
  'state-busy',
  'changed',
  'edited',
  'taken',
  'of-another',
  'one-output',
  'nothing-to-import',
  'no-article',
  'bad-entry',
  'not-epub',
  'epub-locked',
  'no-kind',
  'not-feed',
  'not-opml',
  'not-ghost',
  'write',
]);

function bugLines(
  error: unknown,
  locale: Locale,
  show: { hints: boolean; stack: boolean },
): string {
  const message = error instanceof Error ? error.message : String(error);
  const stack = show.stack && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  const hint =
    show.hints && !show.stack ? `  ${locale.text('hint')}: ${locale.text('bug-hint')}\n` : '';
  return `${printable(`sijori: ${locale.text('bug', { message })}`)}\n${hint}${stack}`;
}

/** A notice as a line: `PATH:LINE:COL: warning: message [code]`, which editors can jump to. */
export function noticeLine(path: string, notice: Notice, locale: Locale): string {
  const place = placeOf(path, notice, locale);
  const text = `${place}: ${locale.text('warning')}: ${messageOf(notice, locale)} [${notice.code}]`;
  return `${printable(text)}\n`;
}

/** `PATH:LINE:COL`, as far as the place is known. */
export function placeOf(
  path: string,
  { line, column }: Pick<Notice, 'line' | 'column'>,
  locale: Locale,
): string {
  const place = line === undefined ? [] : [line, ...(column === undefined ? [] : [column])];
  return [shownPath(path, locale), ...place].join(':');
}

/** The words for a code with its details, none of them too long. */
export function messageOf(
  { code, details }: { readonly code: string; readonly details: Details },
  locale: Locale,
): string {
  return locale.text(code, safe(details, locale));
}

/** Longest quoted piece of an article or a command line, in characters. */
const LONGEST = 80;

/** The system's codes that have words of their own in the catalogue. */
function inWords(reason: string, locale: Locale): string {
  return locale.has(`system-${reason}`) ? locale.text(`system-${reason}`) : reason;
}

/** What is wrong with a place of the configuration; a problem without words of its own is a system's code. */
function problemInWords(problem: string, details: Details, locale: Locale): string {
  const key = `problem-${problem}`;
  const { problem: _, ...rest } = details;
  return locale.has(key) ? locale.text(key, safe(rest, locale)) : inWords(problem, locale);
}

function safe(details: Details, locale: Locale): Details {
  const pairs = Object.entries(details).map(([name, value]) => [
    name,
    cut(value, name, details, locale),
  ]);
  return Object.fromEntries(pairs);
}

/** A detail as it may be quoted: not too long, a system's code in words. */
function cut(
  value: string | number,
  name: string,
  details: Details,
  locale: Locale,
): string | number {
  if (typeof value !== 'string') return value;
  if (name === 'reason') return inWords(value, locale);
  if (name === 'problem') return problemInWords(value, details, locale);
  return value.length > LONGEST * 4 ? `${value.slice(0, LONGEST)}…` : value;
}

/** A path as a shell would take it: quoted when it holds spaces or signs that a shell reads. */
function shownPath(path: string, locale: Locale): string {
  if (path === '-') return locale.text('standard-input');
  return /^[\p{L}\p{N}\p{M}./_+:,@%=~-]+$/u.test(path)
    ? path
    : `'${path.replaceAll("'", "'\\''")}'`;
}
