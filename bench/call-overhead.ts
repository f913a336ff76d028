// What a call through the client adds over the bare undici request: same server, same connection settings, taken in turns.
import { Worker } from 'node:worker_threads';
import { Agent, request } from 'undici';
import { loadArea } from '../scope-map/catalogue.ts';
import { createCarriedCredential } from '../src/account/credential.ts';
import { createApiClient } from '../src/client/api-client.ts';
import { createQuota } from '../src/client/quota/quota.ts';
import { ratesOf, tokenRates } from '../src/client/quota/rates.ts';
import { createMemoryTally } from '../src/client/quota/tally.ts';
import { createUndiciTransport } from '../src/client/wire/undici-transport.ts';
import { Guard } from '../src/guard/guard.ts';
import { ApiCall } from '../src/guard/permit.ts';
import { systemClock, systemRandom } from '../src/system.ts';
import { buildRequest } from '../tools/request/build-request.ts';
import { buildTool } from '../tools/tool/build-tools.ts';
import type { Row } from './row.ts';

const rounds = 3000;
const warmUp = 500;
const bar = 1.5;
const enough = 10_000_000;
const token = 'a-token-for-loopback-only';

// A reply of the size of one Droplet, from a thread of its own so that it does not share our event loop.
const server = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const body = JSON.stringify({ droplet: { id: 1, name: 'web-1', status: 'active', notes: 'x'.repeat(4000) } });
const headers = { 'content-type': 'application/json', 'content-length': body.length,
  'ratelimit-limit': '5000', 'ratelimit-remaining': '4999', 'ratelimit-reset': '1900000000', 'x-request-id': 'r' };
createServer((request, response) => {
  request.resume();
  response.writeHead(200, headers);
  response.end(body);
}).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });
`;

/** Everything is allowed here: what is measured is the client. */
const permitFor = async (id: number): Promise<ApiCall> => {
  const [endpoint] = (await loadArea('droplets')).filter((one) => one.id === 'droplets_get');
  if (!endpoint) throw new Error('the catalogue has no droplets_get');
  const tool = buildTool(endpoint);
  const given = { droplet_id: id };
  const guard = new Guard(
    {
      areas: new Set(['droplets']),
      areasNamed: false,
      named: new Set(),
      added: new Set(),
      leftOut: new Set(),
      readOnly: false,
      allowSecrets: false,
    },
    { kind: 'known', scopes: new Set(['api:read']), source: 'declared', expiresAt: null },
  );
  const question = { tool, given, request: buildRequest(tool, given) };
  const { permit } = await ApiCall.ask(guard, question);
  if (!permit) throw new Error('reading a Droplet was refused');
  return permit;
};

const percentile = (times: readonly number[], part: number): number =>
  times.toSorted((one, other) => one - other)[Math.floor((times.length - 1) * part)] ?? 0;

const shown = (milliseconds: number): string => `${milliseconds.toFixed(3)} ms`;

/** Measures calls against a server on this machine, in turns with bare requests for the same reply. */
export const measureCallOverhead = async (): Promise<Row[]> => {
  const worker = new Worker(server, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  const url = `http://127.0.0.1:${port}`;
  const agent = new Agent({ connections: 64, pipelining: 1 });
  const transport = createUndiciTransport();
  const tally = createMemoryTally(systemClock, ratesOf(tokenRates(enough, enough)));
  const api = createApiClient({
    transport,
    bearer: createCarriedCredential(token),
    apiUrl: url,
    clock: systemClock,
    random: systemRandom,
    quota: createQuota({ tally, clock: systemClock }),
    userAgent: 'do-mcp/bench',
  });
  const call = await permitFor(1);
  const { signal } = new AbortController();

  const bare = async (): Promise<void> => {
    const reply = await request(`${url}/v2/droplets/1`, {
      dispatcher: agent,
      headers: { accept: 'application/json', authorization: `Bearer ${token}` },
    });
    await reply.body.json();
  };
  const through = async (): Promise<void> => {
    await api.send(call, { signal });
  };
  const timed = async (work: () => Promise<void>): Promise<number> => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };

  const bareTimes: number[] = [];
  const callTimes: number[] = [];
  try {
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const one = await timed(bare);
      const other = await timed(through);
      if (round < warmUp) continue;
      bareTimes.push(one);
      callTimes.push(other);
    }
  } finally {
    await transport.close();
    await agent.close();
    await worker.terminate();
  }

  const row = (name: string, part: number): Row => {
    const base = percentile(bareTimes, part);
    const added = percentile(callTimes, part) - base;
    return {
      what: `a call adds over a bare undici request, ${name}`,
      bar: `≤ ${bar} ms`,
      measured: `${shown(added)} (bare ${shown(base)})`,
      ok: added <= bar,
    };
  };
  return [row('p50', 0.5), row('p95', 0.95)];
};
