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

const token = {
  title: 'Token in hand',
  none: 'This server holds no token: with --auth token each request brings its own. Use the planner to see which scopes a job needs.',
  holder: 'Token of',
  kinds: {
    known: 'Known',
    unknown: 'Scopes unknown: reading only',
    invalid: 'Not accepted by DigitalOcean',
  },
  grants: 'Grants',
  sources: { digitalocean: 'told by DigitalOcean', declared: 'as declared' },
  expires: 'Expires',
  neverExpires: 'never, or nobody said',
  expired: (days: number): string => `${count(days, 'day', 'days')} ago`,
  expiresIn: (days: number): string =>
    days < 1 ? 'within a day' : `in ${count(Math.floor(days), 'day', 'days')}`,
  usable: 'Usable',
  usableOf: (usable: number, served: number): string => `${usable} of ${served} tools`,
  rights: 'Rights by resource',
  rightsSay:
    'Every right that a token can have, as the form of DigitalOcean groups them, and how many tools of this server need it.',
  states: { held: 'held', covered: 'covered by an account-wide scope', missing: 'missing' },
  show: 'Show',
  shows: {
    all: 'all rights',
    missing: 'missing, though tools here need them',
    unused: 'held, though nothing here needs them',
  },
  nothing: 'There is nothing of the kind.',
  tools: (number: number): string =>
    number === 0 ? 'no tool needs it' : count(number, 'tool needs it', 'tools need it'),
  unknownScopes: 'Scopes that this program does not know',
  compare: 'Beside another token',
  compareSays:
    'Paste the scopes of another token, as DigitalOcean lists them. Never paste the token itself.',
  scopes: 'Scopes of the other token',
  compareNow: 'Compare',
  onlyThis: 'Only this token has',
  onlyOther: 'Only the other has',
  both: 'Both have',
  unknown: 'No scopes',
  toolsOnlyThis: 'Only with this token',
  toolsOnlyOther: 'Only with the other',
  scopesCount: (number: number): string => count(number, 'scope', 'scopes'),
  toolsCount: (number: number): string => count(number, 'tool', 'tools'),
  nothingHere: 'none',
} as const;

const planner = {
  title: 'Least-privilege planner',
  says: 'Say what an agent shall do; the least scopes grow beside it.',
  job: 'A job in words',
  jobHint: 'for example: manage dns and restart web servers',
  understood: 'Understood as',
  nothingFound: 'nothing was found',
  foundNothing:
    'No tool is meant by this. Say what is done with which thing, such as: restart droplets.',
  unmatched: (words: readonly string[]): string => `no tool knows ${words.join(', ')}`,
  areas: 'Areas',
  area: 'Area',
  look: 'look',
  change: 'change',
  tools: 'Single tools',
  addTool: 'Add a tool by name',
  add: 'Add',
  remove: (name: string): string => `Remove ${name}`,
  unknownTool: 'There is no tool of this name.',
  empty: 'Nothing is chosen yet. Write a job, tick areas or add tools.',
  boxes: (number: number, tools: number): string =>
    `${count(number, 'box', 'boxes')} to tick for ${count(tools, 'tool', 'tools')}`,
  readOnly: 'reading only',
  form: "Boxes on DigitalOcean's form",
  formSays: 'What comes along is ticked by the form itself.',
  openForm: 'Open the form',
  comesWith: (scopes: readonly string[]): string => `comes along with ${scopes.join(', ')}`,
  neededFor: (names: readonly string[]): string =>
    names.length > 4
      ? `for ${names.slice(0, 3).join(', ')} and ${names.length - 3} more`
      : `for ${names.join(', ')}`,
  optional: 'Only for some arguments',
  optionalSays: 'Leave out what is not wanted.',
  copyChecklist: 'Copy the checklist',
  copyScopes: 'Copy the scopes',
  client: 'For the client',
  configuration: 'Client configuration',
  policy: 'Policy',
  policySays: 'Holds whoever calls to exactly these tools, whatever the token may do.',
  clear: 'Start anew',
} as const;

