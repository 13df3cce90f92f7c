import { type Command, Option } from 'commander';
import type { Locale } from '../../model/locale.ts';
import { valuesIn } from '../values.ts';
import { articleFormatOptions, formatOptions, readOptions } from './list-options.ts';

/** The options of `mark`. */
export function markOptions(command: Command, locale: Locale): Command {
  return command
    .option('--at <place>', locale.text('help-mark-at'))
    .option('--dry-run', locale.text('help-mark-dry-run'));
}

/** The options of `read` and `continue`: those of pages, and where to begin. */
export function placedReadOptions(command: Command, locale: Locale): Command {
  return readOptions(command, locale)
    .option('--at <place>', locale.text('help-at'))
    .option('--find <words>', locale.text('help-find'));
}

/** The options of `next`. */
export function nextOptions(command: Command, locale: Locale): Command {
  const { count } = valuesIn(locale);
  command.addOption(
    new Option('-m, --minutes <count>', locale.text('help-minutes')).argParser(count),
  );
  command.addOption(limitOption(locale));
  return articleFormatOptions(command, locale);
}

/** The options of `history`. */
export function historyOptions(command: Command, locale: Locale): Command {
  return formatOptions(command.addOption(limitOption(locale)), locale);
}

function limitOption(locale: Locale): Option {
  const { count } = valuesIn(locale);
  return new Option('-n, --limit <count>', locale.text('help-limit')).argParser(count);
}

/** The options of `undo`. */
export function undoOptions(command: Command, locale: Locale): Command {
  return command.option('--dry-run', locale.text('help-undo-dry-run'));
}

/** The options of `tag`. */
export function tagOptions(command: Command, locale: Locale): Command {
  return command
    .option('--dry-run', locale.text('help-fix-dry-run'))
    .option('--yes', locale.text('help-fix-yes'));
}

/** The options of `stats`. */
export function statsOptions(command: Command, locale: Locale): Command {
  return command
    .option('--json', locale.text('help-stats-json'))
    .option('--plain', locale.text('help-stats-plain'));
}
