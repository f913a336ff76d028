// The simulation as a program of its own, and another program that takes it for DigitalOcean.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterEach, describe, expect, it } from 'vitest';

const program = new URL('../../dist/do-mcp.cjs', import.meta.url).pathname;
const path = { PATH: process.env['PATH'] ?? '' };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const simulate = async (...args: string[]) => {
  const child = spawn(process.execPath, [program, 'simulate', '--port', '0', ...args], {
    env: path,
  });
  closers.push(() => child.kill('SIGKILL'));
  let text = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      text += chunk;
      const found = /A simulated DigitalOcean is at (\S+):/.exec(text);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('close', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
  return { child, url };
};

describe('do-mcp simulate', () => {
  it('answers as DigitalOcean does, by the scopes of the token', async () => {
    const { url } = await simulate();
    const get = (where: string, token: string) =>
      fetch(`${url}${where}`, { headers: { authorization: `Bearer ${token}` } });
    expect((await get('/v2/droplets', 'sandbox')).status).toBe(200);
    expect((await get('/v2/droplets', 'sandbox:domain:read')).status).toBe(403);
    expect((await get('/v2/droplets', 'made-up')).status).toBe(401);
  });

  it('serves a second program that was pointed at it', async () => {
    const { url } = await simulate('--speed', 'instant');
    const client = new Client({ name: 't', version: '1' });
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [program, '--api-url', url, '--confirm', 'never'],
        env: {
          ...path,
          DIGITALOCEAN_TOKEN:
            'sandbox:droplet:create,droplet:read,image:read,actions:read,account:read',
        },
      }),
    );
    closers.push(() => client.close());
    const names = (await client.listTools()).tools.map((tool) => tool.name);
    expect(names).toContain('droplets_create');
    expect(names).not.toContain('droplets_destroy');
    const created = (await client.callTool({
      name: 'droplets_create',
      arguments: {
        name: 'web-9',
        size: 's-1vcpu-1gb',
        image: 'ubuntu-24-04-x64',
        region: 'nyc3',
        wait_seconds: 30,
      },
    })) as { content: { text: string }[] };
    expect(JSON.parse(created.content[0]?.text ?? '')).toMatchObject({
      name: 'web-9',
      status: 'active',
      action: { status: 'completed' },
      account: 'Sandbox Team',
    });
  });

  it('stops when it is told to', async () => {
    const { child } = await simulate();
    child.kill('SIGTERM');
    expect((await once(child, 'close'))[0]).toBe(0);
  });
});
