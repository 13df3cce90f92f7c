import { CommanderError } from 'commander';
import { languageOf, localeFor } from '../locale/locale.ts';
import { ReaderError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { printable } from '../model/printable.ts';
import { terminalOf } from '../terminal/terminal.ts';
import { configuredLanguage } from './config/config.ts';
import type { Context } from './context.ts';
import { withNegations } from './negation.ts';
import { PipeClosed, type Sink, writerTo } from './output.ts';
import { programFor } from './program.ts';
import { EXIT, errorLines, exitCodeOf, noticeLine } from './report.ts';
import { usageError } from './usage.ts';

/** The parts of a process that the program runs in. */
export interface Process {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Context['input'];
  readonly stdout: Sink & {
    readonly isTTY?: boolean;
    readonly columns?: number;
    readonly rows?: number;
  };
  readonly stderr: Sink & { readonly isTTY?: boolean };
  cwd(): string;
}

/** What `sijori` alone does. */
const DEFAULT_COMMAND = ['list'];

/** Runs a command line to its exit code; the only place where errors end and stderr is written. */
export async function main(world: Process): Promise<number> {
  const locale = localeFor(languageOf(askedLanguage(world), world.env));
  const waiting: Promise<void>[] = [];
  let code: number = EXIT.done;
  let writeError: ((text: string) => Promise<void>) | undefined;
  const say = (text: string) => {
    writeError ??= writerTo(world.stderr);
    waiting.push(writeError(text).catch(() => {}));
  };
  const fail = (error: unknown) => {
    code = Math.max(code, exitCodeOf(error));
    const show = { hints: world.stderr.isTTY === true, stack: Boolean(world.env['SIJORI_DEBUG']) };
    say(errorLines(error, locale, show));
  };
  const leave = (status: number) => {
    code = Math.max(code, status);
  };
  const context = contextFor(world, locale, { fail, say, leave });
  const printed: Promise<void>[] = [];
  const end = (error: unknown) => {
    const known = ending(error, world.argv, locale);
    if (known !== undefined) fail(known);
  };
  try {
    const argv = world.argv.length > 0 ? world.argv : DEFAULT_COMMAND;
    const print = (text: string) => void printed.push(context.write(text).catch(end));
    const program = programFor(context, argv, print);
    await program.parseAsync(withNegations(argv, program), { from: 'user' });
  } catch (error) {
    end(error);
  }
  await Promise.all(printed);
  await Promise.all(waiting);
  return code;
}

/** The language of the command line, of `$SIJORI_LANG`, or of the configuration. */
function askedLanguage({ argv, env }: Process): string | undefined {
  return givenValue('--lang', argv) || env['SIJORI_LANG'] || configuredLanguage(env);
}

/** What remains to be reported of an exception: nothing for help, version, and a reader of the pipe that left. */
function ending(error: unknown, argv: readonly string[], locale: Locale): unknown {
  if (error instanceof PipeClosed) return undefined;
  if (error instanceof CommanderError) return usageError(error, argv, locale);
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOSPC' || code === 'EIO')
    return new ReaderError('write', { reason: code }, { cause: error });
  return error;
}

function contextFor(
  world: Process,
  locale: Locale,
  { fail, say, leave }: Pick<Context, 'fail' | 'leave'> & { say(text: string): void },
): Context {
  return {
    env: world.env,
    cwd: world.cwd(),
    terminal: terminalOf(world.stdout, world.env, colorOf(world.argv)),
    locale,
    get input() {
      return world.stdin;
    },
    write: writerTo(world.stdout),
    warn: (path, notice) => say(noticeLine(path, notice, locale)),
    fail,
    leave,
    trying: async (work) => {
      try {
        await work();
        return true;
      } catch (error) {
        if (!(error instanceof ReaderError)) throw error;
        fail(error);
        return false;
      }
    },
    say: (line) => say(`${printable(line)}\n`),
    errors: {
      get isTerminal() {
        return world.stderr.isTTY === true;
      },
      write: say,
    },
  };
}

function colorOf(argv: readonly string[]): 'auto' | 'always' | 'never' {
  const value = givenValue('--color', argv);
  return value === 'always' || value === 'never' ? value : 'auto';
}

/** An option that is needed before the command line is parsed: for the language of the errors in it. */
function givenValue(name: string, argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  const at = options.findLastIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = options[at];
  return word === name ? options[at + 1] : word?.slice(name.length + 1);
}
