import { type Command, Option } from 'commander';
import type { Locale } from '../../model/locale.ts';
import { GROUPINGS } from '../lists/groups.ts';
import { valuesIn } from '../values.ts';

/** The options that every command has. */
export function common(command: Command, locale: Locale): Command {
  const values = valuesIn(locale);
  return command
    .option('--library <folder>', locale.text('help-library'), values.path)
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

/** The options of `read`. */
export function readOptions(command: Command, locale: Locale): Command {
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
    choices: 'terminal, dark, light, contrast, mono, plain',
  });
  add('--section <heading>', 'help-section');
  add('--toc', 'help-toc');
  add('--code <number>', 'help-code', values.ordinal);
  add('--no-header', 'help-no-header');
  add('--line-numbers', 'help-line-numbers');
  add('--emoji', 'help-emoji');
  add('--pager <when>', 'help-pager', values.oneOf('auto', 'never', 'always'));
  return command;
}

/** The options of `list`. */
export function listOptions(command: Command, locale: Locale): Command {
  choiceOptions(command, locale);
  return articleFormatOptions(command, locale);
}

/** Which articles, in what order, how many. */
export function choiceOptions(command: Command, locale: Locale): Command {
  const values = valuesIn(locale);
  return queryOptions(command, locale)
    .addOption(
      option('--sort <order>', 'help-sort', locale).argParser(
        values.oneOf('date', 'title', 'author', 'path'),
      ),
    )
    .addOption(option('--reverse', 'help-reverse', locale))
    .addOption(option('-n, --limit <count>', 'help-limit', locale).argParser(values.count));
}

/** The options of `search`. */
export function searchOptions(command: Command, locale: Locale): Command {
  const { count } = valuesIn(locale);
  return queryOptions(command, locale)
    .addOption(option('-n, --limit <count>', 'help-search-limit', locale).argParser(count))
    .addOption(option('--json [fields]', 'help-search-json', locale))
    .addOption(option('--ndjson', 'help-ndjson', locale))
    .addOption(option('--plain', 'help-list-plain', locale))
    .addOption(templateOption(locale))
    .addOption(option('-0, --print0', 'help-print0', locale))
    .addOption(option('--count', 'help-count', locale));
}

/** The options of `tags`, `authors` and `series`. */
export function namesOptions(command: Command, locale: Locale): Command {
  return formatOptions(command, locale)
    .addOption(
      option('--template <line>', 'help-names-template', locale, {
        example: "'{{count}} {{tag}}'",
      }),
    )
    .addOption(option('-0, --print0', 'help-names-print0', locale))
    .addOption(option('--count', 'help-count', locale));
}

function templateOption(locale: Locale): Option {
  return option('--template <line>', 'help-template', locale, { example: "'{{date}} {{title}}'" });
}

/** Options that say what queries say. */
function queryOptions(command: Command, locale: Locale): Command {
  const values = valuesIn(locale);
  const again = (value: string, before: readonly string[] | undefined) =>
    values.again(value, before);
  return command
    .addOption(option('-t, --tag <tag>', 'help-tag', locale).argParser(again))
    .addOption(option('--not-tag <tag>', 'help-not-tag', locale).argParser(again))
    .addOption(option('-a, --author <name>', 'help-author', locale).argParser(again))
    .addOption(option('--since <date>', 'help-since', locale))
    .addOption(option('--until <date>', 'help-until', locale))
    .addOption(option('--on <date>', 'help-on', locale))
    .addOption(option('--explain', 'help-explain', locale));
}

/** How lists of articles are written, or counted. */
export function articleFormatOptions(command: Command, locale: Locale): Command {
  const choice = valuesIn(locale).oneOf(...GROUPINGS);
  return formatOptions(command, locale)
    .addOption(templateOption(locale))
    .addOption(option('--group-by <what>', 'help-group-by', locale).argParser(choice))
    .addOption(option('-0, --print0', 'help-print0', locale))
    .addOption(option('--count', 'help-count', locale));
}

/** How lists are written. */
export function formatOptions(command: Command, locale: Locale): Command {
  return command
    .addOption(option('--json [fields]', 'help-list-json', locale))
    .addOption(option('--ndjson', 'help-ndjson', locale))
    .addOption(option('--plain', 'help-list-plain', locale));
}

/** The options of `index`. */
export function indexOptions(command: Command, locale: Locale): Command {
  return command
    .addOption(option('--full', 'help-index-full', locale))
    .addOption(option('--rebuild', 'help-index-rebuild', locale))
    .addOption(option('--status', 'help-index-status', locale));
}
