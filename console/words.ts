// Every word of the console's own, in English; a translation is another file of this shape.

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

const shell = {
  brand: 'do-mcp',
  navigation: 'Pages',
  skip: 'Skip to content',
  simulation: 'simulation',
  simulationMeans: 'Nothing here is real or billed.',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  signedInAs: (name: string, role: string): string => `${name} · ${role}`,
  signIn: 'Sign in',
  signOut: 'Sign out',
  signInTitle: 'Sign in to the console',
  signInWhy:
    'The console shows what agents may do and did on this server. It is for its operators.',
  operatorKey: "Operator's key",
  keyHelp: 'The owner of this server makes one on its machine with',
  waiting: 'One moment …',
  again: 'Try again',
  unreachable: 'The server cannot be reached. Is it still running?',
  failedWith: (status: number): string => `The server answered with status ${status}.`,
  pageNotLoaded:
    'This page could not be loaded as the server describes it. It may have been updated: load the page again.',
  noSuchPage: 'There is no such page.',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser does not let this page copy. Select the text instead.',
} as const;

const map = {
  title: 'Permission map',
  search: 'Search paths, words and wishes',
  searchHint: 'for example: resize a droplet, /v2/apps, domain:update',
  filters: 'Filters',
  filtersSet: (number: number): string => `Filters (${number})`,
  clear: 'Clear all',
  shown: (shown: number, all: number): string =>
    shown === all ? count(all, 'endpoint', 'endpoints') : `${shown} of ${all} endpoints`,
  holder: 'As seen by',
  noHolder: 'Each request brings its own token, so this server cannot tell what is granted.',
  grant: (grant: string): string => grant,
  permissionFilter: 'Permission',
  permissionHint: 'a scope, or what it begins with',
  facets: {
    standing: 'Standing',
    effect: 'Effect',
    access: 'Access',
    method: 'Method',
    cost: 'Cost',
    area: 'Area',
  },
  standings: { granted: 'granted', missing: 'missing', hidden: 'hidden' },
  standingMeans: {
    granted: 'The token may use it.',
    missing: 'The token lacks a scope.',
    hidden: 'Kept out by the owner, a policy, or for safety.',
  },
  effects: { read: 'reads', write: 'changes', destroy: 'destroys' },
  accesses: { read: 'read', write: 'write' },
  costs: {
    none: 'no cost',
    starts: 'starts a bill',
    raises: 'raises the bill',
    stops: 'ends a bill',
  },
  gives: { credential: 'gives a credential', shell: 'opens a shell' },
  deprecated: 'given up',
  columns: {
    method: 'Method',
    endpoint: 'Endpoint',
    effect: 'Effect',
    permission: 'Permission',
    standing: 'Standing',
  },
  methods: (number: number): string => count(number, 'method', 'methods'),
  found: 'Found, the best first',
  anyToken: 'any valid token',
  or: 'or',
  and: 'and',
  sometimes: 'for some arguments',
  nothing: 'Nothing is like this. Fewer filters or other words may help.',
  dependsOn: (names: readonly string[]): string => `depends on ${names.join(', ')}`,
  details: {
    of: (name: string): string => `Details of ${name}`,
    permission: 'Permission',
    oneOf: 'Any one of these is enough:',
    brings: 'brings along',
    coveredBy: 'Also covered by the account-wide scopes of older tokens:',
    conditional: 'Only for some arguments',
    when: 'when',
    needs: 'needs',
    standing: 'For this token',
    actsOn: 'Acts on',
    wholeAccount: 'the account as a whole',
    version: 'API version',
    limits: 'Rate limits',
    webhook: 'Webhook',
    noWebhook: 'none: DigitalOcean calls nobody back',
    cost: 'Cost',
    gives: 'Gives away',
    givesFields: (kind: 'credential' | 'shell', fields: readonly string[]): string =>
      `${kind === 'shell' ? 'access to a shell' : 'a credential'}, in ${fields.join(', ')}`,
    destroys: 'What it destroys',
    fates: {
      destroyed: 'destroyed with it',
      stays: 'stays',
      loses: 'loses it',
      keeps_costing: 'stays and goes on costing',
    },
    losesData: {
      always: 'Stored data is gone for good.',
      sometimes: 'With some arguments stored data is gone for good.',
      never: '',
    },
    lifeCycle: 'Life cycle',
    lasts: (what: string, seconds: number): string =>
      `The ${what} usually takes ${seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`}.`,
    ends: (done: readonly string[], failed: readonly string[]): string =>
      [
        done.length > 0 ? `Done: ${done.join(', ')}.` : '',
        failed.length > 0 ? `Failed: ${failed.join(', ')}.` : '',
      ].join(' '),
    tool: 'Tool',
    formerNames: 'Former names',
    example: 'Example call',
    schema: 'Arguments',
    required: 'required',
    noArguments: 'It takes no arguments.',
    wholeSchema: 'The whole schema',
    insteadUse: 'DigitalOcean has given it up',
    link: "DigitalOcean's page about it",
    plan: 'Plan a token for it',
  },
} as const;

/** The words. */
export const words = {
  ...shell,
  pages: {
    map: { title: 'Permission map' },
  },
  map,
} as const;
