import type { Command } from 'commander';
import { ReaderError } from '../../model/errors.ts';
import { bashScript } from '../completion/bash.ts';
import { fishScript } from '../completion/fish.ts';
import { tableOf } from '../completion/table.ts';
import { zshScript } from '../completion/zsh.ts';
import type { Context } from '../context.ts';

const SCRIPTS: ReadonlyMap<string, (rows: ReturnType<typeof tableOf>) => string> = new Map([
  ['bash', bashScript],
  ['zsh', zshScript],
  ['fish', fishScript],
]);

/** Prints what makes a shell complete the command line. @throws ReaderError `usage` for a shell that is not known. */
export async function completion(
  [shell = '']: readonly string[],
  program: Command,
  { write, locale }: Context,
): Promise<void> {
  const script = SCRIPTS.get(shell);
  if (!script) {
    const message = locale.text('want-shell', { what: shell });
    throw new ReaderError('usage', { message, command: 'completion ' });
  }
  await write(script(tableOf(program)));
}
