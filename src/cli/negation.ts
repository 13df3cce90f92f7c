import type { Command, Option } from 'commander';

/**
 * The arguments of a command that takes a query, with `-word` and `-field:value` written `!word`, which a query reads as
 * the same, and so do the changes of `tag`: so a minus sign is no option. Short options stay, alone (`-n 5`) or with a number (`-n5`); after `--`
 * everything is as it is.
 */
export function withNegations(argv: readonly string[], program: Command): string[] {
  const named = new Map(program.commands.map((command) => [command.name(), command]));
  const at = argv.findIndex((word) => named.has(word));
  const command = named.get(argv[at] ?? '');
  if (!command?.registeredArguments.some((argument) => argument.name() === 'query'))
    return [...argv];
  const out = [...argv.slice(0, at + 1)];
  let isValue = false;
  for (const [index, word] of argv.slice(at + 1).entries()) {
    if (word === '--') return [...out, ...argv.slice(at + 1 + index)];
    const negates = !isValue && isNegation(word, command.options);
    out.push(negates ? `!${word.slice(1)}` : word);
    isValue = !isValue && takesNext(word, command.options);
  }
  return out;
}

function isNegation(word: string, options: readonly Option[]): boolean {
  if (!/^-[^-]/.test(word) || word === '-h') return false;
  const isShort = options.some((option) => option.short === word.slice(0, 2));
  return !(isShort && /^-.\d*$/.test(word));
}

/** Whether an option has its value in the next argument. */
function takesNext(word: string, options: readonly Option[]): boolean {
  return options.some(
    (option) => option.required && (option.long === word || option.short === word),
  );
}
