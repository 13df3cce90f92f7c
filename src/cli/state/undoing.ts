import { relative } from 'node:path';
import { restoration } from '../../library/restoring.ts';
import { unmarking } from '../../library/state/marking.ts';
import { writeWhole } from '../../library/store.ts';
import { type Deed, forgetDeed, lastDeed } from '../../library/undo.ts';
import { ReaderError } from '../../model/errors.ts';
import { exactly } from '../clock.ts';
import type { Context } from '../context.ts';
import { shownDiff } from '../writing/mending.ts';
import { readingState, undoFolder } from './reading-state.ts';

/** Undoes what was done last to many articles, or only shows what that changes. @throws ReaderError `nothing-to-undo`. */
export async function undoLast(
  { dryRun = false }: { readonly dryRun?: boolean },
  context: Context,
): Promise<void> {
  const kept = lastDeed(undoFolder(context));
  if (!kept) throw new ReaderError('nothing-to-undo');
  const { deed, file } = kept;
  const marks = undoMarks(deed, dryRun, context);
  const files = await undoFiles(deed, dryRun, context);
  if (!dryRun) forgetDeed(file);
  const count = marks + files;
  const key = dryRun ? 'would-undo' : 'undone';
  if (count > 0) context.say(context.locale.text(key, { command: deed.command, count }));
}

function undoMarks({ marks = [] }: Deed, dryRun: boolean, context: Context): number {
  if (marks.length === 0) return 0;
  const state = readingState(context);
  const changes = unmarking(marks, (uid) => state.of(uid), exactly());
  if (!dryRun) state.record(changes);
  return changes.length;
}

/** Writes the old bytes; a file that was changed since is reported and left as it is. */
async function undoFiles({ files = [] }: Deed, dryRun: boolean, context: Context): Promise<number> {
  let count = 0;
  for (const made of files) {
    const path = near(made.path, context);
    await context.trying(async () => {
      const back = restoration(made);
      if (back === 'changed') throw new ReaderError('changed-since', { path });
      if (back === 'as-before') return;
      if (dryRun) await context.write(shownDiff(back.now, back.old, path, context));
      else writeWhole(made.path, back.old, { overwrite: true });
      count += 1;
    });
  }
  return count;
}

/** A path as one would write it here. */
function near(path: string, { cwd }: Context): string {
  const shorter = relative(cwd, path);
  return shorter === '' || shorter.startsWith('..') ? path : shorter;
}
