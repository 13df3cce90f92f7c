import { Argument, Command } from 'commander';
import type { Locale } from '../model/locale.ts';
import { version } from '../version.ts';
import type { Context } from './context.ts';
import { finding } from './registry/finding.ts';
import { keeping } from './registry/keeping.ts';
import { common } from './registry/list-options.ts';
import { reading } from './registry/reading.ts';
import type { Registration } from './registry/registration.ts';
import { shell } from './registry/shell.ts';

/** The commands under the headings of help, in the order in which it lists them. */
const GROUPS = Object.entries({ reading, finding, keeping, shell });

/**
 * The command line as commander knows it; `argv` is the user's, without node and program. `print` takes what commander
 * itself prints: help and the version.
 */
export function programFor(
  context: Context,
  argv: readonly string[],
  print: (text: string) => void,
): Command {
  const { locale } = context;
  const program = base(new Command('sijori'), locale)
    .configureOutput({ writeOut: print })
    .description(locale.text('help-program'))
    .version(version, '-V, --version', locale.text('help-version'))
    .addHelpCommand(helpCommand(locale))
    .addHelpText('after', `\n${locale.text('help-more')}`);
  const all = argv[0] === 'completion';
  for (const [group, commands] of all ? GROUPS : groupsFor(argv[0] ?? '')) {
    program.commandsGroup(locale.text(`help-group-${group}`));
    for (const [name, registration] of Object.entries(commands)) {
      const command = program.command(name, { hidden: registration.hidden ?? false });
      register(command, registration, context, all || argv.includes(name));
    }
  }
  return program;
}

/** A command that comes first is all that is needed; only help and errors tell of the others. */
function groupsFor(first: string): typeof GROUPS {
  for (const [group, commands] of GROUPS) {
    const named = Object.hasOwn(commands, first) ? commands[first] : undefined;
    if (named) return [[group, { [first]: named }]];
  }
  return GROUPS;
}

function helpCommand(locale: Locale): Command {
  return new Command('help')
    .argument('[command]')
    .helpOption(false)
    .description(locale.text('help-help-command'))
    .helpGroup(locale.text('help-group-shell'));
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
  const run = known.run.bind(known);
  known.options(common(command, locale), locale);
  const given = [known.first, known.takes].filter((one) => one !== undefined);
  for (const [spec, help] of given) command.addArgument(new Argument(spec, locale.text(help)));
  command.action((...all: unknown[]) => {
    const names = all.slice(0, given.length).flat() as string[];
    return run(names, all[given.length] as object, context, command.parent ?? command);
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
