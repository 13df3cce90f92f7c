import type { Checked } from '../../checker.ts';
import { ansi } from '../../emit/ansi.ts';
import { type DiffLine, diffLines, unifiedDiff } from '../../library/diff.ts';
import { writeWhole } from '../../library/store.ts';
import { ReaderError } from '../../model/errors.ts';
import { type Line, type Style, segment } from '../../model/line.ts';
import { askerOn } from '../asking.ts';
import type { Context } from '../context.ts';
import { isAttended } from './editor.ts';

/** The options that say what is mended and who is asked. */
export interface MendOptions {
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
  readonly ndjson?: boolean;
}

/** Makes sure that someone agrees before anything is written. @throws ReaderError `usage`. */
export function asksFirst({ dryRun, yes }: MendOptions, context: Context): void {
  if (dryRun || yes || isAttended(context)) return;
  const message = context.locale.text('fix-unasked');
  throw new ReaderError('usage', { message, command: 'check ' });
}

/** Shows what would be mended, asks, and writes it; the paths that were written. */
export async function mendAll(
  checked: readonly Checked[],
  options: MendOptions,
  context: Context,
): Promise<ReadonlySet<string>> {
  const written = new Set<string>();
  const changes = checked.flatMap(({ path, text = '', mended = text }) =>
    mended === text ? [] : [{ path, text, mended }],
  );
  const show = options.json || options.ndjson ? context.errors.write : context.write;
  for (const { path, text, mended } of changes) await show(shownDiff(text, mended, path, context));
  if (changes.length === 0 || options.dryRun) return written;
  if (!options.yes && !(await agrees(changes.length, context))) return written;
  for (const { path, mended } of changes) {
    await context.trying(async () => {
      writeWhole(path, mended, { overwrite: true });
      written.add(path);
    });
  }
  return written;
}

/** Asks on the terminal whether so many files are to be written; anything but yes is no. */
export async function agrees(count: number, context: Context): Promise<boolean> {
  const asker = askerOn(context);
  try {
    return await asker.agrees(context.locale.text('fix-ask', { count }));
  } finally {
    await asker.end();
  }
}

/** A diff of two texts: on a terminal a page that is safe to look at, in a pipe one that `patch` takes. */
export function shownDiff(
  before: string,
  after: string,
  path: string,
  { terminal }: Context,
): string {
  if (!terminal.isTerminal && !terminal.styled) return unifiedDiff(before, after, path);
  const lines = diffLines(before, after, path).map(lineOf);
  if (terminal.styled) return ansi(lines, { colors: terminal.colors });
  return lines.map((line) => `${line.map(({ text }) => text).join('')}\n`).join('');
}

const LOOKS: Readonly<Record<DiffLine['mark'], Style>> = {
  ' ': {},
  '-': { color: 'red' },
  '+': { color: 'green' },
  '@': { color: 'cyan' },
  '\\': { dim: true },
  h: { bold: true },
};

function lineOf({ mark, text }: DiffLine): Line {
  const sign = mark === ' ' || mark === '-' || mark === '+' ? mark : '';
  return [segment(`${sign}${text}`, LOOKS[mark])];
}
