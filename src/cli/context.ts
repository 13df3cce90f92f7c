import type { Notice } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** All of the world that a command may touch. */
export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly terminal: Terminal;
  readonly locale: Locale;
  /** Standard input; a terminal when the user types into it. */
  readonly input: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  /** Writes to standard output; resolves when the text is taken. */
  write(text: string): Promise<void>;
  /** One remark about a place of an article, on standard error. */
  warn(path: string, notice: Notice): void;
  /** A failure that the rest goes on after: a line on standard error, exit code 1 in the end. */
  fail(error: unknown): void;
  /** Sets the exit code without a word, where what was written already says why; the highest one counts. */
  leave(code: number): void;
  /** Does one thing of several: when it fails for a reason the user can mend, that is reported; false then. */
  trying(work: () => Promise<void>): Promise<boolean>;
  /** A line for the user on standard error, that is neither error nor warning. */
  say(line: string): void;
  /** Standard error itself, for progress. */
  readonly errors: { readonly isTerminal: boolean; write(text: string): void };
}
