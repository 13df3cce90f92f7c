import { accessSync, constants, statSync } from 'node:fs';
import { constants as system } from 'node:os';
import { delimiter, join } from 'node:path';
import { ReaderError } from '../../model/errors.ts';
import { editorCommand, USUAL_EDITORS } from '../../terminal/editor.ts';
import type { Context } from '../context.ts';

/** Whether there is a user at a terminal, who sees what is asked and can answer. */
export function isAttended({ terminal, input }: Context): boolean {
  return terminal.isTerminal && input.isTTY === true;
}

/** Whether the user chose an editor. */
export function hasEditor({ env }: Context): boolean {
  return editorCommand(env).length > 0;
}

/**
 * Opens files in the user's editor, else in one that is there, and waits until it ends.
 * @throws ReaderError `no-editor`, `editor-missing` or `editor-failed`.
 */
export async function openInEditor(paths: readonly string[], context: Context): Promise<void> {
  const chosen = editorCommand(context.env);
  const command = chosen.length > 0 || !isAttended(context) ? chosen : usualEditor(context);
  const [program, ...args] = command;
  if (program === undefined) throw new ReaderError('no-editor');
  const editor = command.join(' ');
  const files = paths.map((path) => (path.startsWith('-') ? `./${path}` : path));
  const status = await ended(program, [...args, ...files], context);
  if (status === undefined) throw new ReaderError('editor-missing', { editor });
  if (status !== 0) throw new ReaderError('editor-failed', { editor, status });
}

function usualEditor({ env }: Context): string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = USUAL_EDITORS.find((name) =>
    folders.some((folder) => isProgram(join(folder, name))),
  );
  return found === undefined ? [] : [found];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The exit code of a program that has the terminal to itself; 128 and more after a signal; undefined if it cannot start. */
async function ended(
  program: string,
  args: readonly string[],
  { env, cwd }: Context,
): Promise<number | undefined> {
  const { spawn } = await import('node:child_process');
  // Ctrl-C belongs to the editor while it runs.
  const ignore = () => {};
  process.on('SIGINT', ignore);
  try {
    return await new Promise((resolve) => {
      const child = spawn(program, args, { stdio: 'inherit', env, cwd });
      child.on('error', () => resolve(undefined));
      child.on('close', (code, signal) => {
        resolve(code ?? 128 + (signal ? system.signals[signal] : 0));
      });
    });
  } finally {
    process.off('SIGINT', ignore);
  }
}
