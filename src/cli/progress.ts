import { printable } from '../model/printable.ts';
import type { Context } from './context.ts';

/** Fewest steps of a work that is worth a bar. */
const FEWEST = 10;
const BAR = 24;

/** A bar on standard error, on a terminal only; call it before each step and once after the last. */
export function progress(total: number, context: Context): (done: number, name: string) => void {
  if (!context.errors.isTerminal || total < FEWEST) return () => {};
  const room = Math.max(10, (context.terminal.columns ?? 80) - BAR - 16);
  return (done, name) => {
    const full = Math.round((done / total) * BAR);
    const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
    const shown = printable(name).slice(-room);
    // Carriage return and erase-to-end: the only controls sijori writes to standard error.
    context.errors.write(done < total ? `\r\x1b[K${bar} ${done}/${total} ${shown}` : '\r\x1b[K');
  };
}
