// The scripts by which shells complete do-mcp. Each asks the program itself, so that it knows what this version knows.

/** Bash takes words apart at `=`; the program answers with what follows it. macOS still has version 3.2. */
const bash = `# do-mcp: completions for bash.
_do_mcp() {
  local candidate
  COMPREPLY=()
  while IFS= read -r candidate; do
    COMPREPLY+=("$candidate")
  done < <(do-mcp __complete bash "\${COMP_LINE:0:COMP_POINT}" 2>/dev/null)
  if [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]]; then
    compopt -o nospace 2>/dev/null
  fi
}
complete -o default -F _do_mcp do-mcp
`;

const zsh = `#compdef do-mcp
# do-mcp: completions for zsh.
_do_mcp() {
  local value says
  local -a found
  while IFS=$'\\t' read -r value says; do
    found+=("\${value//:/\\\\:}:$says")
  done < <(do-mcp __complete words "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( $#found )); then
    _describe 'do-mcp' found
  else
    _files
  fi
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _do_mcp "$@"
else
  compdef _do_mcp do-mcp
fi
`;

const fish = `# do-mcp: completions for fish.
function __do_mcp_complete
    set -l typed (commandline -opc)
    set -l found (do-mcp __complete words $typed[2..-1] (commandline -ct) 2>/dev/null)
    if test (count $found) -eq 0
        __fish_complete_path (commandline -ct)
    else
        printf '%s\\n' $found
    end
end
complete -c do-mcp -f -a '(__do_mcp_complete)'
`;

const powershell = `# do-mcp: completions for PowerShell.
Register-ArgumentCompleter -Native -CommandName do-mcp -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $line = $commandAst.ToString().PadRight($cursorPosition).Substring(0, $cursorPosition)
    do-mcp __complete line $line 2>$null | ForEach-Object {
        $value, $says = $_ -split "\`t", 2
        if (-not $says) { $says = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $says)
    }
}
`;

/** The script of each shell, by its name. */
export const shells: Readonly<Record<string, string>> = { bash, zsh, fish, powershell };
