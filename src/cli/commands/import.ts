import { importSource } from '../../importer.ts';
import type { Kind } from '../../model/draft.ts';
import { arrivals } from '../arrivals.ts';
import type { Common } from '../common.ts';
import type { Context } from '../context.ts';
import { dryRun } from '../dry-run.ts';
import { type ImportChoices, keeper, type Tally } from '../importing.ts';

/** The options of `sijori import`. */
export interface ImportOptions extends Common, ImportChoices {
  readonly from?: Kind;
  readonly dryRun?: boolean;
  readonly allowPrivate?: boolean;
}

/** Imports sources one after the other; what fails is reported and the rest goes on. */
export async function importAll(
  names: readonly string[],
  options: ImportOptions,
  context: Context,
): Promise<void> {
  const keep = options.dryRun ? undefined : await keeper(options, context);
  const tally: Tally = { written: 0, same: 0, failed: 0 };
  for await (const arrive of arrivals(names, options, context)) {
    const done = await context.trying(async () => {
      for (const made of await importSource(await arrive(), options.from)) {
        if (keep) await keep(made, tally);
        else await context.write(dryRun(made, context));
      }
    });
    if (!done) tally.failed += 1;
  }
  if (keep) context.say(context.locale.text('import-summary', { ...tally }));
}
