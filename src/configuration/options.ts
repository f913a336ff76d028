// Every option of the program: its flag, its environment variable and what it means. Read by the parser, the help and .env.example.

/** How the text of an option is read. */
export type OptionKind = 'text' | 'flag' | 'list';

/** One option. At least one of `flag` and `variable` is there; a flag wins over its variable. */
export interface Option {
  readonly flag?: string;
  readonly variable?: string;
  readonly kind: OptionKind;
  /** What stands for the value in the help, for example `<file>`. */
  readonly value?: string;
  /** One sentence for the help and for .env.example. */
  readonly says: string;
}

/** All options by the name under which the program knows them. */
export const options = {
  tokenFile: {
    flag: 'token-file',
    variable: 'DO_MCP_TOKEN_FILE',
    kind: 'text',
    value: '<file>',
    says: 'Read the DigitalOcean token from this file; it is read again when it changes.',
  },
  scopes: {
    flag: 'scopes',
    variable: 'DO_MCP_SCOPES',
    kind: 'list',
    value: '<a,b>',
    says: 'Scopes the token is known to hold, instead of asking DigitalOcean.',
  },
  sandbox: {
    flag: 'sandbox',
    variable: 'DO_MCP_SANDBOX',
    kind: 'flag',
    says: 'Talk to the built-in simulation instead of a real account.',
  },
  areas: {
    flag: 'areas',
    variable: 'DO_MCP_AREAS',
    kind: 'list',
    value: '<a,b>',
    says: 'Areas to serve, "all", or "none" to serve only what --tools adds.',
  },
  tools: {
    flag: 'tools',
    variable: 'DO_MCP_TOOLS',
    kind: 'list',
    value: '<a,b>',
    says: 'Tools to add to those of the areas.',
  },
  excludeTools: {
    flag: 'exclude-tools',
    variable: 'DO_MCP_EXCLUDE_TOOLS',
    kind: 'list',
    value: '<a,b>',
    says: 'Tools to leave out; this always wins.',
  },
  readOnly: {
    flag: 'read-only',
    variable: 'DO_MCP_READ_ONLY',
    kind: 'flag',
    says: 'Offer nothing that changes anything.',
  },
  allowSecrets: {
    flag: 'allow-secrets',
    variable: 'DO_MCP_ALLOW_SECRETS',
    kind: 'flag',
    says: 'Let credentials reach the model; without it they are redacted.',
  },
  mode: {
    flag: 'mode',
    variable: 'DO_MCP_MODE',
    kind: 'text',
    value: 'tools|search',
    says: 'One tool per endpoint, or a few finder tools over the same catalogue.',
  },
  confirm: {
    flag: 'confirm',
    variable: 'DO_MCP_CONFIRM',
    kind: 'text',
    value: 'ask|never',
    says: 'Whether a person is asked before something is destroyed or disclosed (default ask; never on the simulation).',
  },
  policy: {
    flag: 'policy',
    variable: 'DO_MCP_POLICY',
    kind: 'text',
    value: '<file>',
    says: 'The file of agents and what each may do, for --auth agents.',
  },
  audit: {
    flag: 'audit',
    variable: 'DO_MCP_AUDIT',
    kind: 'text',
    value: '<file>|off',
    says: 'Where calls are recorded, or off.',
  },
  auth: {
    flag: 'auth',
    variable: 'DO_MCP_AUTH',
    kind: 'text',
    value: 'token|agents|key|none',
    says: 'Who may call over HTTP (default none on the simulation, key otherwise).',
  },
  redisUrl: {
    flag: 'redis-url',
    variable: 'DO_MCP_REDIS_URL',
    kind: 'text',
    value: '<url>',
    says: 'Valkey or Redis that replicas share.',
  },
  quota: {
    flag: 'quota',
    variable: 'DO_MCP_QUOTA',
    kind: 'text',
    value: '<hour>/<minute>|off',
    says: 'Requests we allow ourselves per token (default 5000/250).',
  },
  apiUrl: {
    flag: 'api-url',
    variable: 'DO_MCP_API_URL',
    kind: 'text',
    value: '<url>',
    says: 'Another API base; https, or loopback only.',
  },
  tokenInfoUrl: {
    flag: 'token-info-url',
    variable: 'DO_MCP_TOKEN_INFO_URL',
    kind: 'text',
    value: '<url>',
    says: 'Where the scopes of a token are asked for.',
  },
  logLevel: {
    flag: 'log-level',
    variable: 'DO_MCP_LOG_LEVEL',
    kind: 'text',
    value: '<level>',
    says: 'trace, debug, info, warn, error, fatal or silent; logs go to stderr (default info).',
  },
  host: {
    flag: 'host',
    variable: 'DO_MCP_HOST',
    kind: 'text',
    value: '<address>',
    says: 'Address that the HTTP server listens on (default 127.0.0.1).',
  },
  port: {
    flag: 'port',
    variable: 'DO_MCP_PORT',
    kind: 'text',
    value: '<number>',
    says: 'Port of the HTTP server (default 8080; simulate: 8787).',
  },
  allowedHosts: {
    flag: 'allowed-hosts',
    variable: 'DO_MCP_ALLOWED_HOSTS',
    kind: 'list',
    value: '<a,b>',
    says: 'Host names under which the HTTP server may be called besides loopback.',
  },
  allowedOrigins: {
    flag: 'allowed-origins',
    variable: 'DO_MCP_ALLOWED_ORIGINS',
    kind: 'list',
    value: '<a,b>',
    says: 'Origins of browser clients that may call, with CORS; none by default.',
  },
  trustedProxies: {
    flag: 'trusted-proxies',
    variable: 'DO_MCP_TRUSTED_PROXIES',
    kind: 'list',
    value: '<a,b>',
    says: 'Addresses of proxies whose X-Forwarded-For is believed.',
  },
  publicUrl: {
    flag: 'public-url',
    variable: 'DO_MCP_PUBLIC_URL',
    kind: 'text',
    value: '<url>',
    says: 'The URL under which clients reach the HTTP server.',
  },
  keyFile: {
    variable: 'DO_MCP_KEY_FILE',
    kind: 'text',
    value: '<file>',
    says: 'Where the key for --auth key is kept, so that client configurations survive a restart.',
  },
  speed: {
    flag: 'speed',
    variable: 'DO_MCP_SPEED',
    kind: 'text',
    value: '<factor>|instant',
    says: 'How much faster than life the simulation finishes work (default 1).',
  },
  seedData: {
    flag: 'seed-data',
    variable: 'DO_MCP_SEED_DATA',
    kind: 'text',
    value: '<file>',
    says: 'A JSON file with the account that the simulation starts with.',
  },
  json: { flag: 'json', kind: 'flag', says: 'Print JSON instead of a table.' },
  all: { flag: 'all', kind: 'flag', says: 'Show hidden tools too, each with its reason.' },
} as const satisfies Record<string, Option>;

/** The name of an option inside the program. */
export type OptionName = keyof typeof options;

/** Variables that may hold the token itself; they never have a flag, which other users could see in the process list. */
export const tokenVariables = [
  'DIGITALOCEAN_TOKEN',
  'DIGITALOCEAN_ACCESS_TOKEN',
  'DIGITALOCEAN_API_TOKEN',
] as const;
