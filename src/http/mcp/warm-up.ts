// Brings the SDK's own code up before the first client needs it: it builds its schemas with the first request, in one go.
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';

const headers = {
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
};

/** A request that the SDK reads, checks and answers as it does a client's. */
const hello = (): Request =>
  new Request('http://localhost/mcp', {
    method: 'POST',
    headers,
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: {
        protocolVersion: '2025-11-25',
        capabilities: {},
        clientInfo: { name: 'warm-up', version: '1' },
      },
    }),
  });

/** Answers one request that nobody sent, with a server that has nothing to offer. */
export const warmUpSdk = async (): Promise<void> => {
  const handler = createMcpHandler(() => new McpServer({ name: 'warm-up', version: '1' }));
  await (await handler.fetch(hello())).text();
  await handler.close();
};
