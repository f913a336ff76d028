// Options about which tools are shown by do-mcp tools, of all that there are.
import type { Option } from './option.ts';

/** Options of the group `choosing`. */
export const choosingOptions = {
  area: {
    flag: 'area',
    kind: 'list',
    group: 'choosing',
    value: '<a,b>',
    says: 'Only tools of these areas or presets; what is served stays as it is.',
  },
  access: {
    flag: 'access',
    kind: 'text',
    group: 'choosing',
    value: 'read|write',
    says: 'Only what a read-only server would serve, or only the rest.',
  },
  effect: {
    flag: 'effect',
    kind: 'list',
    group: 'choosing',
    value: 'read,write,destroy',
    says: 'Only tools that read, that change something, that destroy something.',
  },
  scope: {
    flag: 'scope',
    kind: 'list',
    group: 'choosing',
    value: '<a,b>',
    says: 'Only tools that one of these scopes is needed for.',
  },
  cost: {
    flag: 'cost',
    kind: 'list',
    group: 'choosing',
    value: 'none,starts,raises,stops',
    says: 'Only tools that do this to the bill.',
  },
  hidden: {
    flag: 'hidden',
    kind: 'flag',
    group: 'choosing',
    says: 'Only tools that are not served, each with the reason.',
  },
} as const satisfies Record<string, Option>;
