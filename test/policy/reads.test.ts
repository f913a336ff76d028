// What judging by resource adds to a call, in requests that reach DigitalOcean; without a policy nothing is added.
import { describe, expect, it } from 'vitest';
import { codeOf, type Entry, servePolicy } from './served.ts';

const staging = 500_000_004;
const byTag: Entry = {
  grants: [{ areas: ['droplets', 'droplet_actions'], resources: { tags: ['staging'] } }],
  rules: [{ access: ['destroy'], decision: 'ask' }],
};

/** The requests of one call, without the account's owner, who is named with every change. */
const requestsOf = async (entry: Entry, tool: string, given: Record<string, unknown>) => {
  const { call, reached } = await servePolicy({ one: entry }, { mode: 'tools' });
  const code = codeOf(await call('one', tool, given));
  return [code, reached.filter((one) => one !== 'GET /v2/account')];
};

const get = { droplet_id: staging };
const rename = { ...get, type: 'rename', name: 'b', wait_seconds: 0 };
const thing = `GET /v2/droplets/${staging}`;

describe('a call', () => {
  it.each<[string, Entry, string, Record<string, unknown>, string, readonly string[]]>([
    ['without a policy', {}, 'droplets_get', get, 'ok', [thing]],
    ['with limits alone', { access: 'read' }, 'droplets_get', get, 'ok', [thing]],
    ['by area alone', { grants: [{ areas: ['droplets'] }] }, 'droplets_get', get, 'ok', [thing]],
    [
      'by id alone',
      { grants: [{ areas: ['droplets'], resources: { ids: [String(staging)] } }] },
      'droplets_get',
      get,
      'ok',
      [thing],
    ],
    ['by tag', byTag, 'droplets_get', get, 'ok', [thing, thing]],
    [
      'that is denied whatever the thing is',
      byTag,
      'volumes_get',
      { volume_id: 'x' },
      'not_allowed',
      [],
    ],
    // What a person is asked about is read once, by whatever ways the call comes.
    ['that asks', byTag, 'droplet_actions_post', rename, 'approval_pending', [thing]],
  ])('%s', async (_, entry, tool, given, code, requests) => {
    expect(await requestsOf(entry, tool, given)).toEqual([code, requests]);
  });

  it('of a list costs no read more', async () => {
    const [code, requests] = await requestsOf(byTag, 'droplets_list', {});
    expect([code, (requests as string[]).length]).toEqual(['ok', 1]);
  });
});
