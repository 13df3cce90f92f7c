import { Argument, Command } from 'commander';
import type { Locale } from '../model/locale.ts';
import { version } from '../version.ts';
import type { Context } from './context.ts';
import { common, formatOptions, indexOptions, listOptions } from './options.ts';
import {
  historyOptions,
  markOptions,
  nextOptions,
  placedReadOptions,
  statsOptions,
  tagOptions,
  undoOptions,
} from './state-options.ts';
import { checkOptions, importOptions, newOptions, noOptions } from './writing-options.ts';

/** A command as the program knows it: its code is loaded when it is run. */
interface Registration {
  readonly help: string;
  readonly options: (command: Command, locale: Locale) => Command;
  /** An argument before those of `takes`. */
  readonly first?: readonly [spec: string, help: string];
  /** The arguments, when there are any, as commander writes them, and their help text. */
  readonly takes?: readonly [spec: string, help: string];
  /** Not listed by help: for the scripts of shells. */
  readonly hidden?: boolean;
  run(names: string[], options: object, context: Context, program: Command): Promise<void>;
}

/** The commands, in the order in which help lists them. */
const COMMANDS: Readonly<Record<string, Registration>> = {
  read: {
    help: 'help-read',
    takes: ['[article...]', 'help-article'],
    options: placedReadOptions,
    run: async (names, options, context) =>
      (await import('./commands/read.ts')).read(names, options, context),
  },
  continue: {
    help: 'help-continue',
    takes: ['[article...]', 'help-continue-article'],
    options: placedReadOptions,
    run: async (names, options, context) =>
      (await import('./commands/continue.ts')).goOn(names, options, context),
  },
  next: {
    help: 'help-next',
    takes: ['[query...]', 'help-query'],
    options: nextOptions,
    run: async (words, options, context) =>
      (await import('./commands/next.ts')).next(words, options, context),
  },
  mark: {
    help: 'help-mark',
    first: ['<mark>', 'help-mark-what'],
    takes: ['[query...]', 'help-mark-query'],
    options: markOptions,
    run: async (words, options, context) =>
      (await import('./commands/mark.ts')).mark(words, options, context),
  },
  tag: {
    help: 'help-tag-command',
    first: ['<change>', 'help-tag-change'],
    takes: ['[query...]', 'help-tag-query'],
    options: tagOptions,
    run: async (words, options, context) =>
      (await import('./commands/tag.ts')).tag(words, options, context),
  },
  history: {
    help: 'help-history',
    options: historyOptions,
    run: async (_, options, context) =>
      (await import('./commands/history.ts')).history(options, context),
  },
  stats: {
    help: 'help-stats',
    options: statsOptions,
    run: async (_, options, context) =>
      (await import('./commands/stats.ts')).stats(options, context),
  },
  undo: {
    help: 'help-undo',
    options: undoOptions,
    run: async (_, options, context) => (await import('./commands/undo.ts')).undo(options, context),
  },
  state: {
    help: 'help-state',
    first: ['<what>', 'help-state-what'],
    takes: ['[file...]', 'help-state-file'],
    options: noOptions,
    run: async (words, options, context) =>
      (await import('./commands/state.ts')).state(words, options, context),
  },
  list: {
    help: 'help-list',
    takes: ['[query...]', 'help-query'],
    options: listOptions,
    run: async (words, options, context) =>
      (await import('./commands/list.ts')).list(words, options, context),
  },
  tags: {
    help: 'help-tags',
    options: formatOptions,
    run: async (_, options, context) =>
      (await import('./commands/names.ts')).names('tag', options, context),
  },
  authors: {
    help: 'help-authors',
    options: formatOptions,
    run: async (_, options, context) =>
      (await import('./commands/names.ts')).names('author', options, context),
  },
  series: {
    help: 'help-series',
    options: formatOptions,
    run: async (_, options, context) =>
      (await import('./commands/names.ts')).names('series', options, context),
  },
  index: {
    help: 'help-index',
    options: indexOptions,
    run: async (_, options, context) =>
      (await import('./commands/index-library.ts')).index(options, context),
  },
  import: {
    help: 'help-import',
    takes: ['<source...>', 'help-source'],
    options: importOptions,
    run: async (names, options, context) =>
      (await import('./commands/import.ts')).importAll(names, options, context),
  },
  new: {
    help: 'help-new',
    takes: ['<title...>', 'help-new-title'],
    options: newOptions,
    run: async (words, options, context) =>
      (await import('./commands/new.ts')).create(words, options, context),
  },
  edit: {
    help: 'help-edit',
    takes: ['<article...>', 'help-edit-article'],
    options: noOptions,
    run: async (names, options, context) =>
      (await import('./commands/edit.ts')).edit(names, options, context),
  },
  check: {
    help: 'help-check',
    takes: ['[article...]', 'help-check-article'],
    options: checkOptions,
    run: async (names, options, context) =>
      (await import('./commands/check.ts')).check(names, options, context),
  },
  config: {
    help: 'help-config',
    takes: ['[words...]', 'help-config-words'],
    options: formatOptions,
    run: async (words, options, context) =>
      (await import('./commands/config.ts')).config(words, options, context),
  },
  completion: {
    help: 'help-completion',
    takes: ['<shell>', 'help-completion-shell'],
    options: noOptions,
    run: async (names, _, context, program) =>
      (await import('./commands/completion.ts')).completion(names, program, context),
  },
  complete: {
    help: 'help-completion',
    takes: ['<words...>', 'help-completion-shell'],
    options: noOptions,
    hidden: true,
    run: async (words, options, context) =>
      (await import('./commands/complete.ts')).complete(words, options, context),
  },
};

/** The command line as commander knows it; `argv` is the user's, without node and program. */
export function programFor(context: Context, argv: readonly string[]): Command {
  const { locale } = context;
  const program = base(new Command('sijori'), locale)
    .description(locale.text('help-program'))
    .version(version, '-V, --version', locale.text('help-version'))
    .helpCommand('help [command]', locale.text('help-help-command'))
    .addHelpText('after', `\n${locale.text('help-more')}`);
  const all = argv[0] === 'completion';
  for (const [name, registration] of Object.entries(COMMANDS)) {
    const command = program.command(name, { hidden: registration.hidden ?? false });
    register(command, registration, context, all || argv.includes(name));
  }
  return program;
}

/** Only the command that is named needs its options: making them all costs milliseconds. */
function register(command: Command, known: Registration, context: Context, named: boolean): void {
  const { locale } = context;
  base(command, locale).description(locale.text(known.help));
  if (!named) return;
  known.options(common(command, locale), locale);
  const given = [known.first, known.takes].filter((one) => one !== undefined);
  for (const [spec, help] of given) command.addArgument(new Argument(spec, locale.text(help)));
  command.action((...all: unknown[]) => {
    const names = all.slice(0, given.length).flat() as string[];
    return known.run(names, all[given.length] as object, context, command.parent ?? command);
  });
}

/** What every command shares: no exit of its own, our words, errors as exceptions. */
function base(command: Command, locale: Locale): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': locale.text('help-title-usage'),
    'Options:': locale.text('help-title-options'),
    'Commands:': locale.text('help-title-commands'),
    'Arguments:': locale.text('help-title-arguments'),
  };
  return command
    .exitOverride()
    .helpOption('-h, --help', locale.text('help-help'))
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) =>
        usage
          .replace('[options]', locale.text('help-usage-options'))
          .replace('[command]', locale.text('help-usage-command')),
    })
    .configureOutput({ writeErr: () => {} });
}
