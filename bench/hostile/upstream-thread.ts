// A DigitalOcean that answers each token in the manner written in it: endless lists, giant items, slow replies.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parentPort } from 'node:worker_threads';
import { mannerOf } from './tokens.ts';

const mebibyte = 1 << 20;

const droplet = (id: number, bytes: number): object => ({
  id,
  name: `web-${id}`,
  status: 'active',
  region: { slug: 'nyc3', name: 'New York 3' },
  size_slug: 's-1vcpu-1gb',
  networks: { v4: [{ type: 'public', ip_address: '203.0.113.7' }], v6: [] },
  tags: ['web'],
  created_at: '2026-01-31T19:25:22Z',
  kernel: { name: 'x'.repeat(bytes) },
});

const send = (response: ServerResponse, status: number, body: string | object): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};

/** One page of a list with as many pages as are asked for. */
const page = (url: URL, perPage: number, bytes: number, last: number): object => {
  const number = Number(url.searchParams.get('page') ?? 1);
  const next = new URL(url);
  next.searchParams.set('page', String(number + 1));
  return {
    droplets: Array.from({ length: perPage }, (_, index) =>
      droplet(number * perPage + index, bytes),
    ),
    links: { pages: number < last ? { next: next.href } : {} },
    meta: { total: last * perPage },
  };
};

const emptyObjects = `{"droplets":[${'{},'.repeat(9_999_999)}{}],"links":{},"meta":{"total":10000000}}`;

const lists: Readonly<Record<string, (url: URL) => string | object>> = {
  light: () => ({ droplets: [droplet(1, 0)], links: {}, meta: { total: 1 } }),
  pages: (url) => page(url, 200, 4_000, 50),
  'large-page': (url) => page(url, 200, 60_000, 1),
  'large-item': (url) => page(url, 1, 20 * mebibyte, 1_000),
  'empty-objects': () => emptyObjects,
  siblings: () => ({
    droplets: [droplet(1, 0)],
    ...{ items: 'ours?', after: 'ours?', note: 'ours?', extra: 'x'.repeat(5 * mebibyte) },
  }),
};

const action = { id: 7, status: 'in-progress', type: 'power_off', resource_id: 1 };

const replyTo = (manner: string, url: URL): readonly [status: number, body: string | object] => {
  if (url.pathname.endsWith('/token/info'))
    return [200, { scopes: ['api:write'], expires_in_seconds: null }];
  if (url.pathname === '/v2/account') return [200, { account: { email: manner } }];
  if (manner === 'long-error')
    return [422, { id: 'unprocessable_entity', message: 'x'.repeat(30 * mebibyte) }];
  if (url.pathname.includes('/actions')) return [201, { action }];
  if (url.pathname !== '/v2/droplets') return [200, { droplet: droplet(1, 0) }];
  return [200, (lists[manner] ?? lists['light'])?.(url) ?? {}];
};

const answer = (manner: string, request: IncomingMessage, response: ServerResponse): void => {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const [status, body] = replyTo(manner, url);
  if (manner === 'slow' && url.pathname.startsWith('/v2/'))
    setTimeout(() => send(response, status, body), 2_000);
  else send(response, status, body);
};

const server = createServer((request, response) => {
  request.resume();
  const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  request.on('end', () => answer(mannerOf(token), request, response));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  parentPort?.postMessage(typeof address === 'object' ? address?.port : 0);
});
