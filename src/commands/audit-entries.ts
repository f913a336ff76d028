// The rows of `do-mcp audit` in the table of commands.
import type { CommandEntry } from './command.ts';

const place = ['audit', 'stateDir', 'stateKey'] as const;
const choice = ['agent', 'tool', 'refused', 'since'] as const;

/** What can be done with the record. */
export const auditCommands: readonly CommandEntry[] = [
  {
    name: 'audit tail',
    group: 'record',
    says: 'the last calls on record; --follow: also those that come',
    usage: '',
    words: [],
    options: [...place, ...choice, 'follow', 'json'],
    examples: [
      ['do-mcp audit tail --follow', 'see what agents do while they do it'],
      ['do-mcp audit tail --refused --since 7d', 'what was not let through this week'],
    ],
    load: async () => (await import('./audit.ts')).runAuditTail,
  },
  {
    name: 'audit verify',
    group: 'record',
    says: 'whether the record was touched, and which changes have no end; exits with 1 if it was',
    usage: '',
    words: [],
    options: [...place, 'json'],
    examples: [['do-mcp audit verify', 'the record of this user']],
    load: async () => (await import('./audit.ts')).runAuditVerify,
  },
  {
    name: 'audit export',
    group: 'record',
    says: 'the record for another program, as JSON or CSV',
    usage: '',
    words: [],
    options: [...place, ...choice, 'format'],
    examples: [['do-mcp audit export --format csv --since 30d', 'a table of a month']],
    load: async () => (await import('./audit.ts')).runAuditExport,
  },
  {
    name: 'audit stats',
    group: 'record',
    says: 'who called what, how often, and how it ended',
    usage: '',
    words: [],
    options: [...place, ...choice, 'json'],
    examples: [['do-mcp audit stats --since 24h', 'yesterday']],
    load: async () => (await import('./audit.ts')).runAuditStats,
  },
  {
    name: 'audit advise',
    group: 'record',
    says: 'how much less would have been enough: scopes, options and entry for what each agent did',
    usage: '',
    words: [],
    options: [
      ...place,
      'agent',
      'days',
      'scopes',
      'areas',
      'tools',
      'excludeTools',
      'readOnly',
      'json',
    ],
    examples: [
      ['do-mcp audit advise --days 30', 'what a month of calls needs'],
      [
        'do-mcp audit advise --agent ci --scopes droplet:read,domain:read',
        'and what of these scopes it never used',
      ],
    ],
    load: async () => (await import('./audit-advise.ts')).runAuditAdvise,
  },
  {
    name: 'audit replay',
    group: 'record',
    says: 'which recorded calls a server with these options would decide otherwise, and why',
    usage: '',
    words: [],
    options: [
      ...place,
      'agent',
      'tool',
      'since',
      'days',
      'scopes',
      'areas',
      'tools',
      'excludeTools',
      'readOnly',
      'allowSecrets',
      'secretsDir',
      'policy',
      'json',
    ],
    examples: [
      ['do-mcp audit replay --read-only --days 7', 'what of a week would have been refused'],
      ['do-mcp audit replay --scopes droplet:read', 'with a token that holds just this'],
      ['do-mcp audit replay --policy new.json', 'by another file of agents'],
    ],
    load: async () => (await import('./audit-replay.ts')).runAuditReplay,
  },
];
