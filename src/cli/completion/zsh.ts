import { argumentCases, type CommandRow, type OptionRow, valueCases } from './table.ts';

/** What makes zsh complete the command line, with a word about each of what it offers. */
export function zshScript(rows: readonly CommandRow[]): string {
  return `#compdef sijori
# zsh completion of sijori
# sijori completion zsh > a file called _sijori in a folder of your $fpath
_sijori() {
  local current=\${(Q)words[CURRENT]} previous= command= want= head= word
  local -a offers names found
  integer at
  for ((at = 2; at < CURRENT; at++)); do
    word=\${words[at]}
    if [[ -n $previous ]]; then previous=
    elif [[ $word == -* ]]; then _sijori_value "$command" "$word" && previous=$word
    elif [[ -z $command ]]; then command=$word
    fi
  done
  if [[ -z $previous && $current == --*=* ]]; then
    previous=\${current%%=*} head=$previous=
    current=\${current#*=}
    compset -P '*='
  fi
  if [[ -n $previous ]]; then _sijori_value "$command" "$previous"
  else
    _sijori_argument "$command"
    # A minus before a word of a query is no option.
    if [[ $current == --* || $current == - || ($current == -* && $want != query) ]]; then
      _sijori_options "$command"; want=offers
    fi
  fi
  case $want in
    offers) _describe option offers ;;
    commands) _describe command offers ;;
    'words '*) found=(\${=want#words }); compadd -a found ;;
    file) _files ;;
    folder) _files -/ ;;
    text) ;;
    *) found=("\${(@f)$(\${words[1]} complete $want -- "$current" 2>/dev/null | cut -f1)}")
      found=(\${found:#})
      if ((\${#found} == 0)) && [[ $want == article ]]; then _files
      else
        names=(\${(M)found:#*:})
        found=(\${found:#*:})
        compadd -S '' -a names
        compadd -a found
      fi ;;
  esac
}

# What an option of a command takes; false when it takes nothing.
_sijori_value() {
  case "$1 $2" in
${valueCases(rows)}
    *) return 1 ;;
  esac
}

_sijori_options() {
  case $1 in
${rows.map(({ name, options }) => `    ${name}) offers=(${options.flatMap(described).join(' ')}) ;;`).join('\n')}
    *) offers=(--help --version) ;;
  esac
}

_sijori_argument() {
  case $1 in
    '') want=commands; offers=(${rows.map(({ name, help }) => offer(name, help)).join(' ')}) ;;
${argumentCases(rows)}
    *) want=text ;;
  esac
}

if [[ $funcstack[1] == _sijori ]]; then _sijori "$@"; else compdef _sijori sijori; fi
`;
}

function described({ names, help }: OptionRow): string[] {
  return names.map((name) => offer(name, help));
}

/** A word and what is said of it, in quotes of the shell; _describe reads a colon as the end of the word. */
function offer(name: string, help: string): string {
  return `'${name.replaceAll(':', '\\:')}:${help.replaceAll("'", "'\\''")}'`;
}
