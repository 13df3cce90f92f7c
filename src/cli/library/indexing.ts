import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Place } from '../../librarian.ts';
import { ReaderError } from '../../model/errors.ts';
import { printable } from '../../model/printable.ts';
import { milliseconds } from '../clock.ts';
import type { Context } from '../context.ts';
import { messageOf } from '../report.ts';

/** A library's place without the library. */
type Around = Omit<Place, 'folder'>;

/**
 * Does work that may index a library: progress on a terminal, remarks on standard error, and an end in good order when
 * the user presses Ctrl-C, after which the signal ends the process.
 */
export async function indexing<Result>(
  context: Context,
  work: (around: Around) => Promise<Result>,
): Promise<Result> {
  let stopped = false;
  const stop = () => {
    stopped = true;
  };
  const meter = meterOn(context);
  process.once('SIGINT', stop);
  try {
    return await work({ ...aroundOf(context), stop: () => stopped, progress: meter.show });
  } catch (error) {
    if (!(error instanceof ReaderError) || error.code !== 'stopped') throw error;
    meter.clear();
    context.fail(error);
    process.off('SIGINT', stop);
    process.kill(process.pid, 'SIGINT');
    await new Promise((resume) => setTimeout(resume, 1000));
    throw error;
  } finally {
    process.off('SIGINT', stop);
    meter.clear();
  }
}

function aroundOf({ env, locale, say }: Context): Around {
  const cache = env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache');
  const asked = env['SIJORI_INDEX'];
  const driver = env['SIJORI_SQLITE'];
  const known = driver === 'libsql' || driver === 'node:sqlite' || driver === 'none';
  return {
    cache,
    index: asked === 'always' || asked === 'never' ? asked : 'auto',
    choice: { driver: known ? driver : undefined, quietly },
    thread: join(__dirname, 'cataloguer-thread.cjs'),
    now: milliseconds,
    remark: (code, details) => say(`sijori: ${messageOf({ code, details }, locale)}`),
  };
}

/** Loads `node:sqlite` without the warning that it is experimental; other warnings are as they were. */
async function quietly<Result>(load: () => Promise<Result>): Promise<Result> {
  const warn = process.emitWarning;
  const filtered = (warning: string | Error, ...rest: unknown[]) => {
    if (rest[0] !== 'ExperimentalWarning') Reflect.apply(warn, process, [warning, ...rest]);
  };
  process.emitWarning = filtered as typeof process.emitWarning;
  try {
    return await load();
  } finally {
    process.emitWarning = warn;
  }
}

/** ms between two states of the progress that are shown. */
const BEAT = 100;

/** Progress as one line on a terminal, written over itself; nothing elsewhere. */
function meterOn({ errors, locale }: Context) {
  let shown = '';
  let last = 0;
  const write = (line: string) => {
    errors.write(`\r${printable(line).padEnd(shown.length)}`);
    shown = line;
  };
  return {
    show: (done: number, all: number) => {
      const now = milliseconds();
      if (!errors.isTerminal || now - last < BEAT) return;
      last = now;
      const number = (count: number) => count.toLocaleString(locale.language);
      write(locale.text('indexing', { done: number(done), all: number(all) }));
    },
    clear: () => {
      if (shown === '') return;
      write('');
      errors.write('\r');
      shown = '';
    },
  };
}

/** Has a process of its own, which outlives this one, look at every file of a library. */
export function sweepLater(folder: string, { cwd }: Context): void {
  const program = process.argv[1];
  if (program === undefined) return;
  const words = [program, 'index', '--library', folder];
  const child = spawn(process.execPath, words, { cwd, detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}
