import type { Common } from '../common.ts';
import type { Context } from '../context.ts';
import { exported, imported } from '../state/carrying.ts';

/** Writes the reading state as JSON, or takes in what was written on another machine. @throws ReaderError. */
export async function state(
  [what, ...files]: readonly string[],
  _options: Common,
  context: Context,
): Promise<void> {
  if (what === 'export') return exported(files, context);
  return imported(what, files, context);
}
