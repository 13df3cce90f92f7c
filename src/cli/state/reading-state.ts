import { join, resolve } from 'node:path';
import { identityOf } from '../../library/state/identity.ts';
import type { Kept } from '../../library/state/marking.ts';
import { openState, type ReadingState } from '../../library/state/state.ts';
import type { Meta } from '../../model/article.ts';
import type { Context } from '../context.ts';
import { thisProcess } from '../owner.ts';

/** The folder of what sijori remembers of its user: `$XDG_STATE_HOME/sijori`. */
export function stateFolder({ env }: Pick<Context, 'env'>): string {
  const home = env['XDG_STATE_HOME'] || join(env['HOME'] ?? '.', '.local', 'state');
  return join(home, 'sijori');
}

/** What the user has read: one file for all libraries. */
export function readingState(context: Pick<Context, 'env'>): ReadingState {
  return openState(join(stateFolder(context), 'state.ndjson'), thisProcess());
}

/** Where what can be undone is kept. */
export function undoFolder(context: Pick<Context, 'env'>): string {
  return join(stateFolder(context), 'undo');
}

/** An article as the reading state keeps it: a path is absolute there. */
export function keptOf(
  { path, meta, words }: { path: string; meta: Meta; words?: number | undefined },
  { cwd }: Pick<Context, 'cwd'>,
): Kept {
  const absolute = resolve(cwd, path);
  const known = { uid: identityOf(meta, absolute), path: absolute, title: meta.title };
  return words === undefined ? known : { ...known, words };
}
