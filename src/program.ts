// Puts the parts together once, from the settings: transport, quota, accounts, the road of every call.
import type { ToolBox } from '../tools/tool-box.ts';
import { type Accounts, createAccounts } from './account/accounts.ts';
import { type Asking, createAsking } from './asking.ts';
import { brakeOf } from './brake/brake-of.ts';
import type { Budget } from './budget/budget.ts';
import type { OpenBudgetOptions } from './budget/open-budget.ts';
import type { ClientEvent } from './client/parts.ts';
import type { Transport } from './client/wire/transport.ts';
import type { Environment } from './configuration/command-line.ts';
import type { Settings } from './configuration/settings.ts';
import type { TokenSource } from './configuration/token.ts';
import { UsageError } from './configuration/usage-error.ts';
import { createLog, type Log } from './log.ts';
import { createMenu } from './menu/create-menu.ts';
import { type PolicyOfAll, policyOfAll } from './policy-of-all.ts';
import type { Clock, Random } from './ports.ts';
import { Processor } from './processor/processor.ts';
import type { Keeper } from './record/recorder.ts';
import { isRecorded } from './record/whether.ts';
import { connectRedis, type RedisConnection } from './redis/redis-connection.ts';
import { type Caller, createCaller } from './road/caller.ts';
import type { Keeping } from './road/keep/keeping.ts';
import { createRecorder, type ObserveCall } from './road/recorder.ts';
import type { Undoing } from './road/stages.ts';
import { FolderRefused } from './secrets/folder-refused.ts';
import type { Secrets } from './secrets/secrets.ts';
import type { ServerParts } from './server/mcp-server.ts';
import { createState, type State } from './state/state.ts';
import { systemClock, systemRandom } from './system.ts';
import { createTransport } from './transport.ts';
import type { KeepingParts } from './undo/keepings.ts';
import type { UndoParts } from './undo/open.ts';
import { version } from './version.ts';

