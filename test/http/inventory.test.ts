// The inventory over HTTP: by the short way and the long one, with each caller's own rights, and counted.
import { describe, expect, it } from 'vitest';
import { messageText } from './event-text.ts';
import { callLegacy, callModern, send } from './open-server.ts';
import { serveSimulated } from './serve-simulated.ts';

describe('account_inventory over HTTP', () => {
  it('shows each caller what its own token may read, in both generations, and is counted', async () => {
    const { port } = await serveSimulated({ auth: 'token' });
    const call = {
      port,
      tool: 'account_inventory',
      headers: { authorization: 'Bearer sandbox:block_storage:read' },
    };
    for (const reply of [await callModern(call), await callLegacy(call)]) {
      expect(reply.status).toBe(200);
      const text = reply.text.startsWith('{') ? reply.text : messageText(reply.text);
      const answer = JSON.parse(JSON.parse(text).result.content[0].text);
      expect(answer.total_monthly_usd).toBe(12);
      expect(answer.not_readable).toContain('Droplets: the token lacks the scope droplet:read');
    }
    const { text } = await send({ port, path: '/metrics' });
    expect(text).toContain('do_mcp_calls_total{tool="account_inventory",outcome="ok"} 2');
  });
});
