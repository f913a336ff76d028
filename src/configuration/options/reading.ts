// Options about reading the record.
import type { Option } from './option.ts';

/** Options of the group `record` that choose among what is on record. */
export const readingOptions = {
  agent: {
    flag: 'agent',
    kind: 'text',
    group: 'record',
    value: '<name>',
    says: 'Of the record, or of a policy: only this agent.',
  },
  tool: {
    flag: 'tool',
    kind: 'text',
    group: 'record',
    value: '<name>',
    says: 'Of the record: only calls of this tool; of a policy: what it says of a call of it.',
  },
  args: {
    flag: 'args',
    kind: 'text',
    group: 'tools',
    value: '<json>',
    says: 'The arguments of a call, as JSON; do-mcp call takes also @file, and - for stdin.',
  },
  refused: {
    flag: 'refused',
    kind: 'flag',
    group: 'record',
    says: 'Of the record: only calls that were not let through.',
  },
  since: {
    flag: 'since',
    kind: 'text',
    group: 'record',
    value: '<time>',
    says: 'Of the record: only what is not older, such as 2h, 7d or 2026-11-25.',
  },
  days: {
    flag: 'days',
    kind: 'text',
    group: 'record',
    value: '<n>',
    says: 'Of the record: only the last so many days (default: all that is kept).',
  },
  fromRecord: {
    flag: 'from-record',
    kind: 'flag',
    group: 'record',
    says: 'Take what the calls on record have used; --days and --agent choose among them.',
  },
  follow: {
    flag: 'follow',
    kind: 'flag',
    group: 'record',
    says: 'Go on telling what is recorded, until Ctrl+C.',
  },
  format: {
    flag: 'format',
    kind: 'text',
    group: 'record',
    value: 'csv|json',
    says: 'How the record is exported (default json).',
  },
} as const satisfies Record<string, Option>;
