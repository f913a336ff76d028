// A DigitalOcean for load tests: the simulation's replies, remembered, served from a thread of its own, every request counted.
import { Worker } from 'node:worker_threads';
import { createSimulation } from '../src/simulation/simulation.ts';
import { systemClock } from '../src/system.ts';

const code = `
const { createServer } = require('node:http');
const { parentPort, workerData } = require('node:worker_threads');
let count = 0;
createServer((request, response) => {
  count += 1;
  request.resume();
  const path = request.url.split('?')[0];
  const body = workerData[path];
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json' });
  response.end(body ?? '{"id":"not_found","message":"not remembered"}');
}).listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });
parentPort.on('message', () => { parentPort.postMessage(count); });
`;

/** The counted upstream. */
export interface Upstream {
  readonly url: string;
  /** A Droplet that is there. */
  readonly dropletId: number;
  /** Requests so far. */
  count(): Promise<number>;
  close(): Promise<void>;
}

/** Starts it on a free port of loopback. */
export const startUpstream = async (): Promise<Upstream> => {
  const simulation = createSimulation({ clock: systemClock });
  const read = async (path: string): Promise<string> => {
    const reply = await simulation.fetch(
      new Request(`https://api.digitalocean.com${path}`, {
        headers: { authorization: 'Bearer sandbox' },
      }),
    );
    if (reply.status !== 200)
      throw new Error(`the simulation answered ${reply.status} for ${path}`);
    return reply.text();
  };
  const list = await read('/v2/droplets');
  const dropletId: unknown = JSON.parse(list).droplets[0]?.id;
  if (typeof dropletId !== 'number') throw new Error('the simulation has no Droplet');
  const replies: Record<string, string> = { '/v2/droplets': list };
  for (const path of ['/v2/account', '/v2/domains', `/v2/droplets/${dropletId}`])
    replies[path] = await read(path);
  const worker = new Worker(code, { eval: true, workerData: replies });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    dropletId,
    count: () =>
      new Promise((resolve) => {
        worker.once('message', resolve);
        worker.postMessage('count');
      }),
    close: async () => {
      await worker.terminate();
    },
  };
};
