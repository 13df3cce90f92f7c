import type { CommandRow, OptionRow, Wanted } from './table.ts';

/** What makes fish complete the command line, with a word about each of what it offers. */
export function fishScript(rows: readonly CommandRow[]): string {
  const commands = rows.map(
    ({ name, help }) => `complete -c sijori -n __fish_use_subcommand -f -a ${name}${about(help)}`,
  );
  return `# fish completion of sijori
# sijori completion fish > ~/.config/fish/completions/sijori.fish
complete -c sijori -n __fish_use_subcommand -s h -l help -f
complete -c sijori -n __fish_use_subcommand -s V -l version -f
${[...commands, ...rows.flatMap(linesOf)].join('\n')}
`;
}

function linesOf({ name, options, argument }: CommandRow): string[] {
  const condition = `complete -c sijori -n '__fish_seen_subcommand_from ${name}'`;
  return [
    `${condition} ${wanted(argument)}`,
    ...options.map((option) => `${condition} ${optionOf(option)}`),
  ];
}

function optionOf({ names, help, value }: OptionRow): string {
  const switches = names.map((name) =>
    name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
  );
  return `${switches.join(' ')}${value ? ` -r ${wanted(value)}` : ' -f'}${about(help)}`;
}

function wanted(value: Wanted): string {
  if ('words' in value) return `-f -a '${value.words.join(' ')}'`;
  switch (value.kind) {
    case 'file':
      return '-F';
    case 'folder':
      return "-f -a '(__fish_complete_directories)'";
    case 'text':
      return '-f';
    case 'article':
      return `-F -a '(sijori complete article -- (commandline -ct) 2>/dev/null)'`;
    default:
      return `-f -a '(sijori complete ${value.kind} -- (commandline -ct) 2>/dev/null)'`;
  }
}

function about(help: string): string {
  return help === '' ? '' : ` -d '${help.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
