// Resources as clients read them: as far as the token grants, and in both generations of the protocol.
import { describe, expect, it } from 'vitest';
import { type Agent, connectAgent, type Generation } from '../agent.ts';
import { answeredWith } from '../server/answering.ts';

const connected = async (argv: readonly string[], generation: Generation = 'new') =>
  connectAgent({ argv: ['--sandbox', ...argv], generation });

const uris = async (agent: Agent): Promise<readonly string[]> => {
  const { resources } = await agent.ask('resources/list');
  return (resources as { uri: string }[]).map(({ uri }) => uri);
};

const read = async (agent: Agent, uri: string): Promise<Record<string, unknown>> => {
  const { contents } = await agent.ask('resources/read', { uri });
  const [content] = contents as { uri: string; mimeType: string; text: string }[];
  expect(content).toMatchObject({ uri, mimeType: 'application/json' });
  return JSON.parse(content?.text ?? '') as Record<string, unknown>;
};

describe.each(['old', 'new'] as const)('the %s generation', (generation) => {
  it('lists resources and reads each', async () => {
    const agent = await connected([], generation);
    expect(await uris(agent)).toEqual(
      expect.arrayContaining(['do://account', 'do://catalogue', 'do://quota']),
    );
    expect(await read(agent, 'do://account')).toMatchObject({ email: expect.any(String) });
    const catalogue = await read(agent, 'do://catalogue');
    expect(catalogue).toMatchObject({ columns: ['name', 'area', 'effect', 'cost', 'scopes'] });
    expect(catalogue['items']).toContainEqual([
      'droplets_destroy',
      'droplets',
      'destroy',
      'stops',
      'droplet:delete',
    ]);
    expect(await read(agent, 'do://quota')).toMatchObject({ waiting: 0 });
    await agent.close();
  });
});

describe('a resource', () => {
  it('is not there where its tool is not granted, whichever way it is asked for', async () => {
    const agent = await connected(['--exclude-tools', 'account_get']);
    expect(await uris(agent)).not.toContain('do://account');
    await expect(agent.ask('resources/read', { uri: 'do://account' })).rejects.toThrow(
      'no resource at this address',
    );
    await agent.close();
  });

  it('tells of no tool that is not served', async () => {
    const agent = await connected(['--read-only', '--areas', 'domains']);
    const { items } = await read(agent, 'do://catalogue');
    expect(new Set((items as string[][]).map(([, area, effect]) => `${area} ${effect}`))).toEqual(
      new Set(['domains read']),
    );
    await expect(
      agent.ask('resources/read', { uri: 'do://schemas/droplets_create' }),
    ).rejects.toThrow('no resource');
    await agent.close();
  });

  it('spells out what the list shows loosely', async () => {
    const agent = await connected([]);
    const listed = (await agent.list()).find(({ name }) => name === 'apps_create');
    const shown = JSON.stringify(listed?.inputSchema);
    const whole = JSON.stringify(await read(agent, 'do://schemas/apps_create'));
    expect(shown).not.toContain('source_dir');
    expect(whole).toContain('source_dir');
    await agent.close();
  });

  it('that cannot be read now is an error in words, and nothing that a client might keep', async () => {
    const agent = await answeredWith(() => ({
      status: 403,
      body: { id: 'forbidden', message: 'You are not authorized.' },
    }));
    await expect(agent.ask('resources/read', { uri: 'do://account' })).rejects.toThrow(
      /DigitalOcean said: “You are not authorized\.” .*repeating the call will not help/,
    );
  });

  it('tells the quota also where none is kept', async () => {
    const agent = await connected(['--quota', 'off']);
    expect(await read(agent, 'do://quota')).toMatchObject({ left_this_hour: null, waiting: 0 });
    await agent.close();
  });

  it('is refused in words at an address that leads nowhere', async () => {
    const agent = await connected([]);
    for (const uri of ['do://nothing', 'do://schemas/', 'do://schemas/no_such_tool', 'skill://x'])
      await expect(agent.ask('resources/read', { uri })).rejects.toThrow('resources/list');
    await agent.close();
  });
});
