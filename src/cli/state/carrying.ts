import { readFileSync } from 'node:fs';
import { jsonText } from '../../emit/json-text.ts';
import { received, transferOf } from '../../library/state/transfer.ts';
import { ReaderError } from '../../model/errors.ts';
import type { Context } from '../context.ts';
import { readingState } from './reading-state.ts';

/** Writes the whole reading state as JSON to standard output. @throws ReaderError. */
export async function exported(files: readonly string[], context: Context): Promise<void> {
  if (files.length > 0) throw misuse('state-export-stdout', context);
  await context.write(`${jsonText(transferOf(readingState(context).changes()), 2)}\n`);
}

/** Takes in reading states from files or standard input; of two that speak of the same, the later one holds. */
export async function imported(
  what: string | undefined,
  files: readonly string[],
  context: Context,
): Promise<void> {
  if (what !== 'import') throw misuse('state-unknown', context);
  if (files.length === 0) throw misuse('state-import-file', context);
  for (const file of files) {
    await context.trying(async () => {
      const found = received(await textOf(file, context));
      if (found === 'foreign') throw new ReaderError('state-foreign', { path: file });
      if ('newer' in found)
        throw new ReaderError('state-newer', { path: file, version: found.newer });
      const count = readingState(context).merge(found.changes);
      context.say(context.locale.text('state-imported', { count }));
    });
  }
}

function misuse(key: string, { locale }: Context): ReaderError {
  return new ReaderError('usage', { message: locale.text(key), command: 'state ' });
}

async function textOf(file: string, { input }: Context): Promise<string> {
  if (file === '-') {
    const chunks: Uint8Array[] = [];
    for await (const chunk of input) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  }
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
    if (reason === 'ENOENT') throw new ReaderError('not-found', { path: file }, { cause });
    throw new ReaderError('unreadable', { path: file, reason }, { cause });
  }
}
