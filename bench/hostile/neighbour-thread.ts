// A neighbour with a token of its own: small calls and health checks at a steady rhythm, and how long each took.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parentPort, workerData } from 'node:worker_threads';
import { exchange, manyConnections, post, toolCall } from './calls.ts';
import { tokenOf } from './tokens.ts';

const { port } = workerData as { readonly port: number };
const agent = manyConnections();
const token = tokenOf('light', 1);
const everyMilliseconds = 25;

interface Felt {
  readonly calls: number[];
  readonly health: number[];
  failed: number;
}

/** How late this thread itself was: on two cores it has to wait for the attackers, too. */
const own = monitorEventLoopDelay({ resolution: 5 });
own.enable();

let felt: Felt = { calls: [], health: [], failed: 0 };

const call = async (into: Felt): Promise<void> => {
  const { status, text, milliseconds } = await post(
    port,
    agent,
    token,
    toolCall('droplets_get', { droplet_id: 1 }),
  );
  if (status !== 200 || text.includes('"isError":true')) into.failed += 1;
  into.calls.push(milliseconds);
};

const look = async (into: Felt): Promise<void> => {
  const { status, milliseconds } = await exchange(port, { path: '/healthz', agent });
  if (status !== 200) into.failed += 1;
  into.health.push(milliseconds);
};

setInterval(() => {
  void call(felt);
  void look(felt);
}, everyMilliseconds);

// What was under way when the time is over is waited for by the last of them, so that a long silence counts.
parentPort?.on('message', async () => {
  const over = felt;
  felt = { calls: [], health: [], failed: 0 };
  await Promise.all([call(over), look(over)]);
  parentPort?.postMessage({ ...over, lag: own.max / 1e6 });
  own.reset();
});
