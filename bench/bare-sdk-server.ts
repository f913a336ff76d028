// What our server is measured against: the SDK's own handler behind its own Node bridge, with the same upstream calls and nothing else.
import { createServer } from 'node:http';
import { toNodeHandler } from '@modelcontextprotocol/node';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { Pool } from 'undici';

const [upstream = '', token = ''] = process.argv.slice(2);
const pool = new Pool(upstream, { connections: 64 });

const paths: Readonly<Record<string, (given: Readonly<Record<string, unknown>>) => string>> = {
  account_get: () => '/v2/account',
  droplets_list: () => '/v2/droplets?per_page=50',
  droplets_get: (given) => `/v2/droplets/${given['droplet_id']}`,
  domains_list: () => '/v2/domains?per_page=50',
};

const handler = createMcpHandler(() => {
  const mcp = new McpServer(
    { name: 'bare', version: '1' },
    { capabilities: { tools: { listChanged: false } } },
  );
  mcp.server.setRequestHandler('tools/list', () => ({ tools: [] }));
  mcp.server.setRequestHandler('tools/call', async ({ params }) => {
    const reply = await pool.request({
      method: 'GET',
      path: paths[params.name]?.(params.arguments ?? {}) ?? '/',
      headers: { authorization: `Bearer ${token}` },
    });
    return { content: [{ type: 'text', text: JSON.stringify(await reply.body.json()) }] };
  });
  return mcp;
});
const bridge = toNodeHandler(handler);
const server = createServer((incoming, outgoing) => {
  // The bridge's declarations do not know exactOptionalPropertyTypes.
  void bridge(incoming as Parameters<typeof bridge>[0], outgoing as Parameters<typeof bridge>[1]);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
