import { argumentCases, type CommandRow, valueCases } from './table.ts';

/** What makes bash complete the command line: words that are known are in it, the others are asked of `sijori complete`. */
export function bashScript(rows: readonly CommandRow[]): string {
  return `# bash completion of sijori
# sijori completion bash > ~/.local/share/bash-completion/completions/sijori
_sijori() {
  local line=\${COMP_LINE:0:COMP_POINT} piece=\${COMP_WORDS[COMP_CWORD]} command= previous= current= want= head= word
  local -a words=() found=()
  # Bash cuts words at = and : as well; here they are as they are written.
  read -a words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  current=\${words[\${#words[@]}-1]}
  local -i at
  for ((at = 1; at < \${#words[@]} - 1; at++)); do
    word=\${words[at]}
    if [[ -n $previous ]]; then previous=
    elif [[ $word == -* ]]; then _sijori_value "$command" "$word" && previous=$word
    elif [[ -z $command ]]; then command=$word
    fi
  done
  [[ $piece == [:=@] ]] && piece=
  if [[ -z $previous && $current == --*=* ]]; then
    previous=\${current%%=*} head=$previous=
    current=\${current#*=}
  fi
  if [[ -n $previous ]]; then _sijori_value "$command" "$previous"
  else
    _sijori_argument "$command"
    # A minus before a word of a query is no option.
    if [[ $current == --* || $current == - || ($current == -* && $want != query) ]]; then
      want="words $(_sijori_options "$command")"
    fi
  fi
  case $want in
    'words '*) mapfile -t found < <(compgen -W "\${want#words }" -- "$current") ;;
    file) compopt -o filenames; mapfile -t found < <(compgen -f -- "$current") ;;
    folder) compopt -o filenames; mapfile -t found < <(compgen -d -- "$current") ;;
    text) ;;
    *) mapfile -t found < <("\${words[0]}" complete "$want" -- "$current" 2>/dev/null | cut -f1)
      if [[ $want == article && \${#found[@]} -eq 0 ]]; then compopt -o filenames; mapfile -t found < <(compgen -f -- "$current"); fi ;;
  esac
  local cut=$head$current
  cut=\${cut%"$piece"}
  COMPREPLY=()
  for word in "\${found[@]}"; do
    word=$head$word
    [[ $word == *: || $word == */ ]] && compopt -o nospace
    word=\${word#"$cut"}
    # What a shell would read otherwise is escaped; names of files it escapes itself.
    if [[ $want != file && $want != folder && $word == *[^[:alnum:]_,.:/@%+=*-]* ]]; then printf -v word %q "$word"; fi
    COMPREPLY+=("$word")
  done
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
${rows.map(({ name, options }) => `    ${name}) echo '${options.flatMap(({ names }) => names).join(' ')}' ;;`).join('\n')}
    *) echo '--help --version' ;;
  esac
}

_sijori_argument() {
  case $1 in
    '') want='words ${rows.map(({ name }) => name).join(' ')}' ;;
${argumentCases(rows)}
    *) want=text ;;
  esac
}

complete -F _sijori sijori
`;
}
