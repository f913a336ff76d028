// Nothing on record gives a credential away, wherever it came from.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recordedAgent } from './recorded.ts';

const token = `dop_v1_${'0123456789abcdef'.repeat(4)}`;
const password = 'correct-horse-battery-1';
const pem = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC'.repeat(20)}\n-----END PRIVATE KEY-----`;

const droplet = { name: 'web', region: 'nyc3', size: 's-1vcpu-1gb', image: 'ubuntu-24-04-x64' };

describe('the record', () => {
  it.each([
    ['a confidential field', { ...droplet, user_data: `export DB=${password}` }, password],
    ['a credential in a name', { ...droplet, name: `web ${token}` }, token],
    ['a credential in a list', { ...droplet, tags: [`a:${token}`] }, token],
    ['a field that the tool does not have', { ...droplet, root_pass: password }, password],
    ['a confidential field of the wrong type', { ...droplet, user_data: [password] }, password],
    ['a name that is a credential', { ...droplet, [token]: 1 }, token],
    ['a key that is cut', { ...droplet, tags: [`${'x '.repeat(32_700)}${pem}`] }, 'MIIEvQIBADAN'],
    [
      'a long line that is cut',
      { ...droplet, tags: [`${'x'.repeat(65_500)} ${token}`] },
      'dop_v1_',
    ],
  ])('has nothing of %s', async (_name, given, secret) => {
    const agent = await recordedAgent();
    await agent.call('droplets_create', given);
    await agent.close();
    const text = readFileSync(agent.file, 'utf8');
    expect(text).toContain('droplets_create');
    expect(text).not.toContain(secret);
  });

  it('has nothing of a credential that is called, searched or refused', async () => {
    const agent = await recordedAgent();
    await agent.call(`droplets_${token}`).catch(() => {});
    await agent.call('call_read_tool', { name: token, arguments: {} });
    await agent.call('call_read_tool', { name: 'domains_list', arguments: { where: [token] } });
    await agent.call('droplets_list', { tag_name: token });
    await agent.close();
    const text = readFileSync(agent.file, 'utf8');
    expect(text.trim().split('\n')).toHaveLength(6);
    expect(text).not.toContain(token);
  });

  it('keeps what is no secret', async () => {
    const agent = await recordedAgent();
    await agent.call('droplets_create', { ...droplet, user_data: '#!/bin/sh', tags: ['a:b'] });
    await agent.close();
    expect(agent.lines()[1]).toMatchObject({
      arguments: { ...droplet, tags: ['a:b'], user_data: expect.stringContaining('redacted') },
    });
  });

  it('has nothing of what a credential answers', async () => {
    const agent = await recordedAgent(undefined, { argv: ['--allow-secrets'] });
    const made = await agent.call('call_write_tool', {
      name: 'spaces_key_create',
      arguments: { name: 'k', grants: [] },
    });
    await agent.close();
    const secret = /"secret_key":"([^"]+)"/.exec(made.text)?.[1] ?? '';
    expect(secret.length).toBeGreaterThan(10);
    expect(readFileSync(agent.file, 'utf8')).not.toContain(secret);
  });
});
