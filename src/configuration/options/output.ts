// Options about what is written, and how.
import type { Option } from './option.ts';

/** Options of the group `output`. */
export const outputOptions = {
  logLevel: {
    flag: 'log-level',
    variable: 'DO_MCP_LOG_LEVEL',
    kind: 'text',
    group: 'output',
    value: '<level>',
    says: 'trace, debug, info, warn, error, fatal or silent; logs go to stderr (default info).',
  },
  yes: {
    flag: 'yes',
    kind: 'flag',
    group: 'output',
    says: 'Agree to what is shown without being asked, for scripts.',
  },
  dryRun: {
    flag: 'dry-run',
    kind: 'flag',
    group: 'output',
    says: 'Show what would be done, and do nothing.',
  },
  open: {
    flag: 'open',
    kind: 'flag',
    group: 'output',
    says: 'Open it in the browser of this machine.',
  },
  json: { flag: 'json', kind: 'flag', group: 'output', says: 'Print JSON instead of a table.' },
  quiet: {
    flag: 'quiet',
    kind: 'flag',
    group: 'output',
    says: 'Say nothing beside the result, but for what is wrong.',
  },
  plain: {
    flag: 'plain',
    kind: 'flag',
    group: 'output',
    says: 'Line after line, without waiting, colours or anything that moves: for screen readers and pipes.',
  },
  fast: {
    flag: 'fast',
    kind: 'flag',
    group: 'output',
    says: 'Without pauses, and with a simulation that finishes everything at once.',
  },
  fix: {
    flag: 'fix',
    kind: 'flag',
    group: 'output',
    says: 'Mend what can be mended without harm: modes of files, missing folders, locks that were left.',
  },
  check: {
    flag: 'check',
    kind: 'flag',
    group: 'output',
    says: 'Ask the registry of npm whether there is a newer version.',
  },
  all: {
    flag: 'all',
    kind: 'flag',
    group: 'output',
    says: 'Show hidden tools too, each with its reason.',
  },
} as const satisfies Record<string, Option>;
