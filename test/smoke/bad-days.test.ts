// Smoke tests to copy, 3 of 3: how does your code take an outage, a lost answer, a failing action?
// In your project, import from 'digitalocean-scoped-mcp/testing'.
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { simulationHandlers } from '../../src/testing/index.ts';

const server = setupServer(...simulationHandlers());
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const api = (method: string, path: string, body?: object) =>
  fetch(`https://api.digitalocean.com${path}`, {
    method,
    headers: { authorization: 'Bearer sandbox', 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });

const faults = '/_simulation/faults';
afterEach(async () => {
  await api('DELETE', faults);
});

it('has an outage of two calls', async () => {
  await api('POST', faults, { path: '/v2/apps*', times: 2, respond: { status: 503 } });
  expect((await api('GET', '/v2/apps')).status).toBe(503);
  expect((await api('GET', '/v2/apps')).status).toBe(503);
  expect((await api('GET', '/v2/apps')).status).toBe(200);
});

it('loses an answer although the work was done', async () => {
  await api('POST', faults, { method: 'POST', path: '/v2/domains', lose_answer: true });
  await expect(api('POST', '/v2/domains', { name: 'lost.example' })).rejects.toThrow(TypeError);
  expect((await api('GET', '/v2/domains/lost.example')).status).toBe(200);
});

it('lets a deployment fail', async () => {
  await api('POST', faults, { action_errors: 'deployment' });
  const list = await (await api('GET', '/v2/apps')).text();
  const path = `/v2/apps/${JSON.parse(list).apps[0].id}/deployments`;
  await api('POST', path, {});
  const deployments = await (await api('GET', path)).text();
  expect(JSON.parse(deployments).deployments[0].phase).toBe('ERROR');
});
