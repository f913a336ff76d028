// The line of the table of commands for `init`.
import { clientNames } from '../../clients/client.ts';
import type { CommandEntry } from '../command.ts';
import { copiedOptions } from './server-arguments.ts';

/** `do-mcp init [client]`. */
export const initCommand: CommandEntry = {
  name: 'init',
  group: 'setup',
  says: `put this server into the file of a client: ${clientNames.join(', ')}`,
  usage: '[<client>]',
  words: ['[<client>]'],
  options: [
    'serverName',
    'http',
    'allowChanges',
    'write',
    'remove',
    'print',
    'open',
    'tokenFile',
    'sandbox',
    'readOnly',
    ...copiedOptions,
  ],
  isForLater: true,
  exits: [[1, 'the file could not be changed, or the person did not agree']],
  examples: [
    ['do-mcp init', 'which clients are there, and which one to set up'],
    ['do-mcp init claude-code --sandbox --write', 'try it on the simulation, without a token'],
    ['do-mcp init cursor --areas droplets,domains', 'two areas, to read only'],
    ['do-mcp init vscode --allow-changes', 'with everything that the token may do'],
    ['do-mcp init codex --http https://mcp.example.com/mcp', 'a server that runs elsewhere'],
    ['do-mcp init zed --print', 'only what belongs into the file'],
    ['do-mcp init claude-desktop --remove', 'take it out again'],
  ],
  load: async () => (await import('./init.ts')).runInit,
};
