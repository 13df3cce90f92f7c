import type { Common } from '../common.ts';
import type { Context } from '../context.ts';
import { undoLast } from '../state/undoing.ts';

/** The options of `sijori undo`. */
interface UndoOptions extends Common {
  readonly dryRun?: boolean;
}

/** Undoes the last `mark` or `tag`. @throws ReaderError when there is nothing to undo. */
export async function undo(options: UndoOptions, context: Context): Promise<void> {
  await undoLast(options, context);
}
