// No credential in any log line, error, metric or answer, whatever went right or wrong.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addAgent } from '../../src/http/authentication/add-agent.ts';
import { callLegacy, callModern, post, type RawReply, send } from './open-server.ts';
import { serveSimulated } from './serve-simulated.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Sends a credential along in every place where it might be picked up. */
const useAndAbuse = async (port: number, credential: string): Promise<string> => {
  const authorization = `Bearer ${credential}`;
  const replies: RawReply[] = [];
  const tell = async (coming: Promise<RawReply>): Promise<void> => void replies.push(await coming);
  const initialize = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: {
      protocolVersion: '2025-11-25',
      capabilities: { elicitation: {} },
      clientInfo: { name: 't', version: '1' },
    },
  };
  await tell(callModern({ port, tool: 'account_get', headers: { authorization } }));
  await tell(
    callLegacy({
      port,
      tool: 'droplets_get',
      arguments: { droplet_id: 1 },
      headers: { authorization },
    }),
  );
  await tell(
    callLegacy({
      port,
      tool: 'domains_create',
      arguments: { name: 5 },
      headers: { authorization },
    }),
  );
  await tell(
    callModern({
      port,
      tool: 'account_get',
      headers: { authorization, 'mcp-protocol-version': '1' },
    }),
  );
  await tell(
    callModern({ port, tool: 'account_get', headers: { authorization, host: 'evil.example' } }),
  );
  await tell(
    callModern({ port, tool: 'account_get', headers: { authorization: `${authorization}x` } }),
  );
  await tell(post(port, initialize, { authorization }));
  await tell(post(port, initialize, { authorization, 'mcp-session-id': 'x' }));
  await tell(
    send({
      port,
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: '{',
    }),
  );
  await tell(send({ port, path: '/elsewhere', headers: { authorization } }));
  await tell(send({ port, path: '/metrics' }));
  return replies.map(({ text, headers }) => text + JSON.stringify(headers)).join('\n');
};

describe('nothing that is written', () => {
  it('holds the key of the server', async () => {
    const keyFile = join(temporaryFolder(), 'key');
    const key = `domcp_${'S3cret'.repeat(7)}`;
    writeFileSync(keyFile, key, { mode: 0o600 });
    const { port, lines, warnings } = await serveSimulated({ auth: 'key', keyFile });
    const said = await useAndAbuse(port, key);
    expect(lines.length).toBeGreaterThan(10);
    expect(said + lines.join('\n') + warnings.join('\n')).not.toContain('S3cretS3cret');
  });

  it('holds the token that a request brought', async () => {
    const { port, lines } = await serveSimulated({ auth: 'token' });
    const token = 'sandbox:account:read,droplet:read,domain:create';
    const said = await useAndAbuse(port, token);
    expect(said + lines.join('\n')).not.toContain(token);
    const strange = 'dop_v1_5ecret5ecret5ecret5ecret';
    expect((await useAndAbuse(port, strange)) + lines.join('\n')).not.toContain('5ecret5ecret');
  });

  it("holds an agent's key or the token it works with", async () => {
    const policy = join(temporaryFolder(), 'agents.json');
    const { key } = addAgent(
      policy,
      { name: 'ci', token: { env: 'CI_TOKEN' }, access: 'write' },
      randomBytes,
    );
    const token = 'sandbox:account:read,domain:create,domain:read';
    const { port, lines } = await serveSimulated({ auth: 'agents', policy }, { CI_TOKEN: token });
    const said = await useAndAbuse(port, key);
    const everything = said + lines.join('\n') + readFileSync(policy, 'utf8');
    expect(everything).not.toContain(key.slice(8));
    expect(everything).not.toContain(token);
    expect(said).toContain('email');
  });
});
