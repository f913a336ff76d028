// A replica for tests, run as a process of its own: sends calls as fast as the shared quota lets it, and reports.
import { createCarriedCredential, fingerprintOf } from '../../src/account/credential.ts';
import { createApiClient } from '../../src/client/api-client.ts';
import { ApiFailure } from '../../src/client/failures.ts';
import { createQuota } from '../../src/client/quota/quota.ts';
import { ratesOf } from '../../src/client/quota/rates.ts';
import { createSharedTally } from '../../src/client/quota/shared-tally.ts';
import { createUndiciTransport } from '../../src/client/wire/undici-transport.ts';
import { connectRedis } from '../../src/redis/redis-connection.ts';
import { systemClock, systemRandom } from '../../src/system.ts';
import { callOf, calm, entries, token } from './kit.ts';

const [redisUrl = '', apiUrl = '', most = '0', within = '0', calls = '0', workers = '1'] =
  process.argv.slice(2);

const connection = connectRedis({ url: redisUrl, clock: systemClock });
const warnings: string[] = [];
const degraded: boolean[] = [];
const tally = createSharedTally({
  connection,
  key: () => fingerprintOf(token),
  rates: { ...ratesOf(), token: [{ most: Number(most), withinMs: Number(within) }] },
  clock: systemClock,
  log: {
    warn: (_, message) => warnings.push(message),
    info: (_, message) => warnings.push(message),
  },
  degraded: (isDegraded) => degraded.push(isDegraded),
});
const transport = createUndiciTransport();
const api = createApiClient({
  transport,
  bearer: createCarriedCredential(token),
  apiUrl,
  clock: systemClock,
  random: systemRandom,
  quota: createQuota({ tally, clock: systemClock }),
  userAgent: 'do-mcp/replica',
});

const failures: string[] = [];
let answered = 0;
let left = Number(calls);
const work = async (): Promise<void> => {
  while (left > 0) {
    left -= 1;
    try {
      await api.send(callOf(entries.get), calm);
      answered += 1;
    } catch (error) {
      failures.push(error instanceof ApiFailure ? error.code : String(error));
    }
  }
};
await Promise.all(Array.from({ length: Number(workers) }, work));
await connection.close();
await transport.close();
process.stdout.write(JSON.stringify({ answered, failures, warnings, degraded }));
