// Options about setting a client up: which server it is told of, and what becomes of its file.
import type { Option } from './option.ts';

/** Options of the group `setup`. */
export const setupOptions = {
  serverName: {
    flag: 'name',
    kind: 'text',
    group: 'setup',
    value: '<name>',
    says: 'The name under which the client knows the server (default digitalocean).',
  },
  http: {
    flag: 'http',
    kind: 'text',
    group: 'setup',
    value: '<url>',
    says: 'A server that runs already, at this address, instead of one that the client starts.',
  },
  allowChanges: {
    flag: 'allow-changes',
    kind: 'flag',
    group: 'setup',
    says: 'Let the server change things; without it, it is set up to read only.',
  },
  write: {
    flag: 'write',
    kind: 'flag',
    group: 'setup',
    says: "Change the client's file without asking.",
  },
  remove: {
    flag: 'remove',
    kind: 'flag',
    group: 'setup',
    says: "Take the server out of the client's file again.",
  },
  print: {
    flag: 'print',
    kind: 'flag',
    group: 'setup',
    says: 'Only print what belongs into the file; nothing is read or changed.',
  },
  open: {
    flag: 'open',
    kind: 'flag',
    group: 'setup',
    says: 'Open the page on which a token is made in the browser.',
  },
} as const satisfies Record<string, Option>;
