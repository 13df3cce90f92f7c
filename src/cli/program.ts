import { Argument, Command, Option } from 'commander';
import type { Locale } from '../model/locale.ts';
import { version } from '../version.ts';
import type { Context } from './context.ts';
import { valuesIn } from './values.ts';

/** The command line as commander knows it; each command is loaded when it is run. */
export function programFor(context: Context): Command {
  const { locale } = context;
  const text = (key: string, details = {}) => locale.text(key, details);
  const program = base(new Command('sijori'), locale)
    .description(text('help-program'))
    .version(version, '-V, --version', text('help-version'))
    .helpCommand('help [command]', text('help-help-command'))
    .addHelpText('after', `\n${text('help-more')}`);
  const add = (name: string, key: string) => {
    const command = common(base(program.command(name), locale), locale);
    return command.description(text(key));
  };
  readOptions(add('read', 'help-read'), locale)
    .addArgument(new Argument('[article...]', text('help-article')))
    .action(async (names: string[], options) =>
      (await import('./commands/read.ts')).read(names, options, context),
    );
  listOptions(add('list', 'help-list'), locale).action(async (options) =>
    (await import('./commands/list.ts')).list(options, context),
  );
  formatOptions(add('tags', 'help-tags'), locale).action(async (options) =>
    (await import('./commands/tags.ts')).tags(options, context),
  );
  return program.action(async () => (await import('./commands/list.ts')).list({}, context));
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
