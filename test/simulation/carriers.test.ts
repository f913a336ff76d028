// The simulation over HTTP, and as msw handlers: the same answers, broken connections included.
import { gzipSync } from 'node:zlib';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ServedSimulation } from '../../src/simulation/serve.ts';
import { simulationHandlers, startSimulation } from '../../src/testing/index.ts';

const json = { authorization: 'Bearer sandbox', 'content-type': 'application/json' };

describe('a served simulation', () => {
  let served: ServedSimulation;
  beforeAll(async () => {
    served = await startSimulation();
  });
  afterAll(() => served.close());

  it('answers on loopback, with links to itself', async () => {
    expect(served.url).toBe(`http://127.0.0.1:${served.port}`);
    const reply = await fetch(`${served.url}/v2/droplets?per_page=1`, { headers: json });
    const body = JSON.parse(await reply.text());
    expect(body.links.pages.next).toBe(`${served.url}/v2/droplets?per_page=1&page=2`);
    const info = await fetch(`${served.url}/v1/oauth/token/info`, { headers: json });
    expect(JSON.parse(await info.text()).scopes).toEqual(['api:read', 'api:write']);
  });

  it('answers 204 without a body and errors as JSON', async () => {
    const gone = await fetch(`${served.url}/v2/domains/example.com`, {
      method: 'DELETE',
      headers: json,
    });
    expect([gone.status, await gone.text()]).toEqual([204, '']);
    const missing = await fetch(`${served.url}/v2/domains/example.com`, { headers: json });
    expect(JSON.parse(await missing.text())).toMatchObject({ id: 'not_found' });
  });

  it('breaks the connection where an answer is lost, and goes on', async () => {
    served.simulation.faults.add({ method: 'POST', path: '/v2/tags', lose_answer: true });
    const lost = fetch(`${served.url}/v2/tags`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ name: 'lost' }),
    });
    await expect(lost).rejects.toThrow();
    expect((await fetch(`${served.url}/v2/tags/lost`, { headers: json })).status).toBe(200);
  });

  it('reads packed bodies, and refuses broken or huge ones', async () => {
    const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      fetch(`${served.url}/v2/tags`, { method: 'POST', headers: { ...json, ...headers }, body });
    const packed = gzipSync(JSON.stringify({ name: 'packed' }));
    expect((await post(packed, { 'content-encoding': 'gzip' })).status).toBe(201);
    expect((await post('{"name":')).status).toBe(400);
    expect((await post('not gzip', { 'content-encoding': 'gzip' })).status).toBe(400);
    const huge = await post('x'.repeat(9_000_000)).then(
      ({ status }) => status,
      () => 'broken',
    );
    // The refusal can arrive before the body has left, which some clients call a broken connection.
    expect([413, 'broken']).toContain(huge);
    expect((await fetch(`${served.url}/v2/account`, { headers: json })).status).toBe(200);
  });

  it('says so when its port is taken', async () => {
    await expect(startSimulation({ port: served.port })).rejects.toThrow(/EADDRINUSE/);
  });
});

describe('msw handlers', () => {
  const server = setupServer(...simulationHandlers());
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  it('answer both of DigitalOcean’s hosts', async () => {
    const droplets = await fetch('https://api.digitalocean.com/v2/droplets', { headers: json });
    expect(droplets.status).toBe(200);
    const info = await fetch('https://cloud.digitalocean.com/v1/oauth/token/info', {
      headers: json,
    });
    expect(info.status).toBe(200);
  });

  it('break the connection where an answer is lost', async () => {
    await fetch('https://api.digitalocean.com/_simulation/faults', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ path: '/v2/account', lose_answer: true }),
    });
    await expect(
      fetch('https://api.digitalocean.com/v2/account', { headers: json }),
    ).rejects.toThrow(TypeError);
  });
});
