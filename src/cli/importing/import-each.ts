import type { Import } from '../../importer.ts';
import { ReaderError } from '../../model/errors.ts';
import type { Common } from '../common.ts';
import type { Context } from '../context.ts';
import { counted } from '../counting.ts';
import { beforeInterrupt, signalsHeard } from '../interrupt.ts';
import { progressOf } from '../progress.ts';
import { type ImportChoices, type Keeper, keeperFor } from './importing.ts';
import { newTally, summaryOf, type Tally, unsaidOf } from './tally.ts';

/** One source of several: its name, and what makes articles of it. */
export interface Work {
  readonly name: string;
  /** Undefined where there is nothing new. @throws ReaderError. */
  work(): Promise<Omit<Import, 'kind'> | undefined>;
  /** Called when its articles were kept, all of them or not. @throws ReaderError. */
  kept?(whole: boolean): Promise<void>;
}

/**
 * Imports sources one after the other: what fails is reported and the rest goes on, and in the end, or when it is
 * interrupted, it says what became of all. @throws what keeps anything at all from being done.
 */
export async function importEach(
  works: readonly Work[],
  options: ImportChoices & Common,
  context: Context,
): Promise<void> {
  const keeper = await keeperFor(options, context);
  const tally = newTally();
  const progress = progressOf(works.length, context);
  const sum = () => {
    const lines = [...unsaidOf(tally, context.locale), summaryOf(tally, context.locale)];
    for (const line of lines) progress.context.say(line);
  };
  const release = beforeInterrupt(() => {
    sum();
    keeper.save();
  });
  try {
    for (const [at, one] of works.entries()) {
      progress.step(at, one.name);
      await signalsHeard();
      await counted(tally, progress.context, () => keepAll(one, keeper, tally, progress.context));
    }
  } finally {
    release();
    await counted(tally, progress.context, () => keeper.end());
    sum();
  }
}

async function keepAll(
  { name, work, kept }: Work,
  keeper: Keeper,
  tally: Tally,
  context: Context,
): Promise<void> {
  const found = (await work()) ?? { articles: [], failures: [] };
  const { articles } = found;
  sayNotices(name, found, context);
  const lost = () => tally.failed + tally.kept;
  const before = lost();
  // A feed or a book is one source and long work all the same.
  const progress = progressOf(articles.length, context);
  for (const [at, made] of articles.entries()) {
    progress.step(at, made.title);
    await signalsHeard();
    await counted(tally, progress.context, () => keeper.keep(made, tally, progress.context));
  }
  await kept?.(lost() === before);
  sayFailures(name, found, tally, context);
}

/** The remarks on a source as a whole. */
export function sayNotices(
  name: string,
  { notices = [] }: Pick<Import, 'notices'>,
  context: Context,
): void {
  for (const notice of notices) context.warn(name, notice);
}

/** Reports and counts the entries of a source that could not be read. */
export function sayFailures(
  name: string,
  { failures }: Pick<Import, 'failures'>,
  tally: Tally,
  context: Context,
): void {
  for (const reason of failures) {
    tally.failed += 1;
    context.fail(new ReaderError('bad-entry', { path: name, reason }));
  }
}
