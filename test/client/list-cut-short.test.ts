// Lists that cannot be read to the end now: what is there is given, with the reason and a way on.
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/system.ts';
import { refusal } from './fault-server.ts';
import { callOf, calm, entries, failureOf } from './kit.ts';
import { ids, items, linked, prepareMeetings } from './meeting.ts';

const { meet } = prepareMeetings();

describe('a list that cannot be read to the end now', () => {
  const small = callOf({
    ...entries.list,
    reply: { kind: 'list', key: 'droplets', paging: { style: 'links', largest: 20 } },
  });

  it('because the limit is used up gives the items so far, the reason and a cursor that goes on', async () => {
    let isUsedUp = true;
    const { api } = await meet((arrived, url) =>
      arrived.query.get('page') === '3' && isUsedUp
        ? refusal(429, 'x', { 'retry-after': '900' })
        : linked(() => items(60))(arrived, url),
    );
    const first = await api.list(small, { maxItems: 60 }, calm);
    expect(first.items).toHaveLength(40);
    expect(first.stopped).toMatchObject({
      why: 'failure',
      failure: { code: 'wait_too_long', retryAfterSeconds: 900 },
    });
    isUsedUp = false;
    expect(ids(await api.list(small, { maxItems: 60, after: first.after ?? '' }, calm))[0]).toBe(
      41,
    );
  });

  it('because the time for one call is over gives the items so far', async () => {
    const slow = { clock: systemClock, limits: { callMs: 150 } };
    const { api } = await meet(
      (arrived, url) =>
        arrived.query.get('page') === '2' ? { do: 'hang' } : linked(() => items(60))(arrived, url),
      slow,
    );
    const list = await api.list(small, { maxItems: 60 }, calm);
    expect(list.items).toHaveLength(20);
    expect(list.stopped).toEqual({ why: 'deadline' });
    expect(list.after).not.toBeNull();
  });

  it('because it is refused in the middle is refused', async () => {
    const { api } = await meet((arrived, url) =>
      arrived.query.get('page') === '2'
        ? refusal(403, 'no')
        : linked(() => items(60))(arrived, url),
    );
    expect(await failureOf(api.list(small, { maxItems: 60 }, calm))).toMatchObject({
      code: 'refused',
      status: 403,
    });
  });

  it('because the caller left is cancelled', async () => {
    const caller = new AbortController();
    const { api } = await meet((arrived, url) => {
      if (arrived.query.get('page') === '2') caller.abort();
      return linked(() => items(60))(arrived, url);
    });
    expect(
      (await failureOf(api.list(small, { maxItems: 60 }, { signal: caller.signal }))).code,
    ).toBe('cancelled');
  });
});
