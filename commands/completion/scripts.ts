const bash = `# Completion of meshctl for bash. In this session: source <(meshctl completion bash)
_meshctl() {
  local words=() word line glue=0 current prefix='' directive=''
  # Bash breaks words at = and : where meshctl does not.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ $word =~ ^[=:]+$ ]] && ((\${#words[@]} > 0)); then
      words[\${#words[@]}-1]+=$word
      glue=1
    elif ((glue)); then
      words[\${#words[@]}-1]+=$word
      glue=0
    else
      words+=("$word")
    fi
  done
  current=\${words[\${#words[@]}-1]}
  [[ $COMP_WORDBREAKS == *=* && $current == *=* ]] && prefix=\${current%"\${current##*=}"}
  [[ $COMP_WORDBREAKS == *:* && $current == *:* ]] && prefix=\${current%"\${current##*:}"}
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :*) directive=$line ;;
      *) line=\${line%%$'\\t'*} && COMPREPLY+=("\${line#"$prefix"}") ;;
    esac
  done < <(meshctl __complete --no-config -- "\${words[@]}" 2>/dev/null)
  case $directive in
    :files) word=-f ;;
    :folders) word=-d ;;
    *) return ;;
  esac
  compopt -o filenames 2>/dev/null
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <(compgen "$word" -- "\${current#"$prefix"}")
}
complete -F _meshctl meshctl
`;

const zsh = `#compdef meshctl
# Completion of meshctl for zsh. In this session: source <(meshctl completion zsh)
_meshctl() {
  local line directive
  local -a candidates
  for line in "\${(@f)$(meshctl __complete --no-config -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    if [[ $line == :* ]]; then
      directive=$line
    elif [[ -n $line ]]; then
      candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done
  ((\${#candidates})) && _describe -V meshctl candidates
  case $directive in
    :files) _files ;;
    :folders) _files -/ ;;
  esac
}
if [[ \${funcstack[1]} == _meshctl ]]; then
  _meshctl
else
  compdef _meshctl meshctl
fi
`;

const fish = `# Completion of meshctl for fish. In this session: meshctl completion fish | source
function __meshctl_complete
    set -l words (commandline -opc) (commandline -ct)
    set -l lines (meshctl __complete --no-config -- $words[2..-1] 2>/dev/null)
    for line in $lines
        switch $line
            case ':files'
                __fish_complete_path (commandline -ct)
            case ':folders'
                __fish_complete_directories (commandline -ct)
            case ':*'
            case '*'
                echo $line
        end
    end
end
complete -c meshctl -f -k -a '(__meshctl_complete)'
`;

const powershell = `# Completion of meshctl for PowerShell. In this session: meshctl completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName meshctl -ScriptBlock {
    param($word, $ast, $cursor)
    $words = @($ast.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.StartOffset -lt $cursor } | ForEach-Object { $_.ToString() })
    if ($word -eq '') {
        # Older versions drop an empty argument unless it is quoted twice.
        $words += if ($PSNativeCommandArgumentPassing -in 'Standard', 'Windows') { '' } else { '""' }
    }
    meshctl __complete --no-config '--' @words 2>$null | Where-Object { -not $_.StartsWith(':') } | ForEach-Object {
        $value, $text = $_ -split "\`t", 2
        if (-not $text) { $text = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $text)
    }
}
`;

/** The completion script of each shell. */
export const scripts = { bash, zsh, fish, powershell } as const;
