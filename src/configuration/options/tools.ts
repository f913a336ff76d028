// Options about what is served: areas, tools, reading only, credentials.
import type { Option } from './option.ts';

/** Options of the group `tools`. */
export const toolOptions = {
  areas: {
    flag: 'areas',
    variable: 'DO_MCP_AREAS',
    kind: 'list',
    group: 'tools',
    value: '<a,b>',
    says: 'Areas or presets (core, infrastructure, data, apps, ai, all) to serve, or "none" for just what --tools adds.',
  },
  tools: {
    flag: 'tools',
    variable: 'DO_MCP_TOOLS',
    kind: 'list',
    group: 'tools',
    value: '<a,b>',
    says: 'Tools to add to those of the areas.',
  },
  excludeTools: {
    flag: 'exclude-tools',
    variable: 'DO_MCP_EXCLUDE_TOOLS',
    kind: 'list',
    group: 'tools',
    value: '<a,b>',
    says: 'Tools to leave out; this always wins.',
  },
  readOnly: {
    flag: 'read-only',
    variable: 'DO_MCP_READ_ONLY',
    kind: 'flag',
    group: 'tools',
    says: 'Offer nothing that changes anything.',
  },
  allowSecrets: {
    flag: 'allow-secrets',
    variable: 'DO_MCP_ALLOW_SECRETS',
    kind: 'flag',
    group: 'tools',
    says: 'Let credentials reach the model; without it they are redacted, or written to --secrets-dir.',
  },
  mode: {
    flag: 'mode',
    variable: 'DO_MCP_MODE',
    kind: 'text',
    group: 'tools',
    value: 'both|tools|search',
    says: 'Tools by their own names and finders for the rest (both, the default), no finders, or finders alone.',
  },
  for: {
    flag: 'for',
    kind: 'text',
    group: 'tools',
    value: '<job>',
    says: 'What the agent is to do, in words, such as "manage dns and restart droplets".',
  },
  policy: {
    flag: 'policy',
    variable: 'DO_MCP_POLICY',
    kind: 'text',
    group: 'tools',
    value: '<file>',
    says: 'What may be done: by agents with keys of their own (--auth agents), or by whoever calls.',
  },
} as const satisfies Record<string, Option>;
