import { isAbsolute } from 'node:path';
import { applyEdits } from '../../library/mend.ts';
import { fileMade, isStill } from '../../library/restoring.ts';
import { writeWhole } from '../../library/store.ts';
import { type Asked, askedOf } from '../../library/tags/words.ts';
import { forgetDeed, keepDeed } from '../../library/undo.ts';
import { ReaderError } from '../../model/errors.ts';
import { fold } from '../../model/fold.ts';
import { retagged, type Tagged } from '../../tagger.ts';
import type { Context } from '../context.ts';
import { articlesMeant, articlesThat, type Where } from '../reading/choosing.ts';
import { undoFolder } from '../state/reading-state.ts';
import { isAttended } from './editor.ts';
import { agrees, shownDiff } from './mending.ts';

/** The options that say whether and how tags are written. */
export interface TagWriting {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** What is asked for. @throws ReaderError `usage` where it is nothing that can be done. */
export function tagsAsked(words: readonly string[], { locale }: Context): Asked {
  const asked = askedOf(words);
  const misuse = (key: string) =>
    new ReaderError('usage', { message: locale.text(key), command: 'tag ' });
  if (!asked) throw misuse('tag-change-unclear');
  if (asked.renamed === undefined && asked.query.length === 0) throw misuse('tag-query-missing');
  return asked;
}

/** The files that are asked for: those with the tag that is renamed, else those that the query means. */
export async function filesAsked(
  { renamed, query }: Asked,
  where: Where,
  context: Context,
): Promise<string[]> {
  if (renamed === undefined) {
    return (await articlesMeant(query, where, context)).map(({ path }) => path);
  }
  const key = fold(renamed);
  const found = await articlesThat(
    {
      condition: () => ({
        where: 'id IN (SELECT doc FROM doc_tags JOIN tags ON tags.id = tag WHERE key = ?)',
        parameters: [key],
      }),
      fits: ({ meta }) => meta.tags.some((tag) => `${fold(tag)}/`.startsWith(`${key}/`)),
    },
    where,
    context,
  );
  if (found.length === 0) throw new ReaderError('unknown-tag', { tag: renamed, suggestion: '' });
  return found.map(({ path }) => path);
}

/** Changes the tags of files where they are not so already: shows it, asks where several would change, and writes. */
export async function changeTags(
  paths: readonly string[],
  { change }: Asked,
  { command, dryRun, yes }: TagWriting & { readonly command: string },
  context: Context,
): Promise<void> {
  const tagged = await retaggedAll(paths, change, context);
  const asks = tagged.length > 1 && !yes && !dryRun;
  if (asks && !isAttended(context)) throw unasked(tagged.length, context);
  if (asks || dryRun) for (const one of tagged) await context.write(diffOf(one, context));
  if (dryRun || (asks && !(await agrees(tagged.length, context)))) return;
  const count = await writeAll(tagged, command, context);
  context.say(context.locale.text('tagged', { count }));
}

/** The files that change; what cannot be changed safely is reported. */
async function retaggedAll(
  paths: readonly string[],
  change: Asked['change'],
  context: Context,
): Promise<Tagged[]> {
  const tagged: Tagged[] = [];
  for (const path of paths) {
    await context.trying(async () => {
      const made = retagged(path, change);
      if (made) tagged.push(made);
    });
  }
  return tagged;
}

/** Writes files, of which it is kept before how they were; how many. */
async function writeAll(
  tagged: readonly Tagged[],
  command: string,
  context: Context,
): Promise<number> {
  if (tagged.length === 0) return 0;
  const files = tagged.map(({ path, raw, edits }) => {
    // Joined as it is: to take `..` away before the system follows a link is to name another file.
    return fileMade(isAbsolute(path) ? path : `${context.cwd}/${path}`, raw, edits);
  });
  const deed = keepDeed(undoFolder(context), { command, files });
  let count = 0;
  for (const { path, raw, edits } of tagged) {
    await context.trying(async () => {
      if (!isStill(path, raw)) throw new ReaderError('changed-since', { path });
      writeWhole(path, applyEdits(raw, edits), { overwrite: true });
      count += 1;
    });
  }
  if (count === 0) forgetDeed(deed);
  return count;
}

function diffOf({ path, raw, edits }: Tagged, context: Context): string {
  return shownDiff(raw, applyEdits(raw, edits), path, context);
}

function unasked(count: number, { locale }: Context): ReaderError {
  const message = locale.text('tag-unasked', { count });
  return new ReaderError('usage', { message, command: 'tag ' });
}