const approvals = {
  title: 'Approvals',
  titleWith: (open: number): string => (open === 0 ? 'Approvals' : `(${open}) Approvals`),
  waiting: (open: number): string =>
    open === 0
      ? 'Nothing waits for an answer.'
      : `${count(open, 'call waits', 'calls wait')} for an answer`,
  live: 'live',
  reconnecting: 'The connection was lost; it is tried again.',
  notify: 'Notify me',
  notified: 'Notifications are on',
  newQuestion: (agent: string, tool: string): string => `${agent} wants to call ${tool}`,
  asks: (agent: string): string => `asked by ${agent}`,
  since: (time: string, until: string): string => `since ${time}, until ${until}`,
  effects: { read: 'reads', write: 'changes', destroy: 'destroys' },
  typeName: (name: string): string => `To approve type: ${name}`,
  reason: 'Reason (the agent reads it)',
  approve: 'Approve',
  deny: 'Deny',
  mayNotAnswer: 'Your role is look: you may see what waits, and not answer.',
  noConsole: 'The owner of this server lets nobody answer this in the console.',
  earlier: 'Earlier',
  noneEarlier: 'Nothing was answered in the last hours.',
  answered: (approves: boolean, by: string | null, door: string): string =>
    `${approves ? 'approved' : 'denied'} by ${by ?? 'somebody'} (${door})`,
  standings: { open: 'waits', approved: 'approved', denied: 'denied', spent: 'used', over: 'over' },
  leftOut: (number: number): string => `${count(number, 'more', 'more')} not shown`,
} as const;

const record = {
  title: 'Record',
  shown: (calls: number, hasMore: boolean): string =>
    `${count(calls, 'call', 'calls')}${hasMore ? ', and older ones' : ''}`,
  thisReplica: 'This is the record of this replica; others keep their own.',
  columns: {
    time: 'Time',
    tool: 'Tool',
    agent: 'Agent',
    effect: 'Effect',
    outcome: 'Outcome',
    ms: 'Took',
  },
  effects: { read: 'reads', write: 'changes', destroy: 'destroys' },
  outcomes: {
    ok: 'done',
    failed: 'failed',
    refused: 'not sent',
    dry_run: 'dry run',
    open: 'no end yet',
  },
  any: 'any',
  since: 'Since',
  sinceOf: (time: string): string =>
    time === '' ? 'ever' : /^\d+[smhd]$/.test(time) ? `${time} ago` : time,
  milliseconds: (number: number): string => `${number.toLocaleString('en')} ms`,
  nothing: 'Nothing of the kind is on record.',
  none: {
    not_kept: (isSimulation: boolean): string =>
      isSimulation
        ? 'No record is kept: on the simulation calls are recorded only where --audit names a file.'
        : 'No record is kept: the owner of this server turned it off with --audit off.',
    device: (): string =>
      'The record goes to a device or to another program, from which nothing can be read again.',
  },
  older: 'Show older calls',
  full: 'So many calls are not shown further back. Filter by agent, tool or time.',
  of: (id: string): string => `Call ${id}`,
  id: 'Id',
  arguments: 'Arguments',
  redacted: 'As recorded: without what is secret, and cut where it is long.',
  undo: 'Put it back',
  undoSays: 'On the machine of the server; it shows first what it would do, and asks.',
  fields: {
    at: 'Begun',
    ended: 'Ended',
    through: 'Through',
    request_id: 'Request id',
    ms: 'Milliseconds',
    may_have_happened: 'May have happened',
  },
  verify: 'Verify',
  verdicts: {
    too_large: 'The record is too large to be verified here. On its machine: do-mcp audit verify',
    nothing: 'There is no record to be verified.',
  },
  whole: (files: number, lines: number): string =>
    `The record is whole: ${count(files, 'file', 'files')}, ${count(lines, 'line', 'lines')}.`,
  touched: (files: number, lines: number): string =>
    `The record was touched: ${count(files, 'file', 'files')}, ${count(lines, 'line', 'lines')}.`,
  openChanges: (number: number): string =>
    `${count(number, 'change has', 'changes have')} no end yet.`,
  findingIn: (file: string, line: number | null): string =>
    line === null ? file : `${file}, line ${line}`,
  saveAs: (format: string): string => `Save as ${format}`,
  saved: (lines: number, isCut: boolean): string =>
    `Saved: ${isCut ? 'the newest ' : ''}${count(lines, 'line', 'lines')} by agent, tool and time${isCut ? '. All of it: do-mcp audit export' : ''}.`,
} as const;

/** The words. */
export const words = {
  ...shell,
  pages: {
    map: { title: 'Permission map' },
    token: { title: 'Token' },
    planner: { title: 'Planner' },
    approvals: { title: 'Approvals' },
    record: { title: 'Record' },
  },
  map,
  token,
  planner,
  approvals,
  record,
} as const;
