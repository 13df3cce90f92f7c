import type { Format } from '../../reader.ts';
import { pagerCommand } from '../../terminal/pager.ts';
import type { Context } from '../context.ts';
import { harmless } from '../harmless.ts';

interface Options {
  readonly format: Format;
  readonly pager: 'auto' | 'never' | 'always';
  /** The line, from 1, that is to be seen first. */
  readonly from?: number | undefined;
  /** Of how many articles these are the texts of those that could be read. */
  readonly asked: number;
}

/** Writes the texts of articles, through the pager when they are taller than the terminal. */
export async function show(
  texts: readonly string[],
  options: Options,
  context: Context,
): Promise<void> {
  if (texts.length === 0) return;
  const whole = together(texts, options);
  const text = LAID_OUT.has(options.format) ? whole : harmless(whole, context);
  if (wantsPager(text, options, context)) {
    const { page } = await import('../../terminal/pager.ts');
    const command = pagerCommand(context.env, options.from);
    if (await page(text, command, context.env)) return;
    context.warn('sijori', { code: 'pager-missing', details: { pager: command.join(' ') } });
  }
  await context.write(context.terminal.isTerminal ? text : linesFrom(text, options.from));
}

/** A terminal scrolls back to what is before a line; in a pipe it is left out. */
function linesFrom(text: string, from = 1): string {
  return from > 1
    ? text
        .split('\n')
        .slice(from - 1)
        .join('\n')
    : text;
}

/** Formats that layout has made printable already. */
const LAID_OUT: ReadonlySet<Format> = new Set(['ansi', 'plain', 'json']);

/** Several articles: one JSON array, whatever could be read of them, or pages with two blank lines between. */
function together(texts: readonly string[], { format, asked }: Options): string {
  if (asked === 1) return texts[0] ?? '';
  if (format === 'json') return `[${texts.map((text) => text.trimEnd()).join(',\n')}]\n`;
  return texts.join('\n\n');
}

function wantsPager(text: string, { pager, format }: Options, { terminal }: Context): boolean {
  if (!terminal.isTerminal || pager === 'never') return false;
  if (format !== 'ansi' && format !== 'plain') return false;
  if (pager === 'always') return true;
  return terminal.rows !== undefined && text.split('\n', terminal.rows + 1).length > terminal.rows;
}
