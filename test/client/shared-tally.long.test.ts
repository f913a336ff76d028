// Limits that replicas share through Redis, and what each does while Redis is away.
import { spawn } from 'node:child_process';
import { afterEach, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../src/account/credential.ts';
import { createQuota } from '../../src/client/quota/quota.ts';
import { type Rates, ratesOf } from '../../src/client/quota/rates.ts';
import { createSharedTally, type SharedTallyOptions } from '../../src/client/quota/shared-tally.ts';
import { connectRedis } from '../../src/redis/redis-connection.ts';
import { systemClock } from '../../src/system.ts';
import { json, refusal, startFaultServer } from './fault-server.ts';
import { calm, token } from './kit.ts';
import { freePort, type RedisServer, redisBinary, startRedis } from './redis-server.ts';

if (redisBinary === undefined)
  console.warn('The tests of the shared quota are skipped: there is no redis-server here.');

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const redis = async (port?: number): Promise<RedisServer> => {
  const server = await startRedis(port);
  opened.push(server.kill);
  return server;
};

const few = (most: number, withinMs: number): Rates => ({
  ...ratesOf(),
  token: [{ most, withinMs }],
});

const tallyOn = (url: string, rates: Rates, own: Partial<SharedTallyOptions> = {}) => {
  const said: string[] = [];
  const connection = connectRedis({ url, clock: systemClock, commandMs: 200 });
  opened.push(connection.close);
  const tally = createSharedTally({
    connection,
    key: () => fingerprintOf(token),
    rates,
    clock: systemClock,
    log: {
      warn: (_, message) => said.push(`warn ${message}`),
      info: (_, message) => said.push(`info ${message}`),
    },
    slackMs: 0,
    ...own,
  });
  return { tally, said };
};

const takeWhileFree = async (
  take: () => number | Promise<number>,
): Promise<[taken: number, wait: number]> => {
  for (let taken = 0; ; taken += 1) {
    const wait = await take();
    if (wait > 0) return [taken, wait];
  }
};

interface Report {
  readonly answered: number;
  readonly failures: readonly string[];
  readonly warnings: readonly string[];
  readonly degraded: readonly boolean[];
}

const runReplica = (...given: readonly (string | number)[]): Promise<Report> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', new URL('replica.ts', import.meta.url).pathname, ...given.map(String)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve(JSON.parse(out) as Report)
        : reject(new Error(`replica ended with ${code}`)),
    );
  });

/** Enforces a rolling limit in real time, and remembers how close it came. */
const enforcing = (most: number, withinMs: number) => {
  const times: number[] = [];
  let refused = 0;
  return {
    times,
    get refused() {
      return refused;
    },
    script: () => {
      const now = Date.now();
      if (times.filter((time) => time > now - withinMs).length >= most) {
        refused += 1;
        return refusal(429, 'API rate limit exceeded.', { 'retry-after': '1' });
      }
      times.push(now);
      return json({ droplet: { id: 1 } });
    },
  };
};

