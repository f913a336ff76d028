// Puts the client together: one road for every call to DigitalOcean's API through one token.
import type { Log } from '../log.ts';
import type { Clock, Random } from '../ports.ts';
import { Processor } from '../processor/processor.ts';
import { createJustCreated } from './attempts/just-created.ts';
import { createRoad } from './attempts/road.ts';
import type { Bearer } from './bearer.ts';
import type { ApiClient } from './client.ts';
import { type ClientLimits, defaultLimits } from './limits.ts';
import type { CursorSeals } from './lists/cursor.ts';
import type { LogTextLimits } from './log-text.ts';
import { createMemory, type Memory } from './memory/memory.ts';
import type { ClientEvent, ClientParts } from './parts.ts';
import type { Quota } from './quota/quota.ts';
import { createVeil } from './wire/token-veil.ts';
import type { Transport } from './wire/transport.ts';

/** What a client is made of. */
export interface ApiClientOptions {
  readonly transport: Transport;
  readonly bearer: Bearer;
  /** The API's base: origin and, behind a gateway, a path before `/v2`. The only host that is sent the token. */
  readonly apiUrl: URL | string;
  readonly clock: Clock;
  readonly random: Random;
  readonly quota: Quota;
  readonly userAgent: string;
  readonly limits?: Partial<ClientLimits>;
  /** What all clients of this process may hold together; default: memory of its own. */
  readonly memory?: Memory;
  /** What all clients of this process work with; default: one of its own. */
  readonly processor?: Processor;
  readonly logText?: Partial<LogTextLimits>;
  readonly log?: Pick<Log, 'debug' | 'warn'>;
  /** Told about every attempt and wait, for metrics. */
  readonly observe?: (event: ClientEvent) => void;
}

/** The full address of a path below the base; a path can never lead to another host. */
const addressUnder = (base: URL) => {
  const prefix = `${base.origin}${base.pathname.replace(/\/+$/, '')}`;
  return (path: string, query: readonly (readonly [string, string])[]): URL => {
    if (!path.startsWith('/') || path.startsWith('//'))
      throw new TypeError('a request path must start with one slash');
    const url = new URL(`${prefix}${path}`);
    for (const [name, value] of query) url.searchParams.append(name, value);
    return url;
  };
};

/**
 * DigitalOcean's API through one token. Every method throws an `ApiFailure` when it cannot answer; the token is in
 * no failure and no log line. Closing the transport is its owner's business.
 */
export const createApiClient = (options: ApiClientOptions): ApiClient => {
  const base = new URL(options.apiUrl);
  const parts: ClientParts = {
    transport: options.transport,
    bearer: options.bearer,
    veil: createVeil(() => options.bearer.tokens()),
    userAgent: options.userAgent,
    clock: options.clock,
    random: options.random,
    quota: options.quota,
    sleep: (milliseconds, { signal, sleeping }) => {
      const nap = (): Promise<void> => options.clock.sleep(milliseconds, signal);
      return sleeping ? sleeping(nap) : nap();
    },
    limits: { ...defaultLimits, ...options.limits },
    memory: options.memory ?? createMemory(),
    processor: options.processor ?? new Processor(),
    log: options.log,
    observe: options.observe ?? (() => undefined),
    origin: base.origin,
    address: addressUnder(base),
  };
  const send = createRoad(parts, createJustCreated());
  let seals: CursorSeals | undefined;
  // Loaded with their first use, like the cryptography of cursors, so that no start waits for them.
  return {
    send,
    list: async (call, bounds, context) => {
      const [{ collectList }, { createCursorSeals }] = await Promise.all([
        import('./lists/list.ts'),
        import('./lists/cursor.ts'),
      ]);
      seals ??= createCursorSeals(() => options.bearer.tokens());
      return collectList(call, bounds, context, send, parts, seals);
    },
    watch: async (call, first, seconds, context) => {
      const { watchWork } = await import('./watching/watch.ts');
      return watchWork(call, first, seconds, context, send, parts);
    },
    text: async (_call, address, context) => {
      const { fetchLogText } = await import('./log-text.ts');
      return fetchLogText(address, context, parts, options.logText ?? {});
    },
  };
};
