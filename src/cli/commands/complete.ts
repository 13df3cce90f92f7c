import { type Common, prepared } from '../common.ts';
import { type CandidateKind, candidatesFor } from '../completion/candidates.ts';
import { knownNames } from '../completion/known-names.ts';
import type { Context } from '../context.ts';

/** Prints the words that could stand for one that is begun, for the scripts of shells: nothing where it cannot. */
export async function complete(
  [kind = '', word = '']: readonly string[],
  options: Common,
  context: Context,
): Promise<void> {
  const { config, folder } = await prepared(options, context);
  const found = await candidatesFor(
    kind as CandidateKind,
    word,
    knownNames(config, folder, context),
  );
  await context.write(found.map((candidate) => `${candidate}\n`).join(''));
}
