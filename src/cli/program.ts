import { Argument, Command } from 'commander';
import type { Locale } from '../model/locale.ts';
import { version } from '../version.ts';
import type { Context } from './context.ts';
import { common, formatOptions, listOptions, readOptions } from './options.ts';
import {
  checkOptions,
  feedExportOptions,
  feedListOptions,
  fetchOptions,
  importOptions,
  newOptions,
  noOptions,
} from './writing-options.ts';

/** A command as the program knows it: its code is loaded when it is run. */
interface Registration {
  readonly help: string;
  readonly options: (command: Command, locale: Locale) => Command;
  /** The arguments, when there are any, as commander writes them, and their help text. */
  readonly takes?: readonly [spec: string, help: string];
  /** Commands under this one, which does nothing itself then. */
  readonly commands?: Readonly<Record<string, Registration>>;
  run?(names: string[], options: object, context: Context): Promise<void>;
}

/** The commands under `feed`. */
const FEED_COMMANDS: Readonly<Record<string, Registration>> = {
  add: {
    help: 'help-feed-add',
    takes: ['<address...>', 'help-feed-address'],
    options: noOptions,
    run: async (names, _, context) => (await import('./commands/feed.ts')).addFeeds(names, context),
  },
  list: {
    help: 'help-feed-list',
    options: feedListOptions,
    run: async (_, options, context) =>
      (await import('./commands/feed.ts')).listFeeds(options, context),
  },
  fetch: {
    help: 'help-feed-fetch',
    takes: ['[feed...]', 'help-feed-which'],
    options: fetchOptions,
    run: async (names, options, context) =>
      (await import('./commands/feed-fetch.ts')).fetchFeeds(names, options, context),
  },
  remove: {
    help: 'help-feed-remove',
    takes: ['<feed...>', 'help-feed-names'],
    options: noOptions,
    run: async (names, _, context) =>
      (await import('./commands/feed.ts')).removeFeeds(names, context),
  },
  import: {
    help: 'help-feed-import',
    takes: ['<file...>', 'help-feed-file'],
    options: noOptions,
    run: async (names, _, context) =>
      (await import('./commands/feed-opml.ts')).importFeeds(names, context),
  },
  export: {
    help: 'help-feed-export',
    options: feedExportOptions,
    run: async (_, options, context) =>
      (await import('./commands/feed-opml.ts')).exportFeeds(options, context),
  },
};

/** The commands, in the order in which help lists them. */
const COMMANDS: Readonly<Record<string, Registration>> = {
  read: {
    help: 'help-read',
    takes: ['[article...]', 'help-article'],
    options: readOptions,
    run: async (names, options, context) =>
      (await import('./commands/read.ts')).read(names, options, context),
  },
  list: {
    help: 'help-list',
    options: listOptions,
    run: async (_, options, context) => (await import('./commands/list.ts')).list(options, context),
  },
  tags: {
    help: 'help-tags',
    options: formatOptions,
    run: async (_, options, context) => (await import('./commands/tags.ts')).tags(options, context),
  },
  import: {
    help: 'help-import',
    takes: ['<source...>', 'help-source'],
    options: importOptions,
    run: async (names, options, context) =>
      (await import('./commands/import.ts')).importAll(names, options, context),
  },
  feed: {
    help: 'help-feed',
    options: noOptions,
    commands: FEED_COMMANDS,
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
};

/** The command line as commander knows it; `argv` is the user's, without node and program. */
export function programFor(context: Context, argv: readonly string[]): Command {
  const { locale } = context;
  const program = base(new Command('sijori'), locale)
    .description(locale.text('help-program'))
    .version(version, '-V, --version', locale.text('help-version'))
    .helpCommand('help [command]', locale.text('help-help-command'))
    .addHelpText('after', `\n${locale.text('help-more')}`);
  for (const [name, registration] of Object.entries(COMMANDS)) {
    register(program.command(name), registration, context, argv.includes(name));
  }
  return program;
}

/** Only the command that is named needs its options: making them all costs milliseconds. */
function register(command: Command, known: Registration, context: Context, named: boolean): void {
  const { locale } = context;
  base(command, locale).description(locale.text(known.help));
  if (!named) return;
  for (const [name, inner] of Object.entries(known.commands ?? {})) {
    register(command.command(name), inner, context, named);
  }
  if (!known.run) return;
  known.options(common(command, locale), locale);
  const run = known.run.bind(known);
  if (known.takes) {
    const [spec, help] = known.takes;
    command.addArgument(new Argument(spec, locale.text(help)));
    command.action((names: string[], options: object) => run(names, options, context));
  } else command.action((options: object) => run([], options, context));
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
