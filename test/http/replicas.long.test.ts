// Two replicas behind a load balancer, as processes of their own, with Redis between them: and what happens when one of these dies.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addAgent } from '../../src/http/authentication/add-agent.ts';
import { serveSimulation } from '../../src/simulation/serve.ts';
import { startBalancer } from './balancer.ts';
import { connectNew, connectOld } from './clients.ts';
import { messageText } from './event-text.ts';
import { callModern, post, type RawReply, send } from './open-server.ts';
import { hasRedis, type Running, startRedis, startReplica } from './processes.ts';
import { realClock } from './real-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';

const token = 'sandbox:account:read,droplet:read,domain:read,regions:read';
const answerOf = ({ text }: RawReply) =>
  JSON.parse(JSON.parse(messageText(text)).result.content[0].text);

const open = async (words: readonly string[] = []) => {
  const simulation = await serveSimulation({ clock: realClock, host: '127.0.0.1', port: 0 });
  onTestFinished(() => simulation.close());
  const upstream = await startBalancer([Number(new URL(simulation.url).port)]);
  const redis = await startRedis();
  const policy = join(temporaryFolder(), 'agents.json');
  const { key } = addAgent(
    policy,
    { name: 'ci', token: { env: 'CI_TOKEN' }, access: 'read' },
    randomBytes,
  );
  const start = () =>
    startReplica(
      [
        '--auth',
        'agents',
        '--policy',
        policy,
        '--api-url',
        `http://127.0.0.1:${upstream.port}`,
        '--redis-url',
        `redis://127.0.0.1:${redis.port}`,
        '--trusted-proxies',
        '127.0.0.1',
        '--log-level',
        'debug',
        ...words,
      ],
      { CI_TOKEN: token },
    );
  const replicas = await Promise.all([start(), start()]);
  const [one, other] = replicas;
  const balancer = await startBalancer(replicas.map(({ port }) => port));
  const written = () => replicas.map(({ output }) => output()).join('\n');
  return {
    upstream,
    redis,
    key,
    one,
    other,
    replicas,
    balancer,
    written,
    authorization: `Bearer ${key}`,
  };
};

const call = (port: number, authorization: string, tool = 'account_get') =>
  callModern({ port, tool, headers: { authorization } });

const degraded = async ({ port }: Running): Promise<string | undefined> =>
  /^do_mcp_redis_degraded (\S+)$/m.exec((await send({ port, path: '/metrics' })).text)?.[1];

describe.skipIf(!hasRedis)('two replicas', () => {
  it('answer any request of either generation in turns, and survive the death of one and of Redis', async () => {
    const { balancer, replicas, one, other, redis, key, authorization, written } = await open();
    const url = new URL(`http://127.0.0.1:${balancer.port}/mcp`);

    const modern = await connectNew(url, { authorization });
    const { client: old } = await connectOld(url, { headers: { authorization } });
    for (let round = 0; round < 4; round++) {
      expect((await modern.callTool({ name: 'account_get' })).isError).toBeFalsy();
      expect((await old.callTool({ name: 'account_get' }))['isError']).toBeFalsy();
    }
    const names = (await old.listTools()).tools.map(({ name }) => name);
    expect(names).toContain('droplets_list');
    expect(names).not.toContain('firewalls_list');
    for (const { port } of replicas) expect(balancer.counts.get(port)).toBeGreaterThan(3);

    const asking = await connectOld(new URL(`http://127.0.0.1:${one?.port}/mcp`), {
      headers: { authorization },
      answer: 'accept',
    });
    expect(asking.sessionId).toBeDefined();
    const elsewhere = await post(
      other?.port ?? 0,
      { jsonrpc: '2.0', id: 1, method: 'tools/list' },
      {
        authorization,
        'mcp-session-id': asking.sessionId ?? '',
      },
    );
    expect(elsewhere.status).toBe(404);

    for (const replica of replicas) expect(await degraded(replica)).toBe('0');
    await redis.stop('SIGKILL');
    for (let round = 0; round < 4; round++)
      expect(answerOf(await call(balancer.port, authorization))).toHaveProperty('email');
    for (const replica of replicas) {
      expect((await send({ port: replica.port, path: '/readyz' })).status).toBe(200);
      await expect.poll(() => degraded(replica)).toBe('1');
    }
    expect((await call(balancer.port, 'Bearer wrong')).status).toBe(401);

    await one?.stop('SIGKILL');
    for (let round = 0; round < 6; round++)
      expect((await call(balancer.port, authorization)).status).toBe(200);

    await other?.stop('SIGTERM');
    expect(written()).toContain('stopped');
    expect(written()).not.toContain(key.slice(8));
    expect(written()).not.toContain(token);
  }, 60_000);

  it('count failed attempts and the quota of a token together', async () => {
    const { replicas, balancer, authorization, upstream } = await open(['--quota', '1000/12']);
    const statuses: number[] = [];
    for (let guess = 0; guess < 24; guess++) {
      const target = replicas[guess % 2]?.port ?? 0;
      statuses.push((await call(target, `Bearer domcp_guess${guess}`)).status);
    }
    expect(statuses.slice(0, 20).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(20)).toEqual([429, 429, 429, 429]);

    const before = [...upstream.counts.values()].reduce((sum, count) => sum + count, 0);
    const calls = await Promise.allSettled(
      Array.from({ length: 30 }, () =>
        callModern({
          port: balancer.port,
          tool: 'account_get',
          headers: { authorization },
          signal: AbortSignal.timeout(3_000),
        }),
      ),
    );
    const answered = calls.filter(
      (one) => one.status === 'fulfilled' && 'email' in answerOf(one.value),
    );
    const asked = [...upstream.counts.values()].reduce((sum, count) => sum + count, 0) - before;
    expect(answered.length).toBeGreaterThan(0);
    // The scopes of the token are asked for besides, once at each replica.
    expect(asked).toBeLessThanOrEqual(12 + replicas.length);
    expect(answered.length).toBeLessThanOrEqual(12);
  }, 60_000);
});
