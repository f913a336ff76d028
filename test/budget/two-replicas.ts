// Two replicas that share Redis and a file of agents, for tests of what they spend together.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { startRedis } from '../client/redis-server.ts';
import { messageText } from '../http/event-text.ts';
import { callLegacy } from '../http/open-server.ts';
import { serveSimulated } from '../http/serve-simulated.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { codeOf, type Entry, fileOf, keyOf, type Told } from '../policy/served.ts';

/** Everything is allowed and nobody is asked. */
export const free: Entry = { rules: [{ decision: 'allow' }] };

/** One of them; calls it. */
const serve = async (redisUrl: string, policy: string) => {
  const { port } = await serveSimulated({ auth: 'agents', policy, redisUrl }, { TEAM: 'sandbox' });
  return async (
    agent: string,
    tool: string,
    given: Record<string, unknown> = {},
  ): Promise<Told> => {
    const headers = { authorization: `Bearer ${keyOf(agent)}` };
    const reply = await callLegacy({ port, tool, arguments: given, headers });
    return JSON.parse(JSON.parse(messageText(reply.text)).result.content[0].text);
  };
};

/** Two replicas with one file of agents and one Redis. */
export const serveTwo = async (agents: Readonly<Record<string, Entry>>, top: Entry = {}) => {
  const redis = await startRedis();
  onTestFinished(() => redis.kill());
  const policy = join(temporaryFolder(), 'policy.json');
  writeFileSync(policy, JSON.stringify({ ...JSON.parse(fileOf(agents)), ...top }));
  const [one, other] = await Promise.all([serve(redis.url, policy), serve(redis.url, policy)]);
  return { redis, one, other };
};

let made = 0;
/** Arguments of a volume that costs a tenth of a dollar a month for each GiB. */
export const volume = (gigabytes: number) => {
  made += 1;
  return { name: `v-${made}`, region: 'fra1', size_gigabytes: gigabytes };
};

/** The code of what became of making a volume of a dollar. */
export const create = (call: Awaited<ReturnType<typeof serve>>, agent = 'ci', gigabytes = 10) =>
  call(agent, 'volumes_create', volume(gigabytes)).then(codeOf);

/** How many of these codes are this one. */
export const count = (codes: readonly string[], code: string): number =>
  codes.filter((one) => one === code).length;

/** Tries until it is there; Redis's client comes back by itself after a while. */
export const sooner = async <Result>(look: () => Promise<Result | undefined>): Promise<Result> => {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
