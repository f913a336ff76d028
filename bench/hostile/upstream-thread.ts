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

/** A body in pieces: the large ones are made once, so that making them delays no other tenant's reply. */
type Body = readonly (string | Buffer)[];

const asBody = (content: object): Body => [JSON.stringify(content)];

const send = (response: ServerResponse, status: number, body: Body): void => {
  response.writeHead(status, { 'content-type': 'application/json' });
  for (const piece of body) response.write(piece);
  response.end();
};

/** Items with ids from `first` on, as the inside of a list. */
const items = (first: number, count: number, bytes: number): Buffer =>
  Buffer.from(
    Array.from({ length: count }, (_, index) =>
      JSON.stringify(droplet(first + index, bytes)),
    ).join(),
  );

const filler = Buffer.alloc(30 * mebibyte, 'x');

const pageOf = (url: URL): number => Number(url.searchParams.get('page') ?? 1);

/** One page of a list with as many pages as are asked for. */
const page = (url: URL, content: Body, last: number): Body => {
  const next = new URL(url);
  next.searchParams.set('page', String(pageOf(url) + 1));
  const links = { pages: pageOf(url) < last ? { next: next.href } : {} };
  return [
    '{"droplets":[',
    ...content,
    `],"links":${JSON.stringify(links)},"meta":{"total":${last * 200}}}`,
  ];
};

const ordinary = Array.from({ length: 50 }, (_, index) => items(index * 200 + 1, 200, 4_000));
/** Pages are as long as they are asked for: who asks for fewer items gets less than eight mebibytes. */
const largePage = (url: URL): Body => {
  const count = Number(url.searchParams.get('per_page') ?? 200);
  const content = large.slice((pageOf(url) - 1) * count, pageOf(url) * count);
  const list = content.flatMap((item, index) => (index === 0 ? [item] : [',', item]));
  return page(url, list, Math.ceil(large.length / count));
};
const large = Array.from({ length: 1_000 }, (_, index) => items(index + 1, 1, 60_000));
const empty = Buffer.from(`${'{},'.repeat(9_999_999)}{}`);
const giant = (id: number): Body => [
  `{"id":${id},"name":"`,
  filler.subarray(0, 20 * mebibyte),
  '","status":"active"}',
];

const lists: Readonly<Record<string, (url: URL) => Body>> = {
  light: () => asBody({ droplets: [droplet(1, 0)], links: {}, meta: { total: 1 } }),
  pages: (url) => page(url, [ordinary[pageOf(url) - 1] ?? ''], 50),
  'large-page': largePage,
  'large-item': (url) => page(url, giant(pageOf(url)), 1_000),
  'empty-objects': (url) => page(url, [empty], 1),
  siblings: () => [
    `{"droplets":[${JSON.stringify(droplet(1, 0))}],"items":"ours?","after":"ours?","note":"ours?","extra":"`,
    filler.subarray(0, 5 * mebibyte),
    '"}',
  ],
};

const action = { id: 7, status: 'in-progress', type: 'power_off', resource_id: 1 };

const replyTo = (manner: string, url: URL): readonly [status: number, body: Body] => {
  if (url.pathname.endsWith('/token/info'))
    return [200, asBody({ scopes: ['api:write'], expires_in_seconds: null })];
  if (url.pathname === '/v2/account') return [200, asBody({ account: { email: manner } })];
  if (manner === 'long-error')
    return [422, ['{"id":"unprocessable_entity","message":"', filler, '"}']];
  if (url.pathname.includes('/actions')) return [201, asBody({ action })];
  if (url.pathname !== '/v2/droplets') return [200, asBody({ droplet: droplet(1, 0) })];
  return [200, (lists[manner] ?? lists['light'])?.(url) ?? []];
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
