// Smoke tests to copy, 2 of 3: does your code get by with the scopes you mean to give it?
// In your project, import from 'digitalocean-scoped-mcp/testing'.
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { simulationHandlers } from '../../src/testing/index.ts';

const server = setupServer(...simulationHandlers());
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const status = async (token: string, method: string, path: string) => {
  const response = await fetch(`https://api.digitalocean.com${path}`, {
    method,
    headers: { authorization: `Bearer ${token}` },
  });
  return response.status;
};

it('reads domains and nothing else with domain:read', async () => {
  const token = 'sandbox:domain:read';
  expect(await status(token, 'GET', '/v2/domains/example.com/records')).toBe(200);
  expect(await status(token, 'DELETE', '/v2/domains/example.com')).toBe(403);
  expect(await status(token, 'GET', '/v2/droplets')).toBe(403);
});

it('can ask which scopes a token has', async () => {
  const response = await fetch('https://cloud.digitalocean.com/v1/oauth/token/info', {
    headers: { authorization: 'Bearer sandbox:droplet:read,domain:read' },
  });
  expect(await response.json()).toMatchObject({ scopes: ['droplet:read', 'domain:read'] });
});

it('is turned away with any other token', async () => {
  expect(await status('dop_v1_something', 'GET', '/v2/account')).toBe(401);
});
