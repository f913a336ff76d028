// DigitalOcean's request limits, kept to the millisecond on an injected clock.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const rate = (headers: Headers) => ({
  limit: Number(headers.get('ratelimit-limit')),
  remaining: Number(headers.get('ratelimit-remaining')),
  reset: Number(headers.get('ratelimit-reset')),
});

describe('the limits', () => {
  it('are told on every reply, refusals included', async () => {
    const { send, now } = createWorld();
    const first = rate((await send('GET', '/v2/account')).headers);
    expect(first).toEqual({ limit: 5000, remaining: 4999, reset: now() / 1000 + 3600 });
    const missing = await send('GET', '/v2/droplets/1');
    expect(rate(missing.headers).remaining).toBe(4998);
    const stranger = await send('GET', '/v2/account', undefined, 'nobody');
    expect(rate(stranger.headers).limit).toBe(5000);
  });

  it('allow 250 requests in any minute and then say when to come back', async () => {
    const { send, pass } = createWorld();
    for (let number = 0; number < 250; number += 1) {
      expect((await send('GET', '/v2/regions')).status).toBe(200);
      if (number === 0) pass(20);
    }
    const refused = await send('GET', '/v2/regions');
    expect(refused.status).toBe(429);
    expect(refused.body).toMatchObject({ id: 'too_many_requests' });
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(rate(refused.headers).remaining).toBe(0);

    pass(39.9);
    expect((await send('GET', '/v2/regions')).status).toBe(429);
    pass(0.1);
    // Only the first of the 250 has left the minute.
    expect((await send('GET', '/v2/regions')).status).toBe(200);
    expect((await send('GET', '/v2/regions')).status).toBe(429);
  });

  it('allow 5,000 requests in any hour, without a retry-after when they are used up', async () => {
    const { send, pass, now } = createWorld();
    const began = now();
    for (let number = 0; number < 5000; number += 1) {
      await send('GET', '/v2/regions');
      pass(0.3);
    }
    const refused = await send('GET', '/v2/regions');
    expect(refused.status).toBe(429);
    expect(refused.headers.has('retry-after')).toBe(false);
    expect(rate(refused.headers)).toMatchObject({ remaining: 0, reset: began / 1000 + 3600 });

    pass(3600 - 5000 * 0.3);
    expect((await send('GET', '/v2/regions')).status).toBe(200);
  });

  it('count each token by itself', async () => {
    const { send } = createWorld({ limits: { hour: 10, minute: 2 } });
    const status = async (token: string) =>
      (await send('GET', '/v2/domains', undefined, token)).status;
    expect([await status('sandbox'), await status('sandbox'), await status('sandbox')]).toEqual([
      200, 200, 429,
    ]);
    expect(await status('sandbox:domain:read')).toBe(200);
  });

  it('allow ten lists of SSH keys a minute', async () => {
    const { send, pass } = createWorld();
    for (let number = 0; number < 10; number += 1) {
      expect((await send('GET', '/v2/account/keys')).status).toBe(200);
    }
    expect((await send('GET', '/v2/account/keys')).status).toBe(429);
    expect((await send('GET', '/v2/account/keys/40000001')).status).toBe(200);
    pass(60);
    expect((await send('GET', '/v2/account/keys')).status).toBe(200);
  });

  it('can be switched off for load tests', async () => {
    const { send } = createWorld({ limits: 'off' });
    for (let number = 0; number < 300; number += 1) await send('GET', '/v2/regions');
    expect((await send('GET', '/v2/regions')).status).toBe(200);
  });
});
