// Smoke tests to copy, 1 of 3: your code creates Droplets, and nothing leaves the machine.
// In your project, import from 'digitalocean-scoped-mcp/testing'.
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulationHandlers } from '../../src/testing/index.ts';

const server = setupServer(...simulationHandlers());
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const api = async (method: string, path: string, body?: object) => {
  const response = await fetch(`https://api.digitalocean.com${path}`, {
    method,
    headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};

it('creates a Droplet, powers it off and destroys it', async () => {
  const created = await api('POST', '/v2/droplets', {
    name: 'smoke-01',
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'ubuntu-24-04-x64',
    tags: ['smoke'],
  });
  expect(created.status).toBe(202);
  const path = `/v2/droplets/${created.body.droplet.id}`;
  expect((await api('GET', path)).body.droplet.status).toBe('active');

  const { action } = (await api('POST', `${path}/actions`, { type: 'power_off' })).body;
  expect((await api('GET', `/v2/actions/${action.id}`)).body.action.status).toBe('completed');

  expect((await api('DELETE', path)).status).toBe(204);
  expect((await api('GET', path)).status).toBe(404);
});

it('fails as DigitalOcean fails', async () => {
  const refused = await api('POST', '/v2/droplets', {
    name: 'smoke-02',
    size: 's-1vcpu-1gb',
    image: 'none',
  });
  expect(refused).toMatchObject({ status: 422, body: { id: 'unprocessable_entity' } });
});
