// Options about the account: which token, what it holds, how DigitalOcean is reached.
import type { Option } from './option.ts';

/** Options of the group `account`. */
export const accountOptions = {
  tokenFile: {
    flag: 'token-file',
    variable: 'DO_MCP_TOKEN_FILE',
    kind: 'text',
    group: 'account',
    value: '<file>',
    says: 'Read the DigitalOcean token from this file; it is read again when it changes.',
  },
  scopes: {
    flag: 'scopes',
    variable: 'DO_MCP_SCOPES',
    kind: 'list',
    group: 'account',
    value: '<a,b>',
    says: 'Scopes the token is known to hold, instead of asking DigitalOcean.',
  },
  quota: {
    flag: 'quota',
    variable: 'DO_MCP_QUOTA',
    kind: 'text',
    group: 'account',
    value: '<hour>/<minute>|off',
    says: 'Requests we allow ourselves per token (default 5000/250).',
  },
  apiUrl: {
    flag: 'api-url',
    variable: 'DO_MCP_API_URL',
    kind: 'text',
    group: 'account',
    value: '<url>',
    says: 'Another API base; https, or loopback only.',
  },
  tokenInfoUrl: {
    flag: 'token-info-url',
    variable: 'DO_MCP_TOKEN_INFO_URL',
    kind: 'text',
    group: 'account',
    value: '<url>',
    says: 'Where the scopes of a token are asked for.',
  },
} as const satisfies Record<string, Option>;
