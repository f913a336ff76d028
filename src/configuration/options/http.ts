// Options about the HTTP server: where it listens, who may call.
import type { Option } from './option.ts';

/** Options of the group `http`. */
export const httpOptions = {
  auth: {
    flag: 'auth',
    variable: 'DO_MCP_AUTH',
    kind: 'text',
    group: 'http',
    value: 'token|agents|key|none',
    says: 'Who may call over HTTP (default none on the simulation, key otherwise).',
  },
  host: {
    flag: 'host',
    variable: 'DO_MCP_HOST',
    kind: 'text',
    group: 'http',
    value: '<address>',
    says: 'Address that the HTTP server listens on (default 127.0.0.1).',
  },
  port: {
    flag: 'port',
    variable: 'DO_MCP_PORT',
    kind: 'text',
    group: 'http',
    value: '<number>',
    says: 'Port of the HTTP server (default 8080; simulate: 8787; console: any free one).',
  },
  allowedHosts: {
    flag: 'allowed-hosts',
    variable: 'DO_MCP_ALLOWED_HOSTS',
    kind: 'list',
    group: 'http',
    value: '<a,b>',
    says: 'Host names under which the HTTP server may be called besides loopback.',
  },
  allowedOrigins: {
    flag: 'allowed-origins',
    variable: 'DO_MCP_ALLOWED_ORIGINS',
    kind: 'list',
    group: 'http',
    value: '<a,b>',
    says: 'Origins of browser clients that may call, with CORS; none by default.',
  },
  trustedProxies: {
    flag: 'trusted-proxies',
    variable: 'DO_MCP_TRUSTED_PROXIES',
    kind: 'list',
    group: 'http',
    value: '<a,b>',
    says: 'Addresses of proxies whose X-Forwarded-For is believed.',
  },
  publicUrl: {
    flag: 'public-url',
    variable: 'DO_MCP_PUBLIC_URL',
    kind: 'text',
    group: 'http',
    value: '<url>',
    says: 'The URL under which clients reach the HTTP server.',
  },
  keyFile: {
    variable: 'DO_MCP_KEY_FILE',
    kind: 'text',
    group: 'http',
    value: '<file>',
    says: 'Where the key for --auth key is kept, so that client configurations survive a restart.',
  },
  redisUrl: {
    flag: 'redis-url',
    variable: 'DO_MCP_REDIS_URL',
    kind: 'text',
    group: 'http',
    value: '<url>',
    says: 'Valkey or Redis that replicas share.',
  },
} as const satisfies Record<string, Option>;
