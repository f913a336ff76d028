// Whose account it is: an ornament that nobody waits for twice.
import { describe, expect, it } from 'vitest';
import { createOwnerLookUp } from '../../src/account/owner.ts';
import type { ApiClient, ApiReply } from '../../src/client/client.ts';
import { callOf, entry } from '../client/kit.ts';
import { createManualClock } from '../manual-clock.ts';

const permit = callOf(
  entry({
    id: 'account_get',
    method: 'GET',
    path: '/v2/account',
    reply: { kind: 'object', key: 'account' },
  }),
);
const { signal } = new AbortController();

const asking = (answer: () => Promise<ApiReply>) => {
  let asked = 0;
  const clock = createManualClock();
  const api: ApiClient = {
    send: () => {
      asked += 1;
      return answer();
    },
    list: () => Promise.reject(new Error('not here')),
    watch: () => Promise.reject(new Error('not here')),
    text: () => Promise.reject(new Error('not here')),
  };
  const owner = createOwnerLookUp(api, clock);
  return { owner: () => owner(permit, signal), clock, asked: () => asked };
};

const named = (name: string): ApiReply => ({
  status: 200,
  headers: {},
  body: { account: { email: 'a@b.test', team: { name } } },
  requestId: null,
});

describe('the name of the owner', () => {
  it('is asked for once', async () => {
    const { owner, asked } = asking(async () => named('Team'));
    expect([await owner(), await owner()]).toEqual(['Team', 'Team']);
    expect(asked()).toBe(1);
  });

  it('is not asked for again while it fails, and then once more', async () => {
    let works = false;
    const { owner, clock, asked } = asking(async () => {
      if (!works) throw new Error('down');
      return named('Team');
    });
    expect([await owner(), await owner(), await owner()]).toEqual([null, null, null]);
    expect(asked()).toBe(1);
    await clock.advance(299_999);
    await owner();
    expect(asked()).toBe(1);
    works = true;
    await clock.advance(1);
    expect(await owner()).toBe('Team');
    expect(asked()).toBe(2);
  });

  it('is waited for a moment by the first, not at all by the next, and told when it has come', async () => {
    let answer: (reply: ApiReply) => void = () => undefined;
    const { owner, clock } = asking(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    let first: string | null | undefined;
    void owner().then((name) => {
      first = name;
    });
    await clock.advance(499);
    expect(first).toBeUndefined();
    expect(await owner()).toBeNull();
    await clock.advance(1);
    expect(first).toBeNull();
    answer(named('Team'));
    await clock.advance(0);
    expect(await owner()).toBe('Team');
  });
});
