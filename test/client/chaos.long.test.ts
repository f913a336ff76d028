// Ten thousand calls through a server that fails one in five in random ways: nothing twice, nothing lost in silence.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiFailure } from '../../src/client/failures.ts';
import { type Arrived, type Fault, json, raw, refusal, startFaultServer } from './fault-server.ts';
import { callOf, calm, createKit, entries } from './kit.ts';

/** A small generator with a seed, so that a failing run can be repeated. */
const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Failures in which the work is not done. */
const before: readonly Fault[] = [
  { do: 'reset' },
  refusal(500, 'Server Error'),
  refusal(502, 'Bad Gateway'),
  raw('<html>Service Unavailable</html>', 'text/html', 503),
  raw('', null, 504),
  refusal(429, 'API rate limit exceeded.'),
  refusal(429, 'API rate limit exceeded.', { 'retry-after': '2' }),
  refusal(503, 'busy', { 'retry-after': '1' }),
];
/** Failures after the work was done: the answer is lost or useless. */
const after: readonly Fault[] = [
  { do: 'reset' },
  { do: 'reset_in_reply' },
  refusal(500, 'Server Error'),
  raw('<html>Gateway Timeout</html>', 'text/html', 504),
  raw('{"droplet":{"id":', 'application/json', 202),
  raw('<html>welcome</html>', 'text/html', 200),
];

/** An account that really keeps what was created and deleted, behind a server that fails one in five. */
const createAccount = (random: () => number) => {
  const created = new Map<string, number>();
  const deleted = new Set<string>();
  let requests = 0;
  const pick = (faults: readonly Fault[]): Fault =>
    faults[Math.floor(random() * faults.length)] ?? { do: 'reset' };
  const work = ({ method, path, body }: Arrived): Fault => {
    const name = path.split('/').at(-1) ?? '';
    switch (method) {
      case 'POST': {
        const own = String((JSON.parse(body) as { name: string }).name);
        created.set(own, (created.get(own) ?? 0) + 1);
        return json({ droplet: { id: own } }, 202);
      }
      case 'DELETE':
        if (deleted.has(name)) return refusal(404, 'not found');
        deleted.add(name);
        return raw('', null, 204);
      default:
        return json({ droplet: { id: name }, firewall: { id: name } });
    }
  };
  return {
    created,
    deleted,
    get requests() {
      return requests;
    },
    script: (arrived: Arrived): Fault => {
      requests += 1;
      const luck = random();
      if (luck < 0.1) return pick(before);
      const answer = work(arrived);
      return luck < 0.2 ? pick(after) : answer;
    },
  };
};

type Ending = 'answered' | ApiFailure['code'];

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

describe('ten thousand calls with one in five failing', () => {
  it('create nothing twice, lose nothing without saying so, leave no rejection and no memory behind', async () => {
    const unhandled: unknown[] = [];
    const hear = (reason: unknown): unknown => unhandled.push(reason);
    process.on('unhandledRejection', hear);
    const heaps: number[] = [];

    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = seeded(seed);
        const account = createAccount(random);
        const server = await startFaultServer(account.script, { remembers: false });
        const kit = createKit(server, { random });
        const endings = new Map<string, Ending>();
        let next = 0;

        const one = async (number: number): Promise<void> => {
          const name = `n${number}`;
          const kind = (['create', 'remove', 'get', 'replace'] as const)[number % 4] ?? 'get';
          const call = callOf(entries[kind], {
            arguments: { droplet_id: name, firewall_id: name },
            ...(kind === 'create' && { request: { body: { name } } }),
          });
          const ending = await kit.api.send(call, calm).then(
            (): Ending => 'answered',
            (error: unknown): Ending => {
              if (error instanceof ApiFailure) return error.code;
              throw error;
            },
          );
          endings.set(`${kind} ${name}`, ending);
        };
        const worker = async (): Promise<void> => {
          while (next < 2500) {
            next += 1;
            await one(next);
          }
        };
        try {
          await Promise.all(Array.from({ length: 40 }, worker));
        } finally {
          await kit.close();
          await server.close();
        }

        const count: Record<string, number> = {};
        for (const [key, ending] of endings) {
          const [kind = '', name = ''] = key.split(' ');
          count[`${kind} ${ending}`] = (count[`${kind} ${ending}`] ?? 0) + 1;
          if (kind === 'create') {
            const times = account.created.get(name) ?? 0;
            const allowed: Readonly<Partial<Record<Ending, readonly number[]>>> = {
              answered: [1],
              outcome_unknown: [0, 1],
              bad_reply: [1],
              refused: [0],
              wait_too_long: [0],
              unreachable: [0],
            };
            if (!allowed[ending]?.includes(times))
              throw new Error(`${name} was made ${times} times and reported as ${ending}`);
          }
          if (kind === 'remove' && ending === 'answered' && !account.deleted.has(name))
            throw new Error(`${name} was reported as deleted and is still there`);
          if (
            (kind === 'get' || kind === 'replace') &&
            !['answered', 'bad_reply', 'refused', 'outcome_unknown', 'unreachable'].includes(ending)
          )
            throw new Error(`${key} ended as ${ending}`);
        }
        expect(endings.size).toBe(2500);
        // One in five fails for a while, but hardly any read fails for good.
        // Of 625 reads about one in 26 meets a broken body, which is not repeated: 575 is five deviations below the mean.
        expect(count['get answered'] ?? 0).toBeGreaterThan(575);
        // Whatever else goes wrong, a read gets through.
        expect((count['get answered'] ?? 0) + (count['get bad_reply'] ?? 0)).toBeGreaterThan(615);
        console.log(
          `seed ${seed}: ${account.requests} requests for 2500 calls`,
          JSON.stringify(count),
        );
        collectGarbage();
        heaps.push(process.memoryUsage().heapUsed);
      }),
      { numRuns: 4, endOnFailure: true },
    );

    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', hear);
    expect(unhandled).toEqual([]);
    const growth = ((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)) / 1024 / 1024;
    console.log(
      `heap after each 2500 calls: ${heaps.map((heap) => `${Math.round(heap / 1024 / 1024)} MiB`).join(', ')}`,
    );
    expect(growth).toBeLessThan(8);
  }, 60_000);
});
