// The table of commands. The program dispatches from it, the help prints it, errors suggest from it.
// A new command is its file and a row here. A command's file is read when it is called: no start waits for another's.
import { auditCommands } from './audit-entries.ts';
import type { CommandEntry } from './command.ts';
import { servingOptions } from './option-sets.ts';

/** Every command, in the order of the help; the first is meant when none is named. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'stdio',
    says: 'serve the program that starts this one, over its stdin and stdout',
    usage: '',
    words: [],
    options: servingOptions,
    examples: [
      ['do-mcp --sandbox', 'try everything on the simulation'],
      ['do-mcp --read-only --areas droplets,domains', 'two areas, and nothing that changes them'],
    ],
    load: async () => (await import('./stdio.ts')).runStdio,
  },
  {
    name: 'http',
    says: 'serve over Streamable HTTP at /mcp',
    usage: '',
    words: [],
    options: [
      ...servingOptions,
      'auth',
      'host',
      'port',
      'allowedHosts',
      'allowedOrigins',
      'trustedProxies',
      'publicUrl',
      'keyFile',
    ],
    examples: [
      ['do-mcp http --sandbox', 'the simulation, for every client on this machine'],
      ['do-mcp http --auth agents --policy agents.json', 'named agents, each with a key'],
    ],
    load: async () => (await import('./http.ts')).runHttp,
  },
  {
    name: 'tools',
    says: 'which tools this token unlocks and where they are; --all: also the others and why',
    usage: '',
    words: [],
    options: [...servingOptions, 'all', 'json'],
    examples: [
      ['do-mcp tools', 'what an agent would see'],
      ['do-mcp tools --all --areas droplets', 'what it would not see, and why'],
      ['do-mcp tools --all --json', 'everything about every tool, for a program'],
    ],
    load: async () => (await import('./tools.ts')).runTools,
  },
  {
    name: 'scopes',
    says: 'the least scopes to tick for these tools; without any, what each tool needs',
    usage: '',
    words: [],
    options: ['areas', 'tools', 'excludeTools', 'json'],
    examples: [
      ['do-mcp scopes --areas droplets,domains', 'for whole areas'],
      ['do-mcp scopes --tools droplets_list,domains_list', 'for just these tools'],
    ],
    load: async () => (await import('./scopes.ts')).runScopes,
  },
  {
    name: 'simulate',
    says: 'the simulated DigitalOcean as an HTTP server of its own',
    usage: '',
    words: [],
    options: ['host', 'port', 'speed', 'seedData', 'quota', 'logLevel'],
    examples: [
      ['do-mcp simulate', 'on port 8787'],
      ['do-mcp simulate --speed instant', 'everything is finished at once'],
    ],
    load: async () => (await import('./simulate.ts')).runSimulate,
  },
  {
    name: 'approvals list',
    says: "what waits for a person's answer; --all: also what was answered",
    usage: '',
    words: [],
    options: ['stateDir', 'stateKey', 'all', 'json'],
    examples: [['do-mcp approvals list', 'what the agents of this machine want to do']],
    load: async () => (await import('./approvals.ts')).runApprovalsList,
  },
  {
    name: 'approvals show',
    says: 'one question, with what it is about',
    usage: '<id>',
    words: ['<id>'],
    options: ['stateDir', 'stateKey', 'json'],
    examples: [['do-mcp approvals show 3f7a92c1d0', 'before answering it']],
    load: async () => (await import('./approvals.ts')).runApprovalsShow,
  },
  {
    name: 'approvals approve',
    says: 'let a call through, once; needs a terminal',
    usage: '<id>',
    words: ['<id>'],
    options: ['stateDir', 'stateKey'],
    examples: [['do-mcp approvals approve 3f7a92c1d0', 'after looking at it']],
    load: async () => (await import('./approvals.ts')).runApprovalsApprove,
  },
  {
    name: 'approvals deny',
    says: 'refuse a call for ten minutes',
    usage: '<id>',
    words: ['<id>'],
    options: ['stateDir', 'stateKey'],
    examples: [['do-mcp approvals deny 3f7a92c1d0', 'no']],
    load: async () => (await import('./approvals.ts')).runApprovalsDeny,
  },
  ...auditCommands,
  {
    name: 'agent add',
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
];
