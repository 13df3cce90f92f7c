import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Imported } from '../../importer.ts';
import { textAt, type Verdict, verdictOn } from '../../library/imports.ts';
import { copyWhole, sweepUnfinished, writeWhole } from '../../library/store.ts';
import { type ErrorCode, ReaderError } from '../../model/errors.ts';
import { printable } from '../../model/printable.ts';
import { type Asker, askerOn } from '../asking.ts';
import { type Common, prepared } from '../common.ts';
import type { Context } from '../context.ts';
import { harmless } from '../harmless.ts';
import { ownFolder, stateFile } from '../library/library.ts';
import { PipeClosed } from '../output.ts';
import { shownDiff } from '../writing/mending.ts';
import { type Shelf, shelfFor } from './shelf.ts';
import { isNews, type Tally } from './tally.ts';

/** The options that say where imports go and what they may replace. */
export interface ImportChoices {
  /** A file or folder to write to, or `-` for standard output. */
  readonly output?: string;
  /** Replaces whatever is there. */
  readonly force?: boolean;
  /** Replaces articles whose source has changed, but none that was edited since. */
  readonly update?: boolean;
  /** Leaves out what was imported before and is not there any more: the user removed it. */
  readonly once?: boolean;
}

/** Keeps articles, asking where something would be lost. */
export interface Keeper {
  /** Keeps one article and counts it. @throws ReaderError `changed`, `edited`, `taken`, `one-output` or `write`. */
  keep(made: Imported, tally: Tally, context: Context): Promise<void>;
  /** Remembers what was imported; at once, for it may be the last that is done. @throws ReaderError `write`. */
  save(): void;
  /** Saves, and lets go of standard input. @throws ReaderError `write`. */
  end(): Promise<void>;
}

/** The keeper of what one command imports. */
export async function keeperFor(
  options: ImportChoices & Common,
  context: Context,
): Promise<Keeper> {
  if (options.output === '-') return printer();
  const { config } = await prepared(options, context);
  const { output } = options;
  const place =
    output === undefined || isFolderName(output)
      ? { folder: output ?? ownFolder(options.library, config, context) }
      : { file: output };
  sweepUnfinished('folder' in place ? place.folder : dirname(place.file), Date.now());
  const shelf = shelfFor(place, stateFile('imports.json', context));
  const asker = askerOn(context);
  return {
    keep: (made, tally, inner) => keep(made, tally, { shelf, options, asker, context: inner }),
    save: shelf.save,
    end: async () => {
      await asker.end();
      shelf.save();
    },
  };
}

function printer(): Keeper {
  return {
    keep: async (made, tally, context) => {
      await context.write(harmless(made.text, context));
      tally.written += 1;
    },
    save: () => {},
    end: async () => {},
  };
}

function isFolderName(output: string): boolean {
  return (
    output.endsWith('/') || (statSync(output, { throwIfNoEntry: false })?.isDirectory() ?? false)
  );
}

interface Keeping {
  readonly shelf: Shelf;
  readonly options: ImportChoices;
  readonly asker: Asker;
  readonly context: Context;
}

async function keep(made: Imported, tally: Tally, keeping: Keeping): Promise<void> {
  const path = keeping.shelf.placeOf(made);
  const there = textAt(path);
  const outcome = await store(path, made, there, keeping);
  tally[outcome] += 1;
  if (outcome === 'same') tally.latest = path;
  if (outcome !== 'kept' && (outcome !== 'same' || there === made.text))
    keeping.shelf.remember(path, made);
  if (outcome === 'same' || outcome === 'kept') return;
  await told(path, keeping.context);
  sayDoubts(path, made, tally, keeping.context);
}

/** A reader of the paths that has left is no reason to stop importing. */
async function told(path: string, context: Context): Promise<void> {
  try {
    await context.write(`${printable(path)}\n`);
  } catch (error) {
    if (!(error instanceof PipeClosed)) throw error;
  }
}

/** What the reader of the source was not sure of, or left out. */
function sayDoubts(
  path: string,
  { draft }: Imported,
  tally: Tally,
  { locale, say }: Context,
): void {
  for (const { key, details } of draft.doubts)
    if (isNews(key, tally)) say(`${path}: ${locale.text(key, details)}`);
}

/** Writes an article where that is right, and tells what became of it. */
async function store(
  path: string,
  made: Imported,
  there: string | undefined,
  keeping: Keeping,
): Promise<'written' | 'updated' | 'same' | 'kept'> {
  if (there === undefined) {
    if (keeping.options.once && keeping.shelf.wasHere(made)) return 'same';
    write(path, made, false);
    return 'written';
  }
  if (there === made.text) return 'same';
  const verdict = verdictOn(made, there, keeping.shelf.recordOf(path));
  if (verdict === 'same' && !keeping.options.force) return 'same';
  if (!(await mayReplace({ path, made, there, verdict }, keeping))) return 'kept';
  write(path, made, true);
  return 'updated';
}

/** What goes along is there before the article that shows it. */
function write(path: string, { text, draft }: Imported, overwrite: boolean): void {
  for (const { from, to } of draft.files ?? [])
    copyWhole(from, join(dirname(path), to), { overwrite });
  writeWhole(path, text, { overwrite });
}

/** What would be replaced, and what that would mean. */
interface Replacement {
  readonly path: string;
  readonly made: Imported;
  readonly there: string;
  readonly verdict: Verdict;
}

/** What is said of each verdict: a question to the user, or an error where nobody hears it. */
const REASONS: Readonly<Record<Verdict, ErrorCode>> = {
  same: 'edited',
  update: 'changed',
  edited: 'edited',
  taken: 'taken',
};

async function mayReplace(
  { path, made, there, verdict }: Replacement,
  { options, asker, context }: Keeping,
): Promise<boolean> {
  if (options.force || (options.update && verdict === 'update')) return true;
  const reason = REASONS[verdict];
  if (!asker.isHeard) throw new ReaderError(reason, { path });
  context.errors.write(shownDiff(there, made.text, path, context));
  const { locale } = context;
  return asker.agrees(`${printable(path)}: ${locale.text(reason)}. ${locale.text('replace-ask')}`);
}
