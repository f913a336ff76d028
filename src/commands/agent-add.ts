// `do-mcp agent add`: makes an agent's key, shows it once, and keeps its hash in the policy file.
import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { isVariableOfOurs } from '../configuration/environment.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { addAgent } from '../http/authentication/add-agent.ts';
import { variableFor } from '../http/authentication/agent-shape.ts';
import { shown } from '../terminal/veil.ts';
import type { Command } from './command.ts';

const usage =
  'do-mcp agent add <name> --policy <file> [--token-file <file>] [--areas x,y] [--read-only] [--exclude-tools a,b]';

const namePattern = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** Adds one agent to the policy file. */
export const runAgentAdd: Command = async ({ settings, words, terminal }) => {
  const [name = ''] = words;
  if (shown(name) !== name)
    throw new UsageError(
      'The name of an agent looks like a token or a key. It is written into files and logs: choose another.',
    );
  if (!namePattern.test(name))
    throw new UsageError(
      'The name of an agent has lower-case letters, digits, - and _, and at most 63 of them.',
    );
  if (settings.tokenFile === null && isVariableOfOurs(variableFor(name)))
    throw new UsageError(
      `The token of ${name} would stand in ${variableFor(name)}, which means something else. Choose another name, or name a --token-file.`,
    );
  if (settings.policyFile === null)
    throw new UsageError(`Name the file of agents with --policy. Usage: ${usage}`);
  const { selection, tokenFile } = settings;
  const token = tokenFile === null ? { env: variableFor(name) } : { file: resolve(tokenFile) };
  const { key } = addAgent(
    settings.policyFile,
    {
      name,
      token,
      access: selection.readOnly ? 'read' : 'write',
      ...(selection.areasNamed && { areas: [...selection.areas] }),
      ...(selection.leftOut.size > 0 && { excludeTools: [...selection.leftOut] }),
    },
    randomBytes,
  );
  terminal.hand(key);
  const where = 'env' in token ? `the variable ${token.env}` : token.file;
  terminal.say(
    `This is the key of ${name}; it is shown this one time, and only its hash is kept in ${settings.policyFile}.\n` +
      `The server takes the DigitalOcean token of ${name} from ${where}. Start it with: do-mcp http --auth agents --policy ${settings.policyFile}`,
  );
  return 0;
};
