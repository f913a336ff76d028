// Options about the simulated DigitalOcean.
import type { Option } from './option.ts';

/** Options of the group `simulation`. */
export const simulationOptions = {
  sandbox: {
    flag: 'sandbox',
    variable: 'DO_MCP_SANDBOX',
    kind: 'flag',
    group: 'simulation',
    says: 'Talk to the built-in simulation instead of a real account.',
  },
  speed: {
    flag: 'speed',
    variable: 'DO_MCP_SPEED',
    kind: 'text',
    group: 'simulation',
    value: '<factor>|instant',
    says: 'How much faster than life the simulation finishes work (default 1).',
  },
  seedData: {
    flag: 'seed-data',
    variable: 'DO_MCP_SEED_DATA',
    kind: 'text',
    group: 'simulation',
    value: '<file>',
    says: 'A JSON file with the account that the simulation starts with.',
  },
} as const satisfies Record<string, Option>;
