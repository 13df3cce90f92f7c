import { printable } from '../model/printable.ts';
import type { Context } from './context.ts';

/** A bar on standard error that says how far a work is. */
export interface Progress {
  /** Draws the bar: so many steps are done, and this one is begun. */
  step(done: number, name: string): void;
  /** The context in which the steps are done: what it writes takes the bar's place. */
  readonly context: Context;
}

/** Fewest steps of a work that is worth a bar. */
const FEWEST = 10;
const BAR = 24;
// Carriage return and erase-to-end: the only controls sijori writes to standard error.
const CLEAR = '\r\x1b[K';

/** A bar for a work of so many steps; none where standard error is no terminal, or the work is short. */
export function progressOf(total: number, context: Context): Progress {
  if (!context.errors.isTerminal || total < FEWEST) return { step: () => {}, context };
  const room = Math.max(10, (context.terminal.columns ?? 80) - BAR - 16);
  let isShown = false;
  const clear = () => {
    if (isShown) context.errors.write(CLEAR);
    isShown = false;
  };
  return {
    step: (done, name) => {
      const full = Math.round((done / total) * BAR);
      const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
      context.errors.write(`${CLEAR}${bar} ${done}/${total} ${printable(name).slice(-room)}`);
      isShown = true;
    },
    context: cleared(context, clear),
  };
}

/** The context with everything that is written preceded by `clear`; the rest of it as it was. */
function cleared(context: Context, clear: () => void): Context {
  const before: Partial<Context> = {
    write: (text) => {
      clear();
      return context.write(text);
    },
    warn: (path, notice) => {
      clear();
      context.warn(path, notice);
    },
    fail: (error) => {
      clear();
      context.fail(error);
    },
    say: (line) => {
      clear();
      context.say(line);
    },
    trying: (work) => context.trying(() => work().finally(clear)),
  };
  return Object.assign(Object.create(context), before);
}
