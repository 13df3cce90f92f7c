import { printableCode } from '../model/printable.ts';
import type { Context } from './context.ts';

/** A text byte for byte, but not for a terminal, which would obey some of it. */
export function harmless(text: string, { terminal }: Pick<Context, 'terminal'>): string {
  return terminal.isTerminal ? text.split('\n').map(printableCode).join('\n') : text;
}
