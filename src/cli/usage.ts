import type { CommanderError } from 'commander';
import { ReaderError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';

/** commander's errors and the words of ours that say the same. */
const WORDS: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'unknown-option',
  'commander.unknownCommand': 'unknown-command',
  'commander.optionMissingArgument': 'missing-value',
  'commander.missingArgument': 'missing-argument',
  'commander.excessArguments': 'extra-argument',
};

/** A usage error in our words, or undefined when commander only showed help or the version. */
export function usageError(
  error: CommanderError,
  argv: readonly string[],
  locale: Locale,
): ReaderError | undefined {
  if (error.exitCode === 0) return undefined;
  const first = argv[0]?.startsWith('-') ? undefined : argv[0];
  const command =
    first === undefined || first === 'help' || isAboutCommand(error) ? '' : `${first} `;
  const message = messageOf(error, argv, locale);
  return new ReaderError('usage', { message, command }, { cause: error });
}

/** Whether the first word itself is not a command, so that it has no help of its own. */
function isAboutCommand(error: CommanderError): boolean {
  return error.code === 'commander.unknownCommand';
}

function messageOf(error: CommanderError, argv: readonly string[], locale: Locale): string {
  if (error.code === 'commander.help') return withoutCommand(argv, locale);
  const key = WORDS[error.code];
  const what = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const suggestion = /Did you mean (?:one of )?(.*)\?/.exec(error.message)?.[1];
  const said = key ? locale.text(key, { what }) : withoutLead(error.message, locale);
  const tail = suggestion ? locale.text('did-you-mean', { words: suggestion }) : '';
  return said + tail;
}

/** commander shows help when a word that should be a command is missing (`feed`) or unknown (`help nosuch`). */
function withoutCommand([first = '', second = '']: readonly string[], locale: Locale): string {
  return first === 'help'
    ? locale.text('unknown-command', { what: second })
    : locale.text('missing-command', { what: first });
}

/** `error: option '--width <columns>' argument 'x' is invalid. …` in our words. */
function withoutLead(message: string, locale: Locale): string {
  const match = /option '([^']*)' argument '([^']*)' is invalid\. (.*)/s.exec(message);
  if (!match) return message.replace(/^error: /, '');
  const [, option = '', value = '', wanted = ''] = match;
  const shown = value === '' ? "''" : value;
  return locale.text('invalid-value', { option: option.replace(/ <.*/, ''), value: shown, wanted });
}
