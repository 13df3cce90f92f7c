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
export function usageError(error: CommanderError, locale: Locale): ReaderError | undefined {
  if (error.exitCode === 0 || error.code === 'commander.help') return undefined;
  const key = WORDS[error.code];
  const what = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const suggestion = /Did you mean (?:one of )?(.*)\?/.exec(error.message)?.[1];
  const said = key ? locale.text(key, { what }) : withoutLead(error.message, locale);
  const tail = suggestion ? locale.text('did-you-mean', { words: suggestion }) : '';
  return new ReaderError('usage', { message: said + tail, command: '' }, { cause: error });
}

/** `error: option '--width <columns>' argument 'x' is invalid. …` in our words. */
function withoutLead(message: string, locale: Locale): string {
  const match = /option '([^']*)' argument '([^']*)' is invalid\. (.*)/s.exec(message);
  if (!match) return message.replace(/^error: /, '');
  const [, option = '', value = '', wanted = ''] = match;
  return locale.text('invalid-value', { option: option.replace(/ <.*/, ''), value, wanted });
}
