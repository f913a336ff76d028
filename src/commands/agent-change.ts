// `do-mcp agent list|revoke|rotate`: who has a key, and taking one away.
import { randomBytes } from 'node:crypto';
import { revokeAgent, rotateAgent } from '../http/authentication/change-agents.ts';
import { agentsAskedFor, fileOfAgents } from './agents-in-file.ts';
import { table } from './columns.ts';
import type { Command } from './command.ts';

/** `agent list`: every agent, with what holds it. */
export const runAgentList: Command = async ({ settings, box, terminal }) => {
  const agents = await agentsAskedFor(
    { ...settings, reading: { ...settings.reading, agent: null } },
    box,
  );
  const told = agents.map(({ name, restriction, policies: [policy] }) => ({
    name,
    access: restriction.readOnly ? 'read' : 'write',
    areas: restriction.areas ? [...restriction.areas] : null,
    grants: policy?.grants?.length ?? null,
    rules: policy?.rules.length ?? null,
    observe: policy?.observes ?? false,
  }));
  if (settings.json) terminal.print(JSON.stringify(told, null, 2));
  else if (told.length === 0)
    terminal.say('There is no agent. do-mcp agent add makes the key of one.');
  else
    terminal.print(
      table(
        told.map(({ name, access, areas, grants, rules, observe }) => [
          name,
          access,
          areas ? areas.join(', ') : 'all areas',
          grants === null && rules === null
            ? 'no policy'
            : `${grants ?? 'no'} grants, ${rules ?? 0} rules${observe ? ', only watched' : ''}`,
        ]),
      ),
    );
  return 0;
};

/** `agent revoke <name>`: takes an agent out. */
export const runAgentRevoke: Command = async ({ settings, words: [name = ''], terminal }) => {
  revokeAgent(fileOfAgents(settings), name, randomBytes);
  terminal.say(`${name} is out; a server that runs knows within a second.`);
  return 0;
};

/** `agent rotate <name>`: another key for an agent. */
export const runAgentRotate: Command = async ({ settings, words: [name = ''], terminal }) => {
  const { key } = rotateAgent(fileOfAgents(settings), name, randomBytes);
  terminal.hand(key);
  terminal.say(
    `This is the new key of ${name}; it is shown this one time. The old one opens nothing any more; a server that runs knows within a second.`,
  );
  return 0;
};
