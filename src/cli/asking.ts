import type { Context } from './context.ts';
import { isAttended } from './writing/editor.ts';

/** Asks the user yes-or-no questions, one after the other. */
export interface Asker {
  /** Whether there is a user who sees the question and can answer. */
  readonly isHeard: boolean;
  /** True for yes; no is what an empty line and the end of the input mean. */
  agrees(question: string): Promise<boolean>;
  /** Lets go of standard input; needed after the last question. */
  end(): Promise<void>;
}

/** An asker on the terminal. */
export function askerOn(context: Context): Asker {
  let input: AsyncIterator<Uint8Array> | undefined;
  let typed = '';
  const decoder = new TextDecoder();
  const line = async (): Promise<string> => {
    input ??= context.input[Symbol.asyncIterator]();
    while (!typed.includes('\n')) {
      const { value, done } = await input.next();
      if (done) return typed;
      typed += decoder.decode(value, { stream: true });
    }
    const end = typed.indexOf('\n') + 1;
    const first = typed.slice(0, end);
    typed = typed.slice(end);
    return first;
  };
  return {
    get isHeard() {
      return context.errors.isTerminal && isAttended(context);
    },
    agrees: async (question) => {
      context.errors.write(`${question} `);
      return /^\s*(?:y|ya|yes)\s*$/i.test(await line());
    },
    end: async () => {
      await input?.return?.();
    },
  };
}
