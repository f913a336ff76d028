// What init has written is started as the client would start it, and answers a call.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clientNames } from '../../src/clients/client.ts';
import { configuredServers } from '../../src/clients/configured-servers.ts';
import type { Home } from '../../src/clients/home.ts';
import { launchOf } from '../../src/clients/launch.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { program } from '../stdio/raw-session.ts';

/** What a program that is started from a desktop has: a home, and the folders of the system to look for programs in. */
const desktop = (folder: string) => ({
  HOME: folder,
  PATH: '/usr/bin:/bin',
  XDG_STATE_HOME: join(folder, 'state'),
});

const init = (folder: string, ...words: readonly string[]) =>
  spawnSync(process.execPath, [program, 'init', ...words], {
    env: desktop(folder),
    encoding: 'utf8',
  });

const serverOf = async (folder: string, name: (typeof clientNames)[number]) => {
  const home: Home = { platform: 'linux', folder, environment: {}, windows: null };
  const found = (await configuredServers(home)).find(({ client }) => client === name);
  const server = found?.servers.find(({ whose }) => whose === 'ours');
  if (!server) throw new Error(`${name} has no server of ours`);
  return server;
};

const session = async (command: string, args: readonly string[], env: Record<string, string>) => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({ command, args: [...args], env, stderr: 'ignore' }),
  );
  onTestFinished(() => client.close());
  return client;
};

describe.each(clientNames)('what init writes for %s', (name) => {
  it('starts from a desktop and answers a call on the simulation', async () => {
    const folder = temporaryFolder();
    const ended = init(folder, name, '--sandbox', '--write');
    expect(ended.status, ended.stderr).toBe(0);
    const launch = launchOf(name, await serverOf(folder, name), {});
    expect(launch.missing).toEqual([]);
    const client = await session(launch.command ?? '', launch.args, {
      ...desktop(folder),
      ...launch.env,
    });
    const answer = await client.callTool({ name: 'droplets_list', arguments: {} });
    expect(answer.isError ?? false).toBe(false);
    expect(JSON.stringify(answer.content)).toContain('items');
  });
});

describe('what init writes to read only', () => {
  it('takes the token from where the file refers to, and changes nothing', async () => {
    const folder = temporaryFolder();
    expect(init(folder, 'claude-code', '--areas', 'domains', '--write').status).toBe(0);
    const server = await serverOf(folder, 'claude-code');
    expect(server.args).toContain('--read-only');
    const env = { DIGITALOCEAN_TOKEN: 'sandbox' };
    const launch = launchOf('claude-code', server, env);
    expect(launch.env).toEqual(env);
    const client = await session(launch.command ?? '', [...launch.args, '--sandbox'], {
      ...desktop(folder),
      ...launch.env,
    });
    const { tools } = await client.listTools();
    const names = tools.map((tool) => tool.name);
    expect(names).toContain('domains_list');
    expect(names).not.toContain('domains_create');
    expect(names).not.toContain('droplets_list');
  });

  it('says by its exit code whether it was written', () => {
    const folder = temporaryFolder();
    expect(init(folder).status).toBe(2);
    expect(init(folder, 'zed', '--write').status).toBe(2);
    expect(init(folder, 'cursor', '--sandbox').stderr).toContain('Nothing was written');
    expect(init(folder, 'cursor', '--print').stdout).toContain('$' + '{env:DIGITALOCEAN_TOKEN}');
    expect(init(folder).stderr).toContain('No client');
  });
});
