// Agents with a budget on a simulated account that outlives them: over stdio's own policy, as their owner would set it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createFetchTransport } from '../../src/client/wire/fetch-transport.ts';
import type { Fault } from '../../src/simulation/faults/faults.ts';
import { createSimulation } from '../../src/simulation/simulation.ts';
import { type AgentOptions, connectAgent, type Reply } from '../agent.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { createManualClock } from '../manual-clock.ts';
import { newStateFolder } from '../new-state-folder.ts';

/** A simulated account. */
export const newAccount = () => {
  const clock = createManualClock();
  const simulation = createSimulation({ clock, limits: 'off', speed: 'instant' });
  const requests: string[] = [];
  let dying: { readonly when: string; readonly died: () => void } | undefined;
  const elsewhere = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await simulation.fetch(
      new Request(`https://api.digitalocean.com/v2/${path}`, {
        method,
        headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    if (!response.ok) throw new Error(`${path} was refused: ${await response.text()}`);
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  };
  return {
    clock,
    requests,
    elsewhere,
    fault: (fault: Fault) => simulation.faults.add(fault),
    noFaults: () => simulation.faults.clear(),
    /**
     * Whoever sends the next change hears nothing any more, as if its process had died.
     * @returns resolves when that was sent, or would have been.
     */
    die: (when: 'before_sending' | 'after_sending'): Promise<void> =>
      new Promise((died) => {
        dying = { when, died };
      }),
    transport: createFetchTransport(async (request) => {
      const now = request.method === 'GET' ? undefined : dying;
      if (now) dying = undefined;
      if (now?.when !== 'before_sending') {
        requests.push(`${request.method} ${new URL(request.url).pathname}`);
        const response = await simulation.fetch(request);
        if (!now) return response;
      }
      now.died();
      return new Promise(() => {});
    }),
  };
};

/** A simulated account. */
export type Account = ReturnType<typeof newAccount>;

/** How an agent is connected. */
export interface SpenderOptions {
  /** The policy beside its version. */
  readonly policy?: Readonly<Record<string, unknown>>;
  readonly account?: Account;
  readonly stateFolder?: string;
  readonly argv?: readonly string[];
  readonly show?: AgentOptions['show'];
}

/** Everything is allowed and nobody is asked. */
export const free = { rules: [{ decision: 'allow' }] };

/** Connects an agent that an owner has set a budget. */
export const connectSpender = async ({
  policy = {},
  account = newAccount(),
  stateFolder = newStateFolder(),
  argv = [],
  show,
}: SpenderOptions) => {
  const path = join(temporaryFolder(), 'policy.json');
  const write = (content: Readonly<Record<string, unknown>>): void =>
    writeFileSync(path, JSON.stringify({ version: 1, ...content }));
  write(policy);
  const agent = await connectAgent({
    over: 'stdio',
    argv: ['--sandbox', '--mode', 'tools', '--areas', 'all', '--policy', path, ...argv],
    environment: { DO_MCP_STATE_DIR: stateFolder },
    clock: account.clock,
    transport: account.transport,
    ...(show && { show }),
  });
  onTestFinished(() => agent.close());
  return {
    ...account,
    account,
    stateFolder,
    program: agent.program,
    call: (tool: string, given?: Record<string, unknown>): Promise<Reply> =>
      agent.call(tool, given),
    /** What is left, in dollars a month. */
    left: async (): Promise<unknown> => {
      const { answer } = await agent.call('account_inventory', { kinds: ['add-on'] });
      const { whole_server: all } = answer['budget'] as { whole_server: Record<string, unknown> };
      return all['left_monthly_usd'];
    },
    /** The owner writes another policy. */
    change: async (now: Readonly<Record<string, unknown>>): Promise<void> => {
      write(now);
      await account.clock.advance(1_000);
    },
    close: () => agent.close(),
  };
};

/** Arguments of a Droplet that costs $6 a month. */
export const droplet = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  region: 'fra1',
  size: 's-1vcpu-1gb',
  image: 'debian-12-x64',
  ...more,
});

/** The code of an error, or `done`. */
export const outcomeOf = (reply: Reply): string =>
  reply.isError ? String((reply.answer['error'] as { code: unknown }).code) : 'done';
