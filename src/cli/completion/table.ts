import type { Command, Option } from 'commander';
import { THEME_NAMES } from '../../theme/themes.ts';

/** What may stand somewhere on the command line: words that are known now, or a kind that is looked up when it is needed. */
export type Wanted =
  | { readonly words: readonly string[] }
  | {
      readonly kind:
        | 'article'
        | 'query'
        | 'tag'
        | 'author'
        | 'setting'
        | 'file'
        | 'folder'
        | 'text';
    };

/** An option as a shell completes it. */
export interface OptionRow {
  /** `--tag`, and `-t` where there is one. */
  readonly names: readonly string[];
  readonly help: string;
  /** What its value may be; absent when it takes none. */
  readonly value?: Wanted;
}

/** A command as a shell completes it. */
export interface CommandRow {
  readonly name: string;
  readonly help: string;
  readonly options: readonly OptionRow[];
  readonly argument: Wanted;
}

/** The commands and their options, as the program has them. */
export function tableOf(program: Command): CommandRow[] {
  const commands = program.commands.filter((command) => !isHidden(command));
  const names = commands.map((command) => command.name());
  const rows = commands.map((command) => ({
    name: command.name(),
    help: command.description(),
    options: [...command.options.map(rowOf), helpRow(command)],
    argument: ARGUMENTS[command.name()] ?? { kind: 'text' as const },
  }));
  const help = { name: 'help', help: '', options: [], argument: { words: names } };
  return [...rows, help];
}

function isHidden(command: Command): boolean {
  return (command as Command & { readonly _hidden?: boolean })._hidden === true;
}

function helpRow(command: Command): OptionRow {
  const line = command
    .createHelp()
    .visibleOptions(command)
    .find(({ long }) => long === '--help');
  return { names: ['--help', '-h'], help: line?.description ?? '' };
}

function rowOf(option: Option): OptionRow {
  const names = [option.long, option.short].filter((name) => name !== undefined && name !== null);
  const row = { names, help: option.description };
  return option.required ? { ...row, value: wantedBy(option) } : row;
}

/** What the arguments of each command are. */
const ARGUMENTS: Readonly<Record<string, Wanted>> = {
  read: { kind: 'article' },
  continue: { kind: 'article' },
  edit: { kind: 'article' },
  check: { kind: 'article' },
  list: { kind: 'query' },
  search: { kind: 'query' },
  next: { kind: 'query' },
  mark: { kind: 'query' },
  export: { kind: 'query' },
  tag: { kind: 'query' },
  import: { kind: 'file' },
  config: { kind: 'setting' },
  completion: { words: ['bash', 'zsh', 'fish'] },
};

/** What options take whose values are not words that the program lists. */
const VALUES: Readonly<Record<string, Wanted>> = {
  '--tag': { kind: 'tag' },
  '--not-tag': { kind: 'tag' },
  '--author': { kind: 'author' },
  '--output': { kind: 'file' },
  '--theme': { words: THEME_NAMES },
};

function wantedBy(option: Option): Wanted {
  const parse = option.parseArg as { readonly choices?: readonly string[] } | undefined;
  if (parse?.choices) return { words: parse.choices };
  if (/<folder>$/.test(option.flags)) return { kind: 'folder' };
  return VALUES[option.long ?? ''] ?? { kind: 'text' };
}

/** The lines of a `case` of bash and zsh that say what the options of the commands take. */
export function valueCases(rows: readonly CommandRow[]): string {
  const lines = rows.flatMap(({ name, options }) =>
    options.flatMap(({ names, value }) => {
      const words = names.map((one) => `'${name} ${one}'`).join(' | ');
      return value ? [`    ${words}) want='${wantedText(value)}' ;;`] : [];
    }),
  );
  return lines.join('\n');
}

/** The same for the arguments of the commands. */
export function argumentCases(rows: readonly CommandRow[]): string {
  return rows
    .map(({ name, argument }) => `    ${name}) want='${wantedText(argument)}' ;;`)
    .join('\n');
}

/** What is wanted, in a word or in words after `words`. */
function wantedText(value: Wanted): string {
  return 'kind' in value ? value.kind : `words ${value.words.join(' ')}`;
}
