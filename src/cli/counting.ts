import { ReaderError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import type { Context } from './context.ts';
import { PipeClosed } from './output.ts';

/** Reports and counts what fails, a bug of ours too: only an output that takes no more ends the whole work. */
export async function counted(
  tally: { failed: number },
  context: Context,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof PipeClosed || isOfSystem(error)) throw error;
    tally.failed += 1;
    context.fail(error);
  }
}

function isOfSystem(error: unknown): boolean {
  return !(error instanceof ReaderError) && error instanceof Error && 'errno' in error;
}

/** Counts in one line, each in the words for `prefix-name`: only what happened at all, so none may be left. */
export function inOneLine(
  counts: Readonly<Record<string, number>>,
  prefix: string,
  locale: Locale,
): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => locale.text(`${prefix}-${name}`, { count }))
    .join(', ');
}
