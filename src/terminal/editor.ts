import { commandWords } from './words.ts';

/** The editor that the user chose, as program and arguments: `$VISUAL` (not on a dumb terminal), `$EDITOR`; empty if none. */
export function editorCommand(env: Readonly<Record<string, string | undefined>>): string[] {
  const visual = env['TERM'] === 'dumb' ? undefined : env['VISUAL'];
  return commandWords(visual?.trim() || env['EDITOR']?.trim() || '');
}

/** The editors that are looked for where none is chosen, best first. */
export const USUAL_EDITORS: readonly string[] = ['nano', 'vim', 'vi'];
