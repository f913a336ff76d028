// The simulated DigitalOcean's face: one web-standard fetch handler with state.
import type { Clock } from '../ports.ts';
import { areaRoutes, areas } from './areas/areas.ts';
import { createGeneric } from './behaviours/generic.ts';
import type { GenericEndpoint } from './behaviours/replies.ts';
import { createControl } from './exchange/control.ts';
import {
  createReception,
  LostAnswer,
  type PlainReply,
  type PlainRequest,
} from './exchange/reception.ts';
import { createRouter } from './exchange/router.ts';
import { createFaults, type Fault } from './faults/faults.ts';
import { defaultAccount } from './seed/default-account.ts';
import { seedAccount } from './seed/seed-account.ts';
import { createIdentity } from './token/holder.ts';
import { type Allowance, createLimits, usualAllowance } from './token/limits.ts';
import { createIds } from './world/ids.ts';
import { createPace } from './world/pace.ts';
import { createWorld } from './world/world.ts';

/** How a simulation is made. */
export interface SimulationOptions {
  readonly clock: Clock;
  /** Same seed, same ids. */
  readonly seed?: number;
  /** How much faster than life work finishes, or `instant`. Default 1. */
  readonly speed?: number | 'instant';
  /** A starting account read from JSON; absent: the built-in small account. */
  readonly seedData?: unknown;
  /** Further tokens and their scopes, besides `sandbox` and `sandbox:<scopes>`. */
  readonly tokens?: Readonly<Record<string, readonly string[]>>;
  /** Requests allowed per token. Default: DigitalOcean's 5,000 an hour and 250 a minute; `off` refuses none. */
  readonly limits?: Allowance | 'off';
  /** Endpoints that follow the behaviour their entry names where no area answers them. Default: the whole scope map. */
  readonly endpoints?: readonly GenericEndpoint[];
}

/** A simulated DigitalOcean; answers requests to any origin, token info included. */
export interface Simulation {
  /**
   * Rejects with a `TypeError`, as a broken connection does, where a fault loses the answer; otherwise always
   * answers.
   */
  fetch(request: Request): Promise<Response>;
  /** The same without web-standard objects, for servers. Rejects with `LostAnswer` where a fault loses the answer. */
  answer(request: PlainRequest): Promise<PlainReply>;
  /** What goes wrong, on demand. */
  readonly faults: {
    add(fault: Fault): void;
    clear(): void;
  };
}

/**
 * Makes a simulated DigitalOcean with its starting account.
 *
 * @throws Error when the starting account cannot be made, with the place in the data and the reason.
 */
export const createSimulation = (options: SimulationOptions): Simulation => {
  const seed = options.seed ?? 1;
  const { clock } = options;
  const ids = createIds(seed);
  const pace = createPace(clock, options.speed ?? 1);
  const faults = createFaults();
  const world = createWorld({ ids, pace, faults });
  const router = createRouter(areaRoutes);
  for (const { join } of areas) join?.(world);
  const startedAt = clock.now();
  seedAccount(world, router, options.seedData ?? defaultAccount, startedAt);

  const answer = createReception({
    clock,
    world,
    router,
    generic: createGeneric(router, options.endpoints),
    identity: createIdentity(options.tokens),
    limits: createLimits(options.limits === 'off' ? null : (options.limits ?? usualAllowance)),
    control: createControl(areas.flatMap(({ door }) => door ?? [])),
    requestIds: createIds(seed ^ 0x5eed),
    startedAt,
  });

  return {
    answer,
    faults: { add: faults.add, clear: faults.clear },
    fetch: async (request) => {
      const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
      try {
        const reply = await answer({
          method: request.method,
          url: new URL(request.url),
          authorization: request.headers.get('authorization'),
          contentType: request.headers.get('content-type'),
          dangerous: request.headers.get('x-dangerous'),
          body: hasBody ? await request.text() : '',
        });
        return new Response(reply.body, { status: reply.status, headers: reply.headers });
      } catch (error) {
        if (error instanceof LostAnswer) throw new TypeError('fetch failed', { cause: error });
        throw error;
      }
    },
  };
};
