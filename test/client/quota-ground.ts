// A client whose server enforces the request limits, on a clock that jumps: the ground of the tests about the quota.
import { afterEach } from 'vitest';
import type { ClientLimits } from '../../src/client/limits.ts';
import { createQuota, type Quota } from '../../src/client/quota/quota.ts';
import { ratesOf } from '../../src/client/quota/rates.ts';
import { createMemoryTally } from '../../src/client/quota/tally.ts';
import type { Transport } from '../../src/client/wire/transport.ts';
import type { Clock } from '../../src/ports.ts';
import { type Arrived, type Fault, startFaultServer } from './fault-server.ts';
import { createKit, type Kit } from './kit.ts';
import { createLimitingServer, type LimitingServer } from './limiting-server.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A transport in this process for a fault server's script, for runs of thousands of calls. */
const inProcess = (script: (arrived: Arrived) => Fault): Transport => {
  let number = 0;
  return {
    exchange: async ({ method, url, headers, body }) => {
      number += 1;
      const fault = script({
        method,
        path: url.pathname,
        query: url.searchParams,
        headers,
        body: body ?? '',
        connection: 1,
        number,
      });
      if (fault.do !== 'answer') throw new Error('only answers here');
      return { status: fault.status, headers: fault.headers, body: fault.body };
    },
    close: async () => undefined,
  };
};

export interface Ground extends Kit {
  readonly server: LimitingServer;
  readonly quota: Quota;
}

export const onLimits = async (
  own: {
    readonly limits?: Partial<ClientLimits>;
    readonly sockets?: boolean;
    readonly longestQueue?: number;
    readonly server?: readonly [
      perHour: number,
      perMinute: number,
      narrow?: Parameters<typeof createLimitingServer>[3],
    ];
  } = {},
): Promise<Ground> => {
  let clock: Clock | undefined;
  const now = (): Clock => {
    if (!clock) throw new Error('the clock is not there yet');
    return clock;
  };
  const server = createLimitingServer(now, own.server?.[0], own.server?.[1], own.server?.[2]);
  const lazy: Clock = {
    now: () => now().now(),
    sleep: (milliseconds, signal) => now().sleep(milliseconds, signal),
  };
  const quota = createQuota({
    tally: createMemoryTally(lazy, ratesOf()),
    clock: lazy,
    ...(own.longestQueue !== undefined && { longestQueue: own.longestQueue }),
  });
  const real = own.sockets ? await startFaultServer(server.script) : undefined;
  if (real) opened.push(real.close);
  const kit = createKit(real ?? { transport: inProcess(server.script) }, {
    quota,
    ...(own.limits && { limits: own.limits }),
  });
  clock = kit.clock;
  opened.push(kit.close);
  return { ...kit, server, quota };
};
