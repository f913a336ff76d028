// Callers who take every place: of calls, of connections, of sessions.
import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { type Answer, exchange, manyConnections, post, toolCall } from '../calls.ts';
import { tokenOf } from '../tokens.ts';
import { type Attack, type Outcome, summary, times } from './attack.ts';

/** A call that changes something and would wait 45 seconds for it. */
const waiting = toolCall('droplet_actions_post', {
  droplet_id: 1,
  type: 'power_off',
  wait_seconds: 20,
});

const newcomer = async (port: number): Promise<Answer> => {
  const agent = manyConnections();
  const answer = await post(
    port,
    agent,
    tokenOf('light', 77),
    toolCall('droplets_get', { droplet_id: 1 }),
  );
  agent.destroy();
  return answer;
};

const judged = (answer: Answer, within: number): Outcome => ({
  told: `a newcomer's call: ${answer.status} after ${Math.round(answer.milliseconds)} ms`,
  ...((answer.status !== 200 ||
    answer.text.includes('"isError":true') ||
    answer.milliseconds > within) && {
    wrong: `a newcomer's call: ${answer.status} after ${Math.round(answer.milliseconds)} ms: ${answer.text.slice(0, 150)}`,
  }),
});

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const openIdle = async (port: number, count: number): Promise<readonly Socket[]> => {
  const sockets: Socket[] = [];
  for (let index = 0; index < count; index += 1) {
    // A few addresses of loopback, as if from a few machines.
    const socket = connect({ host: '127.0.0.1', port, localAddress: `127.0.0.${2 + (index % 4)}` });
    socket.on('error', () => undefined);
    sockets.push(socket);
    if (index % 64 === 0) await pause(5);
  }
  return sockets;
};

/** Attacks on the places that callers share. */
export const places: readonly Attack[] = [
  {
    name: '17 tenants with 32 sleeping waits each',
    kind: 'places',
    run: async (port) => {
      const agent = manyConnections();
      for (let index = 0; index < 17 * 32; index += 1)
        void post(port, agent, tokenOf('endless', index % 17), waiting);
      await pause(3_000);
      const result = judged(await newcomer(port), 1_000);
      agent.destroy();
      return result;
    },
  },
  {
    name: 'a tenant with 200 slow calls',
    kind: 'places',
    run: async (port) => {
      const agent = manyConnections();
      for (let index = 0; index < 200; index += 1)
        void post(
          port,
          agent,
          tokenOf('slow'),
          toolCall('droplets_get', { droplet_id: index + 1 }),
        );
      await pause(500);
      const result = judged(await newcomer(port), 1_000);
      agent.destroy();
      return result;
    },
  },
  {
    name: 'four tenants with 64 slow calls each',
    kind: 'places',
    run: async (port) => {
      const agent = manyConnections();
      for (let index = 0; index < 256; index += 1)
        void post(
          port,
          agent,
          tokenOf('slow', index % 4),
          toolCall('droplets_get', { droplet_id: index + 1 }),
        );
      await pause(500);
      const result = judged(await newcomer(port), 1_000);
      agent.destroy();
      return result;
    },
  },
  {
    name: '4,096 idle connections from four addresses',
    kind: 'places',
    run: async (port) => {
      const sockets = await openIdle(port, 4_096);
      await pause(300);
      const agent = new Agent({ keepAlive: false });
      const health = await exchange(port, { path: '/healthz', agent, timeout: 5_000 });
      const result = judged(await newcomer(port), 1_000);
      for (const socket of sockets) socket.destroy();
      return health.status === 200
        ? result
        : {
            told: result.told,
            wrong: `/healthz answered ${health.status || 'nothing'} to a new connection`,
          };
    },
  },
  {
    name: 'sixteen tenants who open all the sessions they can',
    kind: 'places',
    run: async (port) => {
      // Each from an address of its own: one address may not hold so many connections.
      const agents = times(16, (tenant) => manyConnections(`127.0.1.${1 + tenant}`));
      const agentOf = (tenant: number): Agent => agents[tenant] ?? manyConnections();
      const hello = JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: {
          protocolVersion: '2025-11-25',
          capabilities: {},
          clientInfo: { name: 'greedy', version: '1' },
        },
      });
      const opened = await Promise.all(
        times(16 * 100, (index) =>
          post(port, agentOf(index % 16), tokenOf('light', 100 + (index % 16)), hello),
        ),
      );
      const late = await post(port, manyConnections(), tokenOf('light', 78), hello);
      for (const agent of agents) agent.destroy();
      const told = `${summary(opened)}; then a newcomer: ${late.status}${late.headers['mcp-session-id'] ? ' with a session' : ''}`;
      return late.status === 200 ? { told } : { told, wrong: `a newcomer got ${late.status}` };
    },
  },
];
