// Over HTTP each line tells which agent called, through which client, by whatever way its call came.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addAgent } from '../../src/http/authentication/add-agent.ts';
import { runProgram } from '../commands/run-program.ts';
import { connectOld } from '../http/clients.ts';
import { callModern, post, send } from '../http/open-server.ts';
import { serveSimulated } from '../http/serve-simulated.ts';
import { linesOf, newFolder } from './recorded.ts';

const serve = async (audit = join(newFolder(), 'audit.jsonl')) => {
  const policy = join(newFolder(), 'agents.json');
  const keys = ['ci', 'night-watch'].map(
    (name) => addAgent(policy, { name, access: 'write', token: { env: 'TEAM' } }, randomBytes).key,
  );
  const served = await serveSimulated({ auth: 'agents', policy, audit }, { TEAM: 'sandbox' });
  const headers = keys.map((key) => ({ authorization: `Bearer ${key}` }));
  return { ...served, audit, headers };
};

const call = (name: string, given: object) => ({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name, arguments: given },
});

describe('calls over HTTP', () => {
  it('are recorded with agent and client, plain and in a session', async () => {
    const { port, url, audit, headers } = await serve();
    const [ci = {}, watch = {}] = headers;
    const made = { tool: 'domains_create', arguments: { name: 'one.example' } };
    await callModern({ port, ...made, headers: ci });
    await post(port, call('domains_create', { name: 'two.example' }), watch);
    const { client } = await connectOld(url, { headers: watch, answer: 'accept' });
    await client.callTool({ name: 'domains_create', arguments: { name: 'three.example' } });
    await client.close();
    const intents = linesOf(audit).filter(({ kind }) => kind === 'intent');
    expect(intents).toMatchObject([
      {
        agent: expect.stringMatching(/^ci-/),
        client: { name: 'test' },
        arguments: { name: 'one.example' },
      },
      { agent: expect.stringMatching(/^night-watch-/), arguments: { name: 'two.example' } },
      { agent: expect.stringMatching(/^night-watch-/), client: { name: expect.any(String) } },
    ]);
    const only = await runProgram(['audit', 'tail', '--audit', audit, '--agent', 'ci']);
    expect(only.printed.trim().split('\n')).toHaveLength(2);
    // Without a session a client of the old generation does not say who it is.
    expect(intents[1]).not.toHaveProperty('client');
  });

  it.skipIf(!existsSync('/dev/full'))('are missed by whoever asks how the server is', async () => {
    const { port, headers } = await serve('/dev/full');
    const before = await send({ port, method: 'GET', path: '/readyz' });
    expect(before.text).toBe('ready\n');
    const made = { tool: 'domains_create', arguments: { name: 'one.example' } };
    const { text } = await callModern({ port, ...made, headers: headers[0] ?? {} });
    expect(text).toContain('not_recorded');
    const after = await send({ port, method: 'GET', path: '/readyz' });
    expect(after.text).toBe('ready\ncalls cannot be recorded\n');
  });
});
