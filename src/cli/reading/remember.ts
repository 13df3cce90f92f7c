import type { Anchor, Change } from '../../library/state/change.ts';
import { opening } from '../../library/state/marking.ts';
import type { Article } from '../../model/article.ts';
import { ReaderError } from '../../model/errors.ts';
import { exactly } from '../clock.ts';
import type { Context } from '../context.ts';
import { errorLines } from '../report.ts';
import { keptOf, readingState } from '../state/reading-state.ts';

/** An article that is shown, and where its reading begins if the user said so. */
export interface Opened {
  readonly article: Article;
  readonly place?: Anchor | undefined;
}

/** Keeps that articles were opened. That it cannot is said, and is no failure of the reading. */
export function remember(opened: readonly Opened[], context: Context): void {
  const files = opened.filter(({ article }) => article.path !== '-');
  if (files.length === 0) return;
  try {
    const state = readingState(context);
    const changes = files.map(({ article, place }): Change => {
      const kept = keptOf(article, context);
      const change = opening(kept, state.of(kept.uid, kept.path), exactly());
      return place ? { ...change, place } : change;
    });
    state.record(changes);
  } catch (error) {
    if (!(error instanceof ReaderError)) throw error;
    context.errors.write(errorLines(error, context.locale, { hints: true, stack: false }));
  }
}
