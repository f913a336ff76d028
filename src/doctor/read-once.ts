// One read of the API that the token and the settings allow, for what its headers tell.
import { createProgram } from '../program.ts';
import { permitRead } from '../road/follow-ups.ts';
import type { Situation } from './situation.ts';

/** What a read told beside its answer. */
export interface Read {
  readonly tool: string;
  /** Requests left this hour; null where nobody said. */
  readonly left: number | null;
  readonly limit: number | null;
  /** Why it failed, as a part of a sentence; null when it did not. */
  readonly failure: string | null;
}

/** How long it may take, in milliseconds. */
const patience = 4_000;

/** Reads of a few bytes, those that most tokens may do first. */
const small = [
  'account_get',
  'regions_list',
  'sizes_list',
  'domains_list',
  'projects_list',
  'tags_list',
  'ssh_keys_list',
];

const numberIn = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;

/** Makes the read; null on the simulation, or where there is no token, none is allowed, or DigitalOcean did not accept the token. */
export const readOnce = async ({
  told: { settings, environment },
  tokenInfo,
  box,
  clock,
  saying,
}: Situation): Promise<Read | null> => {
  const info = await tokenInfo();
  if (
    settings === null ||
    settings.sandbox ||
    info === null ||
    info.grant.kind === 'invalid' ||
    info.failure !== null
  )
    return null;
  saying('Asking what is left of the quota');
  const program = createProgram({ ...settings, logLevel: 'silent', redisUrl: null }, box, {
    environment,
    clock,
  });
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), patience);
  try {
    const caller = program.localCaller();
    const guard = await caller.guard();
    const listed = box.outlines
      .filter(({ path, effect }) => effect === 'read' && !path.includes('{'))
      .map(({ name }) => name);
    for (const name of [...small, ...listed]) {
      const tool = await box.named(name);
      const permit = tool && (await permitRead(guard, tool, {}));
      if (!permit) continue;
      try {
        const { headers } = await caller.account.api.send(permit, { signal: ending.signal });
        return {
          tool: name,
          left: numberIn(headers['ratelimit-remaining']),
          limit: numberIn(headers['ratelimit-limit']),
          failure: null,
        };
      } catch (error) {
        const failure = error instanceof Error ? error.message : 'unknown reason';
        return { tool: name, left: caller.account.quota().left, limit: null, failure };
      }
    }
    return null;
  } finally {
    clearTimeout(timer);
    await program.close();
  }
};
