// The rows of `do-mcp agent` and `do-mcp policy` in the table of commands.
import type { CommandEntry } from './command.ts';

/** Who has a key, and what each may. */
export const agentCommands: readonly CommandEntry[] = [
  {
    name: 'agent add',
    group: 'agents',
    says: "make an agent's key for --auth agents, shown once",
    usage: '<name> --policy <file>',
    words: ['<name>'],
    options: ['policy', 'tokenFile', 'areas', 'readOnly', 'excludeTools'],
    examples: [
      ['do-mcp agent add ci --policy agents.json --read-only', 'may read everything'],
      ['do-mcp agent add dns --policy agents.json --areas domains', 'may change domains'],
    ],
    load: async () => (await import('./agent-add.ts')).runAgentAdd,
  },
  {
    name: 'agent list',
    group: 'agents',
    says: 'the agents of a file, and what holds each',
    usage: '--policy <file>',
    words: [],
    options: ['policy', 'json'],
    examples: [['do-mcp agent list --policy agents.json', 'who has a key']],
    load: async () => (await import('./agent-change.ts')).runAgentList,
  },
  {
    name: 'agent revoke',
    group: 'agents',
    says: 'take an agent out, also while the server runs',
    usage: '<name> --policy <file>',
    words: ['<name>'],
    options: ['policy'],
    examples: [['do-mcp agent revoke ci --policy agents.json', 'its key opens nothing any more']],
    load: async () => (await import('./agent-change.ts')).runAgentRevoke,
  },
  {
    name: 'agent rotate',
    group: 'agents',
    says: 'another key for an agent, shown once',
    usage: '<name> --policy <file>',
    words: ['<name>'],
    options: ['policy'],
    examples: [['do-mcp agent rotate ci --policy agents.json', 'when its key got about']],
    load: async () => (await import('./agent-change.ts')).runAgentRotate,
  },
  {
    name: 'policy check',
    group: 'agents',
    says: 'whether a policy can be used, and what it says of a call; exits with 1 where that is denied',
    usage: '--policy <file>',
    words: [],
    options: ['policy', 'agent', 'tool', 'args', 'allowSecrets', 'json'],
    examples: [
      ['do-mcp policy check --policy agents.yaml', 'before a server gets it'],
      ['do-mcp policy check --policy agents.yaml --tool droplets_list', 'one call'],
    ],
    load: async () => (await import('./policy-check.ts')).runPolicyCheck,
  },
  {
    name: 'policy explain',
    group: 'agents',
    says: 'what the grants and rules of each agent come to, and what is left of its budget',
    usage: '--policy <file>',
    words: [],
    options: ['policy', 'agent', 'stateDir', 'redisUrl'],
    examples: [['do-mcp policy explain --policy agents.yaml --agent ci', 'all tools of one agent']],
    load: async () => (await import('./policy-explain.ts')).runPolicyExplain,
  },
];
