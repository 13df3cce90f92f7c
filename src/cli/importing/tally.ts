import type { Locale } from '../../model/locale.ts';
import { inOneLine } from '../counting.ts';

/** What became of the articles of an import. */
export interface Tally {
  written: number;
  /** Written in the place of an earlier one. */
  updated: number;
  /** There already, and the source is the same. */
  same: number;
  /** Not replaced, as the user said. */
  kept: number;
  failed: number;
  /** The last article that was there already. */
  latest?: string;
  /** How often each remark about an article was due; only the first few are said. */
  readonly remarks: Map<string, number>;
}

/** How often the same remark is said. */
const FEW = 3;

/** Counts a remark; true if it is to be said. */
export function isNews(key: string, { remarks }: Tally): boolean {
  const count = (remarks.get(key) ?? 0) + 1;
  remarks.set(key, count);
  return count <= FEW;
}

/** Nothing imported yet. */
export function newTally(): Tally {
  return { written: 0, updated: 0, same: 0, kept: 0, failed: 0, remarks: new Map() };
}

/** How many remarks were not said, in a line; nothing where all were. */
export function unsaidOf({ remarks }: Tally, locale: Locale): string[] {
  const count = [...remarks.values()].reduce((sum, all) => sum + Math.max(0, all - FEW), 0);
  return count === 0 ? [] : [locale.text('remarks-more', { count })];
}

/** The tally in one line: only what happened at all. */
export function summaryOf(tally: Tally, locale: Locale): string {
  const { written, updated, same, kept, failed, latest } = tally;
  const counts = { written, updated, same, kept, failed };
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (all === 1 && same === 1 && latest !== undefined)
    return locale.text('import-unchanged', { path: latest });
  return inOneLine(counts, 'import', locale) || locale.text('import-none');
}
