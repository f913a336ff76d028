// What tests plant to see that it never gets out: fields anywhere in a reply, lines in a log.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const planted = 'dop_v1_'.padEnd(71, 'a');

describe('an amendment', () => {
  it('is laid over a reply, in every item of a list and beside it', async () => {
    const { send } = createWorld();
    const amend = {
      droplets: { user_data: planted },
      connection: { uri: `https://x:${planted}@y` },
    };
    await send('POST', '/_simulation/faults', { path: '/v2/droplets', amend });
    const { body } = await send('GET', '/v2/droplets');
    expect(body.connection).toEqual(amend.connection);
    for (const droplet of body.droplets) {
      expect(droplet.user_data).toBe(planted);
      expect(droplet.name).toBeTruthy();
    }
    expect((await send('GET', '/v2/droplets')).body).not.toHaveProperty('connection');
  });

  it('can put a link to another host into a page', async () => {
    const { send } = createWorld();
    const next = `https://${planted}.example/v2/droplets?page=2`;
    await send('POST', '/_simulation/faults', { amend: { links: { pages: { next } } } });
    expect((await send('GET', '/v2/droplets')).body.links.pages.next).toBe(next);
  });
});

describe('a planted line', () => {
  it('stands at the end of every app’s log', async () => {
    const { send } = createWorld();
    expect((await send('POST', '/_simulation/logs', { lines: [`TOKEN=${planted}`] })).status).toBe(
      201,
    );
    const [{ id }] = (await send('GET', '/v2/apps')).body.apps;
    const { historic_urls: urls } = (await send('GET', `/v2/apps/${id}/logs?type=RUN`)).body;
    expect((await send('GET', urls[0])).body.endsWith(`TOKEN=${planted}\n`)).toBe(true);
  });

  it('is text, and not too much of it', async () => {
    const { send } = createWorld();
    for (const body of [{}, { lines: [] }, { lines: [7] }, { lines: ['x'.repeat(10_001)] }, []]) {
      expect((await send('POST', '/_simulation/logs', body)).status).toBe(400);
    }
  });
});
