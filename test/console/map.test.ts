// The permission map at its doors: every endpoint, how it stands for a token, one endpoint whole, and the search.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EndpointDetails } from '../../src/console/map/details.ts';
import type { PermissionMap, Standings } from '../../src/console/map/row.ts';
import { addAgent } from '../../src/http/authentication/add-agent.ts';
import { createSearch } from '../../src/menu/finders/search.ts';
import { box, serveSimulated } from '../http/serve-simulated.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { askConsole } from './console-client.ts';

const told = async <Value>(port: number, path: string): Promise<Value> => {
  const { status, text } = await askConsole(port, path);
  if (status !== 200) throw new Error(text);
  return JSON.parse(text) as Value;
};

describe('the permission map', () => {
  it('has a row for every endpoint, in areas that each have a sentence', async () => {
    const { port } = await serveSimulated();
    const { rows, areas } = await told<PermissionMap>(port, 'map');
    expect(rows.map(({ name }) => name)).toEqual(box.outlines.map(({ name }) => name));
    expect(areas.reduce((sum, { methods }) => sum + methods, 0)).toBe(rows.length);
    for (const { sentence } of areas) expect(sentence).toMatch(/^[A-Z].+\.$/);
    expect(rows.find(({ name }) => name === 'droplets_destroy')).toMatchObject({
      method: 'DELETE',
      path: '/v2/droplets/{droplet_id}',
      access: 'write',
      requires: [['droplet:delete']],
      effect: 'destroy',
      cost: 'stops',
    });
  });

  it('says what is granted, what is missing and what the owner keeps out', async () => {
    const policy = join(temporaryFolder(), 'agents.json');
    for (const [name, token] of [
      ['reader', 'A'],
      ['writer', 'B'],
    ] as const)
      addAgent(policy, { name, token: { env: token }, access: 'write' }, randomBytes);
    const { port } = await serveSimulated(
      { auth: 'agents', policy, excludeTools: 'droplets_create' },
      { A: 'sandbox:droplet:read', B: 'sandbox:droplet:read,droplet:create,droplet:delete' },
    );
    const session = await told<{ server: { holders: { id: string; name: string }[] } }>(
      port,
      'session',
    );
    const [reader, writer] = session.server.holders;
    expect(session.server.holders.map(({ name }) => name)).toEqual(['reader', 'writer']);
    const first = await told<Standings>(port, `standings?holder=${reader?.id}`);
    expect(first.tools['droplets_list']).toMatchObject({ state: 'granted' });
    expect(first.tools['droplets_destroy']).toMatchObject({
      state: 'missing',
      scopes: ['droplet:delete'],
    });
    const second = await told<Standings>(port, `standings?holder=${writer?.id}`);
    expect(second.tools['droplets_destroy']).toMatchObject({ state: 'granted' });
    expect(second.tools['droplets_create']).toMatchObject({ state: 'hidden' });
    expect((await askConsole(port, 'standings?holder=nobody')).status).toBe(404);
  });

  it('holds no credential with --auth token, and says whose rights it cannot tell', async () => {
    const { port } = await serveSimulated({ auth: 'token' });
    expect(await told(port, 'session')).toMatchObject({ server: { auth: 'token', holders: [] } });
    expect((await askConsole(port, 'standings?holder=server')).status).toBe(404);
  });

  it('finds what the finders find', async () => {
    const { port } = await serveSimulated();
    const request = 'take a snapshot of a droplet';
    const { names } = await told<{ names: string[] }>(
      port,
      `search?for=${encodeURIComponent(request)}`,
    );
    const found = (await createSearch(box)(request, 5)).map(({ name }) => name);
    expect(names.slice(0, 5)).toEqual(found);
    expect(await told(port, 'search?for=')).toEqual({ names: [] });
  });

  it('tells everything about one endpoint', async () => {
    const { port } = await serveSimulated();
    const details = await told<EndpointDetails>(port, 'map/droplets_destroy');
    expect(details.alternatives[0]?.[0]).toMatchObject({ scope: 'droplet:delete' });
    expect(details.alternatives[0]?.[0]?.brings).toContain('droplet:read');
    expect(details.harm?.losesData).toBe('always');
    expect(details.harm?.hangs).toContainEqual({ kind: 'volume', fate: 'keeps_costing' });
    expect(details.actsOn).toEqual(['droplet_id']);
    expect(details.example).toEqual({ droplet_id: 1 });
    expect(details.link).toMatch(/^https:\/\/docs\.digitalocean\.com\/.+droplets_destroy$/);
    const creating = await told<EndpointDetails>(port, 'map/droplets_create');
    expect(creating.conditions.map(({ needs }) => needs)).toContainEqual(['tag:create']);
    expect(creating.lifeCycle?.what).toBe('Droplet');
    expect((await askConsole(port, 'map/nothing')).status).toBe(404);
  });

  it('has an example for most tools, and none that the tool would not take', async () => {
    const { port } = await serveSimulated();
    let examples = 0;
    const { rows } = await told<PermissionMap>(port, 'map');
    for (const { name } of rows) {
      const { example } = await told<EndpointDetails>(port, `map/${name}`);
      const tool = await box.named(name);
      if (example === null || !tool) continue;
      examples += 1;
      expect(await box.validate(tool, example)).toMatchObject({ ok: true });
    }
    expect(examples / rows.length).toBeGreaterThan(0.85);
  });
});
