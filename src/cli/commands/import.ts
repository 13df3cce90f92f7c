import { importSource } from '../../importer.ts';
import type { Kind } from '../../model/draft.ts';
import type { Common } from '../common.ts';
import type { Context } from '../context.ts';
import { counted } from '../counting.ts';
import { sourcesNamed } from '../importing/arrivals.ts';
import { dryRun } from '../importing/dry-run.ts';
import { importEach, sayFailures, sayNotices } from '../importing/import-each.ts';
import type { ImportChoices } from '../importing/importing.ts';
import { newTally } from '../importing/tally.ts';

/** The options of `sijori import`. */
interface ImportOptions extends Common, ImportChoices {
  readonly from?: Kind;
  readonly dryRun?: boolean;
  readonly allowPrivate?: boolean;
}

/** Makes articles of sources, one after the other; what fails is reported and the rest goes on. @throws ReaderError. */
export async function importAll(
  names: readonly string[],
  options: ImportOptions,
  context: Context,
): Promise<void> {
  const sources = sourcesNamed(names, options, context);
  const works = sources.map(({ name, arrive }) => ({
    name,
    work: async () => importSource(await arrive(), options.from),
  }));
  if (!options.dryRun) return importEach(works, options, context);
  const tally = newTally();
  for (const { name, work } of works) {
    await counted(tally, context, async () => {
      const found = await work();
      await context.write(dryRun(name, found, context));
      sayNotices(name, found, context);
      sayFailures(name, found, tally, context);
    });
  }
}