/** The program's parts, made once and handed down. */
export interface Program {
  readonly log: Log;
  readonly accounts: Accounts;
  /** Shared by everybody who works in this process. */
  readonly processor: Processor;
  /** Shared between replicas; undefined when each works for itself. */
  readonly redis: RedisConnection | undefined;
  /** What is kept between starts, and the keys that seal it. */
  readonly state: State;
  /** Whether calls are put on record. */
  readonly isRecorded: boolean;
  /** What is wrong with the record now, in words without names or paths; null when nothing is. */
  readonly recordConcern: () => string | null;
  readonly serverParts: Omit<ServerParts, 'listChanged'>;
  /** How people are asked by a server with a door of its own for their answers; `serverParts` knows none. */
  readonly asking: Asking;
  /**
   * The caller for the token that the owner configured.
   * @throws {UsageError} when there is no token and no simulation.
   */
  localCaller(): Caller;
  /**
   * The same caller, held to what --policy says of whoever calls.
   * @throws {UsageError} besides, when the file cannot be used.
   */
  ownCaller(): Promise<Caller>;
  /**
   * What --policy says of whoever calls; for callers that are no agents of it.
   * @throws {UsageError} when the file cannot be used.
   */
  policyOfAll(): Promise<PolicyOfAll>;
  /**
   * Looks, before anything is served, at what serving needs.
   * @throws {UsageError} when it cannot be used.
   */
  checkPlaces(): Promise<void>;
  /** Loads what the first request to DigitalOcean would wait for; sends nothing. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** What the program tells whoever made it. */
export interface ProgramEvents {
  /** The grant of the configured token became known, or changed. */
  readonly grantChanged?: (() => void) | undefined;
  readonly call?: ObserveCall | undefined;
  readonly client?: ((event: ClientEvent) => void) | undefined;
  /** Redis was lost (true) or is back (false). */
  readonly degraded?: ((isDegraded: boolean) => void) | undefined;
}

/** What the program is made with instead of the machine's own. */
export interface ProgramOverrides {
  readonly transport?: Transport | undefined;
  readonly clock?: Clock | undefined;
  readonly random?: Random | undefined;
  readonly log?: Log | undefined;
  readonly environment?: Environment | undefined;
  readonly events?: ProgramEvents | undefined;
}

const sandboxToken = 'sandbox';

/** The token source in force: the configured one, or the simulation's own token that holds everything. */
const tokenSource = (settings: Settings): TokenSource => {
  if (settings.token) return settings.token;
  if (settings.sandbox) return { from: 'the simulation', read: () => sandboxToken };
  throw new UsageError(
    'There is no DigitalOcean token. Set DIGITALOCEAN_TOKEN (or use --token-file), or try everything on the built-in simulation with --sandbox.',
  );
};

/** What writes credentials, read and made when the first call or the start wants it: most starts never do. */
const secretsIn = (folder: string, clock: Clock): (() => Promise<Secrets>) => {
  let made: Promise<Secrets> | undefined;
  return () => {
    made ??= import('./secrets/secrets.ts').then(({ createSecrets }) =>
      createSecrets(folder, clock),
    );
    return made;
  };
};

/** What remembers snapshots, read with the first call that takes one. */
const keepingOf = (parts: KeepingParts) => {
  let opened: Promise<Keeping> | undefined;
  return (): Promise<Keeping> => {
    opened ??= import('./undo/keepings.ts').then(({ openKeeping }) => openKeeping(parts));
    return opened;
  };
};

/** What keeps former states, read with the first change: most calls are reads. */
const undoing = (parts: Pick<UndoParts, 'state' | 'redis' | 'clock' | 'log'>) => {
  let opened: Promise<Undoing> | undefined;
  return (): Promise<Undoing> => {
    opened ??= import('./undo/open.ts').then(({ openUndoing }) => openUndoing(parts));
    return opened;
  };
};

/** Where is counted what is spent, read and made when the first call of somebody with a budget wants it. */
const budgetOf = (options: OpenBudgetOptions): (() => Promise<Budget>) => {
  let opened: Promise<Budget> | undefined;
  return () => {
    opened ??= import('./budget/open-budget.ts').then(({ openBudget }) => openBudget(options));
    return opened;
  };
};

/** @throws {UsageError} when credentials cannot be written where they shall be. */
const checkFolder = async (secrets: () => Promise<Secrets>): Promise<void> => {
  try {
    (await secrets()).check();
  } catch (error) {
    if (error instanceof FolderRefused) throw new UsageError(`--secrets-dir: ${error.message}.`);
    throw error;
  }
};

/** Nobody could verify what is signed with a key that ends with this process. */
const unsignable = (trouble: string | null): UsageError =>
  new UsageError(
    `--approval-webhook signs what it tells, with a key that its receiver has to know, and none can be kept. ${trouble ?? ''} Or give a key with DO_MCP_STATE_KEY.`,
  );

/** Makes the parts; nothing is sent or opened before it is needed. */
export const createProgram = (
  settings: Settings,
  box: ToolBox,
  overrides: ProgramOverrides = {},
): Program => {
  const {
    clock = systemClock,
    random = systemRandom,
    environment = process.env,
    events = {},
  } = overrides;
  const log = overrides.log ?? createLog(settings.logLevel);
  const transport = overrides.transport ?? createTransport(settings, clock, environment);
  const redis =
    settings.redisUrl === null ? undefined : connectRedis({ url: settings.redisUrl, clock });
  const processor = new Processor();
  const secrets = settings.secretsDir === null ? undefined : secretsIn(settings.secretsDir, clock);
  const state = createState({ folder: settings.stateDir, key: settings.stateKey });
  const asking = createAsking({ settings, state, redis, clock, log, environment });
  const budget = budgetOf({ state, redis, clock });
  const record = isRecorded(settings, overrides.transport !== undefined);
  const openUndo = undoing({ state, redis, clock, log });
  let keeper: Keeper | undefined;
  const keep = async (): Promise<Keeper> => {
    const { openRecord } = await import('./record/open.ts');
    keeper = openRecord({ settings, state, clock, log });
    return keeper;
  };
  const accounts = createAccounts({
    settings,
    transport,
    processor,
    log,
    clock,
    random,
    redis,
    observe: events.client,
    degraded: events.degraded,
  });
  const localCaller = (): Caller =>
    createCaller(
      'local',
      accounts.ofSource(tokenSource(settings), events.grantChanged),
      settings.selection,
    );
  const policy = (): Promise<PolicyOfAll> =>
    policyOfAll({
      path: settings.policyFile,
      toolNames: box.names,
      clock,
      log,
      redis,
      changed: events.grantChanged,
    });
  return {
    log,
    accounts,
    processor,
    redis,
    state,
    isRecorded: record,
    recordConcern: () => (keeper?.isFailing ? 'calls cannot be recorded' : null),
    asking,
    serverParts: {
      identity: { name: 'digitalocean-scoped-mcp', version },
      menu: createMenu(box, settings.mode),
      formKey: () => state.keyFor('forms'),
      road: {
        box,
        confirm: settings.confirm,
        confirmAbove: settings.confirmAbove,
        ...asking.over(() => null),
        recorder: createRecorder(log, events.call, record ? keep : undefined),
        secrets,
        undoing: record ? openUndo : undefined,
        keeping: keepingOf({ state, redis, clock, isPassing: !record }),
        brake: brakeOf(settings.stateDir, redis),
        budget,
        log,
        clock,
      },
    },
    localCaller,
    ownCaller: async () => (await policy()).hold(localCaller()),
    policyOfAll: policy,
    checkPlaces: async () => {
      if (secrets && !settings.selection.readOnly) await checkFolder(secrets);
      if (settings.approvalWebhook && !state.isShared) throw unsignable(state.trouble);
    },
    prepare: async () => transport.prepare?.(),
    close: async () => {
      await asking.close();
      await redis?.close();
      await transport.close();
      keeper?.close();
      await log.flush();
    },
  };
};