describe.skipIf(redisBinary === undefined)('a tally shared through Redis', () => {
  it('counts for all replicas together, exactly', async () => {
    const { url } = await redis();
    const one = tallyOn(url, few(7, 60_000));
    const other = tallyOn(url, few(7, 60_000));
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await one.tally.take(['token'])).toBe(0);
      expect(await other.tally.take(['token'])).toBe(0);
    }
    const [taken, wait] = await takeWhileFree(() => one.tally.take(['token']));
    expect(taken).toBe(1);
    expect(wait).toBeGreaterThan(59_000);
    expect(wait).toBeLessThanOrEqual(60_000);
    expect(await other.tally.take(['token'])).toBeGreaterThan(0);
    expect([one.said, other.said]).toEqual([[], []]);
  });

  it('rolls: room comes back as the oldest requests leave the span', async () => {
    const { url } = await redis();
    const { tally } = tallyOn(url, few(3, 150));
    const begun = Date.now();
    let taken = 0;
    while (taken < 9) {
      const wait = await tally.take(['token']);
      if (wait === 0) taken += 1;
      else await systemClock.sleep(wait);
    }
    expect(Date.now() - begun).toBeGreaterThanOrEqual(300);
  });

  it('keeps tokens apart, and the narrow limits too, all or nothing', async () => {
    const { url } = await redis();
    const rates: Rates = {
      token: [{ most: 4, withinMs: 60_000 }],
      ssh_key_lists: [{ most: 2, withinMs: 60_000 }],
      cdn: [{ most: 1, withinMs: 60_000 }],
    };
    const { tally } = tallyOn(url, rates);
    const stranger = tallyOn(url, rates, { key: () => fingerprintOf('another token') });
    expect((await takeWhileFree(() => tally.take(['token', 'ssh_key_lists'])))[0]).toBe(2);
    // The refused third list has taken nothing from the token's own count.
    expect((await takeWhileFree(() => tally.take(['token'])))[0]).toBe(2);
    expect(await stranger.tally.take(['token', 'cdn'])).toBe(0);
  });

  it('holds every replica back when DigitalOcean tells one of them to wait', async () => {
    const { url } = await redis();
    const one = tallyOn(url, ratesOf());
    const other = tallyOn(url, ratesOf());
    expect(await other.tally.take(['token'])).toBe(0);
    one.tally.pause(30_000);
    let wait = 0;
    while (wait === 0) wait = await other.tally.take(['token']);
    expect(wait).toBeGreaterThan(29_000);
  });

  it('never tells the token to Redis', () => {
    expect(fingerprintOf(token)).toMatch(/^[0-9a-f]{32}$/);
    expect(fingerprintOf(token)).not.toBe(fingerprintOf(`${token}0`));
  });

  it('goes on in memory with a cautious share and one warning when Redis was never there', async () => {
    const degraded: boolean[] = [];
    const { tally, said } = tallyOn(`redis://127.0.0.1:${await freePort()}`, few(10, 60_000), {
      degraded: (isDegraded) => degraded.push(isDegraded),
    });
    expect((await takeWhileFree(() => tally.take(['token'])))[0]).toBe(5);
    expect(said).toEqual([expect.stringMatching(/^warn Redis is lost/)]);
    expect(degraded).toEqual([true]);
  });

  it('goes on when Redis freezes, and no call waits long for it', async () => {
    const server = await redis();
    const { tally, said } = tallyOn(server.url, few(100, 60_000));
    expect(await tally.take(['token'])).toBe(0);
    server.freeze();
    const begun = Date.now();
    for (let call = 0; call < 20; call += 1) expect(await tally.take(['token'])).toBe(0);
    expect(Date.now() - begun).toBeLessThan(1000);
    expect(said).toHaveLength(1);
    server.thaw();
  });

  it('comes back when Redis does', async () => {
    const server = await redis();
    const degraded: boolean[] = [];
    const { tally, said } = tallyOn(server.url, few(1000, 60_000), {
      degraded: (isDegraded) => degraded.push(isDegraded),
    });
    const quota = createQuota({ tally, clock: systemClock });
    const take = () => quota.take({ patienceMs: 5000, signal: calm.signal });
    await take();
    await server.kill();
    await take();
    expect(degraded).toEqual([true]);
    await redis(server.port);
    while (degraded.length < 2) {
      await take();
      await systemClock.sleep(20);
    }
    expect(degraded).toEqual([true, false]);
    expect(said.at(-1)).toMatch(/^info Redis is back/);
  });
});

describe.skipIf(redisBinary === undefined)('two processes that share Redis', () => {
  it('keep the limit together: no 429, and no less than the limit allows', async () => {
    const { url } = await redis();
    const limit = enforcing(60, 1000);
    const server = await startFaultServer(limit.script);
    opened.push(server.close);
    const reports = await Promise.all(
      [1, 2].map(() => runReplica(url, server.url, 60, 1000, 100, 10)),
    );
    for (const report of reports)
      expect(report).toEqual({ answered: 100, failures: [], warnings: [], degraded: [] });
    expect(limit.refused).toBe(0);
    expect(limit.times).toHaveLength(200);
  });

  it('lose no call when Redis is killed in the middle of a run', async () => {
    const server = await redis();
    const limit = enforcing(60, 1000);
    const api = await startFaultServer(async () => {
      if (limit.times.length === 40) await server.kill();
      return limit.script();
    });
    opened.push(api.close);
    const reports = await Promise.all(
      [1, 2].map(() => runReplica(server.url, api.url, 60, 1000, 60, 8)),
    );
    for (const report of reports) {
      expect([report.answered, report.failures]).toEqual([60, []]);
      expect(report.degraded).toEqual([true]);
      expect(report.warnings).toHaveLength(1);
    }
  });
});
