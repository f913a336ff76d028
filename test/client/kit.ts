// A client for tests: entries, calls and a transport that knows how much is under way.
import type { Endpoint, FollowUp, LifeCycle } from '../../scope-map/endpoint.ts';
import { createCarriedCredential } from '../../src/account/credential.ts';
import { type ApiClientOptions, createApiClient } from '../../src/client/api-client.ts';
import type { ApiClient, CallContext } from '../../src/client/client.ts';
import { ApiFailure } from '../../src/client/failures.ts';
import { createOpenQuota } from '../../src/client/quota/quota.ts';
import type { Transport } from '../../src/client/wire/transport.ts';
import {
  createUndiciTransport,
  type UndiciTransportOptions,
} from '../../src/client/wire/undici-transport.ts';
import { ApiCall } from '../../src/guard/permit.ts';
import { Processor } from '../../src/processor/processor.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import { buildPath } from '../../tools/request/path.ts';
import { createJumpingClock, type JumpingClock } from './jumping-clock.ts';

/** The token of the tests; it must appear nowhere but in the authorization header. */
export const token = `dop_v1_${'5ec3e7'.repeat(10)}beef`;

/** A follow-up read of any operation, also of areas that have no tools yet. */
export type TestFollowUp = Omit<FollowUp, 'operation'> & { readonly operation: string };

/** A life cycle of any area. */
export type TestLifeCycle = Omit<LifeCycle, 'poll' | 'then'> & {
  readonly poll: TestFollowUp;
  readonly then?: TestFollowUp;
};

/** An entry with everything that a test does not care about filled in. */
export const entry = (
  own: Omit<Partial<Endpoint>, 'id' | 'watch'> &
    Pick<Endpoint, 'method' | 'path' | 'reply'> & {
      readonly id: string;
      readonly watch?: TestLifeCycle;
    },
): Endpoint => {
  const made = {
    area: 'droplets',
    title: own.id,
    description: `Does ${own.id}.`,
    requires: [[]],
    effect: own.method === 'GET' ? 'read' : own.method === 'DELETE' ? 'destroy' : 'write',
    ...own,
  };
  // Areas without tools yet have operation ids that the catalogue does not know.
  return made as Endpoint;
};

/** Entries that most tests call. */
export const entries = {
  list: entry({
    id: 'droplets_list',
    method: 'GET',
    path: '/v2/droplets',
    reply: { kind: 'list', key: 'droplets', paging: { style: 'links', largest: 200 } },
  }),
  get: entry({
    id: 'droplets_get',
    method: 'GET',
    path: '/v2/droplets/{droplet_id}',
    reply: { kind: 'object', key: 'droplet' },
  }),
  create: entry({
    id: 'droplets_create',
    method: 'POST',
    path: '/v2/droplets',
    reply: { kind: 'object', key: 'droplet', many: 'droplets' },
  }),
  replace: entry({
    id: 'firewalls_update',
    method: 'PUT',
    path: '/v2/firewalls/{firewall_id}',
    reply: { kind: 'object', key: 'firewall' },
  }),
  patch: entry({
    id: 'domains_patch_record',
    method: 'PATCH',
    path: '/v2/domains/{domain_name}/records/{domain_record_id}',
    reply: { kind: 'object', key: 'domain_record' },
  }),
  remove: entry({
    id: 'droplets_destroy',
    method: 'DELETE',
    path: '/v2/droplets/{droplet_id}',
    reply: { kind: 'empty' },
  }),
  removeByTag: entry({
    id: 'droplets_destroy_byTag',
    method: 'DELETE',
    path: '/v2/droplets',
    reply: { kind: 'empty' },
    repeatable: false,
  }),
} as const;

/** A call that no judge looked at: what the client does with one is all that its tests ask. */
const unjudged = (call: Pick<ApiCall, 'endpoint' | 'arguments' | 'request'>): ApiCall =>
  Object.assign(Object.create(ApiCall.prototype), call) as ApiCall;

/** A call of an entry; its path is the entry's own unless the test gives one. */
export const callOf = (
  endpoint: Endpoint,
  own: {
    readonly arguments?: Readonly<Record<string, unknown>>;
    readonly request?: Partial<ApiRequest>;
  } = {},
): ApiCall => {
  const given = own.arguments ?? {};
  return unjudged({
    endpoint,
    arguments: given,
    request: {
      method: endpoint.method,
      path: endpoint.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
        encodeURIComponent(String(given[name] ?? 1)),
      ),
      query: [],
      ...(endpoint.method === 'POST' || endpoint.method === 'PUT' || endpoint.method === 'PATCH'
        ? { body: { name: 'x' } }
        : {}),
      ...own.request,
    },
  });
};

/** Permits for the reads of these entries that follow a call. */
export const permitsFor =
  (endpointOf: (operation: string) => Endpoint | undefined): NonNullable<CallContext['permits']> =>
  async (operation, given) => {
    const endpoint = endpointOf(operation);
    return (
      endpoint &&
      callOf(endpoint, {
        arguments: given,
        request: {
          path: buildPath(endpoint.path, given),
          query: Object.entries(given)
            .filter(([name]) => !endpoint.path.includes(`{${name}}`))
            .map(([name, value]) => [name, String(value)] as const),
          ...(endpoint.headers && { headers: endpoint.headers }),
        },
      })
    );
  };

/** A context that nobody cancels. */
export const calm: CallContext = { signal: new AbortController().signal };

/** A client with what a test needs to look at. */
export interface Kit {
  readonly api: ApiClient;
  readonly clock: JumpingClock;
  readonly transport: Transport;
  close(): Promise<void>;
}

/** A transport that counts the exchanges under way. */
export const watched = (transport: Transport): Transport & { readonly busy: () => number } => {
  let busy = 0;
  return {
    busy: () => busy,
    exchange: async (request) => {
      busy += 1;
      try {
        return await transport.exchange(request);
      } finally {
        busy -= 1;
      }
    },
    close: () => transport.close(),
  };
};

/** What a test wants to have otherwise. */
export type KitOptions = Partial<ApiClientOptions> & {
  readonly wire?: UndiciTransportOptions;
  /** Entries whose reads a caller may make after a call; default: none. */
  readonly endpointOf?: Parameters<typeof permitsFor>[0];
};

/** A client that meets a server over real sockets, or any other transport, on a clock that jumps. */
export const createKit = (
  where: { readonly url: string } | { readonly transport: Transport },
  own: KitOptions = {},
): Kit => {
  const { wire, endpointOf = () => undefined, ...options } = own;
  const transport = watched('url' in where ? createUndiciTransport(wire ?? {}) : where.transport);
  const clock = createJumpingClock(transport.busy);
  const client = createApiClient({
    transport,
    bearer: createCarriedCredential(token),
    apiUrl: 'url' in where ? where.url : 'https://api.digitalocean.com',
    clock,
    random: () => 0.5,
    quota: createOpenQuota(),
    // The clock jumps while nothing is under way, and what waits for its turn is not seen from there.
    processor: new Processor({ turn: Infinity, slice: Infinity, whileAccepting: 1 }),
    userAgent: 'do-mcp/test',
    ...options,
  });
  const api: ApiClient = {
    ...client,
    watch: (call, first, seconds, context) =>
      client.watch(call, first, seconds, { permits: permitsFor(endpointOf), ...context }),
  };
  return { api, clock, transport, close: () => transport.close() };
};

/** What a call failed with; fails the test when it did not fail with an `ApiFailure`. */
export const failureOf = async (work: Promise<unknown>): Promise<ApiFailure> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof ApiFailure) return error;
    throw error;
  }
  throw new Error('the call was expected to fail');
};
