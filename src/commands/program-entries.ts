// The rows of commands about the program itself: its settings, its version, completions for shells.
import type { CommandEntry } from './command.ts';
import { httpOptions, reachingOptions, servingOptions } from './option-sets.ts';

/** What the program tells of itself. */
export const programCommands: readonly CommandEntry[] = [
  {
    name: 'config show',
    group: 'setup',
    says: 'each setting, its value and where that comes from; --all: also what nobody set',
    usage: '',
    words: [],
    options: [...new Set([...servingOptions, ...httpOptions, ...reachingOptions]), 'all', 'json'],
    examples: [
      ['do-mcp config show', 'what flags, variables and the configuration file come to'],
      ['do-mcp config show --profile work', 'with a profile of the file'],
    ],
    load: async () => (await import('./config/config-show.ts')).runConfigShow,
  },
  {
    name: 'completion',
    group: 'setup',
    says: 'completions for a shell: bash, zsh, fish or powershell',
    usage: '<shell>',
    words: ['<shell>'],
    options: [],
    examples: [
      ['do-mcp completion bash', 'source its output in ~/.bashrc'],
      ['do-mcp completion zsh', 'put its output into a file _do-mcp on the fpath'],
      ['do-mcp completion fish', 'into ~/.config/fish/completions/do-mcp.fish'],
      ['do-mcp completion powershell', 'add its output to $PROFILE'],
    ],
    load: async () => (await import('./completion/completion.ts')).runCompletion,
  },
  {
    name: 'version',
    group: 'setup',
    says: 'the version; --check asks the registry of npm whether there is a newer one',
    usage: '',
    words: [],
    options: ['check'],
    examples: [['do-mcp version --check', 'asks only because you do']],
    exits: [
      [0, 'told; with --check: this is the newest'],
      [1, 'with --check: there is a newer one, or it could not be asked'],
    ],
    load: async () => (await import('./version-check.ts')).runVersion,
  },
];
