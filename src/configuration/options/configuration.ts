// Options about where settings stand besides flags and variables.
import type { Option } from './option.ts';

/** Options of the group `configuration`. */
export const configurationOptions = {
  config: {
    flag: 'config',
    variable: 'DO_MCP_CONFIG',
    kind: 'text',
    group: 'configuration',
    value: '<file>|off',
    says: "The file of settings beneath variables and flags, or off (default: config.json or config.yaml in the user's configuration folder).",
  },
  profile: {
    flag: 'profile',
    variable: 'DO_MCP_PROFILE',
    kind: 'text',
    group: 'configuration',
    value: '<name>',
    says: 'Which of the profiles in that file is used.',
  },
} as const satisfies Record<string, Option>;
