// Asking over HTTP: old-generation clients are asked within their session, and without one the question waits.
import type { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { describe, expect, it } from 'vitest';
import { createManualClock } from '../manual-clock.ts';
import { connectOld } from './clients.ts';
import { deferred } from './deferred.ts';
import { serveSimulated } from './serve-simulated.ts';

const open = async () => {
  const clock = createManualClock();
  const server = await serveSimulated({ confirm: 'ask', mode: 'tools' }, {}, clock);
  return { ...server, clock };
};

const call = async (client: OldClient, name: string, given: Record<string, unknown>) => {
  const result = await client.callTool({ name, arguments: given });
  const [block] = result['content'] as readonly { text: string }[];
  return JSON.parse(block?.text ?? '{}') as Record<string, unknown> & {
    error?: { code: string; approval?: string };
  };
};

const destroy = (client: OldClient) =>
  call(client, 'domains_delete', { domain_name: 'example.com' });
const domains = async (client: OldClient) => JSON.stringify(await call(client, 'domains_list', {}));

describe('a client with a session', () => {
  it('is asked within the call, and the call goes through when its user agrees', async () => {
    const { url } = await open();
    const content = { name: 'example.com' };
    const { client, sessionId } = await connectOld(url, { answer: 'accept', content });
    expect(sessionId).toBeDefined();
    expect(await destroy(client)).toMatchObject({ deleted: true });
    expect(await domains(client)).not.toContain('example.com');
  });

  it('has agreed to nothing when the form comes back without the name', async () => {
    const { url } = await open();
    const { client } = await connectOld(url, { answer: 'accept' });
    expect((await destroy(client)).error?.code).toBe('approval_pending');
    expect(await domains(client)).toContain('example.com');
  });

  it('is answered after 40 s when its user says nothing, and a late yes counts for the next same call', async () => {
    const { url, clock } = await open();
    const user = deferred();
    const asked = deferred();
    const { client } = await connectOld(url, {
      answer: 'accept',
      content: { name: 'example.com' },
      thinks: async () => {
        asked.resolve();
        await user.promise;
      },
    });
    const calling = destroy(client);
    await asked.promise;
    await clock.advance(40_000);
    expect((await calling).error?.code).toBe('approval_pending');
    user.resolve();
    await expect.poll(async () => (await destroy(client))['deleted']).toBe(true);
  });
});

describe('a client without a session', () => {
  it('is told that the question waits', async () => {
    const { url } = await open();
    const { client, sessionId } = await connectOld(url);
    expect(sessionId).toBeUndefined();
    const { error } = await destroy(client);
    expect(error?.code).toBe('approval_pending');
    expect(error?.approval).toMatch(/^[0-9a-f]{10}$/);
    expect(await domains(client)).toContain('example.com');
  });
});
