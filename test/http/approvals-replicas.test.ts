// Questions that replicas share through Redis: asked at one, approved at another, gone through once.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addOperator } from '../../src/http/operators/change-operators.ts';
import { createManualClock } from '../manual-clock.ts';
import { questionOf, sendAnswer, serveAsking } from './operators.ts';
import { hasRedis, startRedis } from './processes.ts';
import { temporaryFolder } from './temporary-folder.ts';

const open = async () => {
  const redis = await startRedis();
  const operatorsFile = join(temporaryFolder(), 'operators.json');
  const { key } = addOperator(operatorsFile, { name: 'sam', role: 'approve' }, randomBytes);
  const clock = createManualClock(Date.now());
  const redisUrl = `redis://127.0.0.1:${redis.port}`;
  const serve = (stateKey = 'k'.repeat(40)) =>
    serveAsking({ redisUrl, stateKey, operatorsFile }, {}, clock);
  const [one, other] = [await serve(), await serve()];
  return { redis, key, serve, one, other };
};

describe.skipIf(!hasRedis)('two replicas with one Redis and one state key', () => {
  it('ask at one, are answered at the other, and let the call through once in all', async () => {
    const { key, one, other } = await open();
    const pending = await one.destroy();
    const id = questionOf(pending);
    expect(pending.error?.next).toContain(`--url http://127.0.0.1:${one.port}`);
    expect(pending.error?.next).not.toContain('on the machine of this server');
    expect(questionOf(await other.destroy())).toBe(id);
    const approve = (port: number) =>
      sendAnswer(port, `/approvals/${id}/approve`, key, { body: { typed: 'staging-01' } });
    expect((await approve(other.port)).status).toBe(200);
    expect((await approve(one.port)).status).toBe(409);
    const calls = await Promise.all([one, other, one, other].map((server) => server.destroy()));
    expect(calls.filter(({ error }) => error === undefined)).toHaveLength(1);
  }, 30_000);

  it('are answered once, however many answer at both at the same time', async () => {
    const { key, one, other } = await open();
    const id = questionOf(await one.destroy());
    const answers = await Promise.all(
      [one, other, one, other].map(({ port }, place) =>
        sendAnswer(port, `/approvals/${id}/${place < 2 ? 'approve' : 'deny'}`, key, {
          body: place < 2 ? { typed: 'staging-01' } : {},
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  }, 30_000);

  it('know nothing of what one with another key asks', async () => {
    const { key, serve, one } = await open();
    const stranger = await serve('z'.repeat(40));
    const id = questionOf(await stranger.destroy());
    const body = { typed: 'staging-01' };
    const path = `/approvals/${id}/approve`;
    expect((await sendAnswer(one.port, path, key, { body })).status).toBe(404);
    expect(questionOf(await one.destroy())).not.toBe(id);
  }, 30_000);

  it('say so when Redis is gone, and let nothing through', async () => {
    const { redis, key, one } = await open();
    const id = questionOf(await one.destroy());
    await redis.stop('SIGKILL');
    const body = { typed: 'staging-01' };
    const refused = await sendAnswer(one.port, `/approvals/${id}/approve`, key, { body });
    expect(refused.status).toBe(503);
    expect(refused.headers['retry-after']).toBeDefined();
    expect((await one.destroy()).error).toBeDefined();
    expect(JSON.stringify(await one.call('droplets_list'))).toContain('staging-01');
  }, 30_000);
});
