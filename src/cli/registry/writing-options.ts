import { type Command, Option } from 'commander';
import { KINDS } from '../../model/draft.ts';
import type { Locale } from '../../model/locale.ts';
import { valuesIn } from '../values.ts';
import { choiceOptions } from './list-options.ts';

/** The options of `new`. */
export function newOptions(command: Command, locale: Locale): Command {
  const { parts, again, moment } = valuesIn(locale);
  const option = (flags: string, key: string) => new Option(flags, locale.text(key));
  return command
    .addOption(
      option('-t, --tag <tags>', 'help-new-tag').argParser((value, before?: readonly string[]) =>
        parts(value, before),
      ),
    )
    .addOption(
      option('-a, --author <name>', 'help-new-author').argParser(
        (value, before?: readonly string[]) => again(value, before),
      ),
    )
    .option('--article-lang <code>', locale.text('help-article-lang'))
    .addOption(option('--date <date>', 'help-new-date').argParser(moment))
    .option('--draft', locale.text('help-draft'))
    .option('-o, --output <file>', locale.text('help-output'), valuesIn(locale).target)
    .option('--no-edit', locale.text('help-no-edit'));
}

/** The options of `import`. */
export function importOptions(command: Command, locale: Locale): Command {
  const { oneOf } = valuesIn(locale);
  return command
    .addOption(new Option('--from <kind>', locale.text('help-from')).argParser(oneOf(...KINDS)))
    .option('--dry-run', locale.text('help-dry-run'))
    .option('-o, --output <path>', locale.text('help-import-output'), valuesIn(locale).target)
    .option('--update', locale.text('help-update'))
    .option('--force', locale.text('help-force'))
    .option('--allow-private', locale.text('help-allow-private'));
}

/** The options of `export`. */
export function exportOptions(command: Command, locale: Locale): Command {
  const { oneOf } = valuesIn(locale);
  const format = new Option('--format <format>', locale.text('help-export-format'));
  return choiceOptions(command, locale)
    .option('-o, --output <folder>', locale.text('help-export-output'), valuesIn(locale).target)
    .addOption(format.argParser(oneOf('markdown', 'html', 'plain', 'json')))
    .option('--plain', locale.text('help-plain'))
    .option('--json', locale.text('help-json'))
    .option('--html', locale.text('help-export-html'))
    .option('--force', locale.text('help-force'));
}

/** The options of `feed list`. */
export function feedListOptions(command: Command, locale: Locale): Command {
  return command
    .option('--json', locale.text('help-feed-list-json'))
    .option('--ndjson', locale.text('help-ndjson'))
    .option('--plain', locale.text('help-feed-list-plain'));
}

/** The options of `feed export`. */
export function feedExportOptions(command: Command, locale: Locale): Command {
  return command.option(
    '-o, --output <file>',
    locale.text('help-feed-output'),
    valuesIn(locale).target,
  );
}

/** The options of `feed fetch`. */
export function fetchOptions(command: Command, locale: Locale): Command {
  return command
    .option('--update', locale.text('help-update'))
    .option('--force', locale.text('help-force'))
    .option('--allow-private', locale.text('help-allow-private'));
}

/** The options of `check`. */
export function checkOptions(command: Command, locale: Locale): Command {
  return command
    .option('--fix', locale.text('help-fix'))
    .option('--dry-run', locale.text('help-fix-dry-run'))
    .option('-y, --yes', locale.text('help-fix-yes'))
    .option('--strict', locale.text('help-strict'))
    .option('--json', locale.text('help-check-json'))
    .option('--ndjson', locale.text('help-ndjson'));
}

/** None but those that every command has. */
export function noOptions(command: Command): Command {
  return command;
}
