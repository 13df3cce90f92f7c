import type { ChildProcess } from 'node:child_process';
import { commandWords } from './words.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Less with colours, without clearing the screen, and out at once when all fits. */
const LESS_OPTIONS = 'FRX';

/** Pagers that begin at a line when they are told `+LINE`. */
const BEGINS_AT = /(?:^|\/)(?:less|more|most)$/;

/**
 * The pager as program and arguments: `$SIJORI_PAGER`, `$PAGER`, else less. No shell reads it. It begins at a line, from
 * 1, where it is one that is known to understand that.
 */
export function pagerCommand(env: Environment, line = 1): string[] {
  const chosen = env['SIJORI_PAGER'] || env['PAGER'] || `less -${LESS_OPTIONS}`;
  const [program = 'less', ...args] = commandWords(chosen);
  const begins = line > 1 && BEGINS_AT.test(program) ? [`+${line}`] : [];
  return [program, ...begins, ...args];
}

/**
 * Shows text in a pager and waits until the user leaves it. False when the pager cannot be started: then nothing
 * was shown.
 */
export async function page(
  text: string,
  command: readonly string[],
  env: Environment,
): Promise<boolean> {
  const { spawn } = await import('node:child_process');
  const [program = 'less', ...args] = command;
  const child = spawn(program, args, {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...env, LESS: env['LESS'] ?? LESS_OPTIONS, LESSCHARSET: env['LESSCHARSET'] ?? 'utf-8' },
  });
  return new Promise((resolve) => {
    const release = holdInterrupts();
    child.on('error', () => {
      release();
      resolve(false);
    });
    child.on('close', () => {
      release();
      resolve(true);
    });
    feed(child, text);
  });
}

function feed(child: ChildProcess, text: string): void {
  // A pager that is left early closes its input: what it did not want is no failure.
  child.stdin?.on('error', () => {});
  child.stdin?.end(text);
}

/** Ctrl-C belongs to the pager while it runs. */
function holdInterrupts(): () => void {
  const ignore = () => {};
  process.on('SIGINT', ignore);
  return () => process.off('SIGINT', ignore);
}
