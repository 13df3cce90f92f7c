import { Argument, Command, Option } from 'commander';
import type { Locale } from '../model/locale.ts';
import { version } from '../version.ts';
import type { Context } from './context.ts';
import { valuesIn } from './values.ts';

/** A command as the program knows it: its code is loaded when it is run. */
interface Registration {
  readonly help: string;
  readonly options: (command: Command, locale: Locale) => Command;
  /** The help text of the arguments, when there are any. */
  readonly articles?: string;
  run(names: string[], options: object, context: Context): Promise<void>;
}

/** The commands, in the order in which help lists them. */
const COMMANDS: Readonly<Record<string, Registration>> = {
  read: {
    help: 'help-read',
    articles: 'help-article',
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
  known.options(common(command, locale), locale);
  if (known.articles) {
    command.addArgument(new Argument('[article...]', locale.text(known.articles)));
    command.action((names: string[], options: object) => known.run(names, options, context));
  } else command.action((options: object) => known.run([], options, context));
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
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({ writeErr: () => {} });
}

function common(command: Command, locale: Locale): Command {
  const values = valuesIn(locale);
  return command
    .option('--library <folder>', locale.text('help-library'))
    .addOption(
      option('--color <when>', 'help-color', locale).argParser(
        values.oneOf('auto', 'always', 'never'),
      ),
    )
    .addOption(
      option('--lang <language>', 'help-lang', locale).argParser(values.oneOf('id', 'en')),
    );
}

function option(flags: string, key: string, locale: Locale, details = {}): Option {
  return new Option(flags, locale.text(key, details));
}

function readOptions(command: Command, locale: Locale): Command {
  const values = valuesIn(locale);
  const add = (flags: string, key: string, parse?: (value: string) => unknown, details = {}) => {
    const added = option(flags, key, locale, details);
    command.addOption(parse ? added.argParser(parse) : added);
  };
  add(
    '--format <format>',
    'help-format',
    values.oneOf('ansi', 'plain', 'json', 'html', 'markdown'),
  );
  add('--plain', 'help-plain');
  add('--json', 'help-json');
  add('--html', 'help-html');
  add('-w, --width <columns>', 'help-width', values.width);
  add('--wrap <how>', 'help-wrap', values.oneOf('fit', 'greedy', 'none'));
  add('--hyphens <when>', 'help-hyphens', values.oneOf('auto', 'on', 'off'));
  add('--justify', 'help-justify');
  add('--smart', 'help-smart');
  add('--margin <columns>', 'help-margin', values.count);
  add('--center', 'help-center');
  add('--columns <count>', 'help-columns', values.columns);
  add('--theme <name>', 'help-theme', undefined, {
    choices: 'terminal, dark, light, contrast, mono',
  });
  add('--section <heading>', 'help-section');
  add('--toc', 'help-toc');
  add('--no-header', 'help-no-header');
  add('--line-numbers', 'help-line-numbers');
  add('--emoji', 'help-emoji');
  add('--pager <when>', 'help-pager', values.oneOf('auto', 'never', 'always'));
  return command;
}

function listOptions(command: Command, locale: Locale): Command {
  const values = valuesIn(locale);
  const again = (value: string, before: readonly string[] | undefined) =>
    values.again(value, before);
  command
    .addOption(option('-t, --tag <tag>', 'help-tag', locale).argParser(again))
    .addOption(option('-a, --author <name>', 'help-author', locale).argParser(again))
    .addOption(option('--since <date>', 'help-since', locale).argParser(values.day))
    .addOption(option('--until <date>', 'help-until', locale).argParser(values.day))
    .addOption(
      option('--sort <order>', 'help-sort', locale).argParser(
        values.oneOf('date', 'title', 'author', 'path'),
      ),
    )
    .addOption(option('--reverse', 'help-reverse', locale))
    .addOption(option('-n, --limit <count>', 'help-limit', locale).argParser(values.count));
  return formatOptions(command, locale);
}

function formatOptions(command: Command, locale: Locale): Command {
  return command
    .addOption(option('--json [fields]', 'help-list-json', locale))
    .addOption(option('--ndjson', 'help-ndjson', locale))
    .addOption(option('--plain', 'help-list-plain', locale));
}
