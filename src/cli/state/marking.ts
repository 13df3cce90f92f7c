import { MARKS, type Mark, type Marking, marking } from '../../library/state/marking.ts';
import type { ReadingState } from '../../library/state/state.ts';
import { keepDeed } from '../../library/undo.ts';
import { ReaderError } from '../../model/errors.ts';
import { openArticle } from '../../reader.ts';
import { exactly } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Meant } from '../reading/choosing.ts';
import { placeIn } from '../reading/placing.ts';
import { keptOf, undoFolder } from './reading-state.ts';

/** An article that is marked, and the change that does it. */
interface Marked {
  readonly article: Meant;
  readonly marking: Marking;
}

/** The mark that the first word names. @throws ReaderError `usage`. */
export function markNamed(
  word: string | undefined,
  at: string | undefined,
  { locale }: Context,
): Mark {
  const mark = MARKS.find((one) => one === word);
  const misuse = (message: string) => new ReaderError('usage', { message, command: 'mark ' });
  if (mark === undefined) throw misuse(locale.text('mark-unknown', { choices: MARKS.join(', ') }));
  if (at !== undefined && mark !== 'reading') throw misuse(locale.text('mark-at-reading'));
  return mark;
}

/** What a mark changes of articles: those that are marked so already are left out. */
export async function markings(
  mark: Mark,
  articles: readonly Meant[],
  { state, at }: { readonly state: ReadingState; readonly at: string | undefined },
  context: Context,
): Promise<Marked[]> {
  const marked: Marked[] = [];
  for (const article of articles) {
    const place = at === undefined ? undefined : placeIn(await openArticle(article.path), at);
    const kept = keptOf(article, context);
    const made = marking(mark, kept, state.of(kept.uid, kept.path), { at: exactly(), place });
    if (made) marked.push({ article, marking: made });
  }
  return marked;
}

/** Keeps marks, and what undoes them before; says on a terminal what was done. */
export function keepMarks(
  mark: Mark,
  marked: readonly Marked[],
  state: ReadingState,
  context: Context,
): void {
  const { locale } = context;
  if (marked.length === 0) {
    context.say(locale.text('mark-nothing'));
    return;
  }
  const marks = marked.map(({ marking: { made } }) => made);
  keepDeed(undoFolder(context), { command: `mark ${mark}`, marks });
  state.record(marked.map(({ marking: { change } }) => change));
  const [one] = marked;
  const title = one && marked.length === 1 ? one.article.meta.title : undefined;
  const what = title ?? locale.text('articles-count', { count: marked.length });
  context.say(locale.text(`marked-${mark}`, { what }));
}
