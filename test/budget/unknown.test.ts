// What nobody knows became of: it stays counted, is looked for by its name, and is let go by a rule, whoever has died.
import { describe, expect, it } from 'vitest';
import { connectSpender, droplet, free, outcomeOf, type SpenderOptions } from './spender.ts';

const policy = { ...free, max_monthly_usd: 12 };
const spender = (more: SpenderOptions = {}) => connectSpender({ policy, ...more });

const minute = 60_000;

/** Of a create, the answer is lost: after or, with `instead`, before it was carried out. */
const lost = (instead: boolean) => ({
  method: 'POST',
  path: '/v2/droplets',
  ...(instead
    ? { respond: { status: 502, body: '<html>bad gateway</html>' } }
    : { lose_answer: true }),
});

describe('a call of which nobody knows what became', () => {
  it('stays counted, is found by its name, and given back when it is deleted', async () => {
    const { call, left, clock, fault, elsewhere } = await spender();
    fault(lost(false));
    const unknown = await call('droplets_create', droplet('a'));
    expect(unknown.answer['error']).toMatchObject({
      code: 'outcome_unknown',
      next: expect.stringMatching(/stays reserved in the budget/),
    });
    expect(await left()).toBe(6);
    await clock.advance(16 * minute);
    expect(await left()).toBe(6);
    const list = (await elsewhere('GET', 'droplets?name=a')) as { droplets: { id: number }[] };
    await elsewhere('DELETE', `droplets/${list.droplets[0]?.id}`);
    await clock.advance(minute);
    expect(await left()).toBe(12);
  });

  it('stays counted for a quarter of an hour where it was never made, and is given back then', async () => {
    const { call, left, clock, fault } = await spender();
    fault(lost(true));
    expect(outcomeOf(await call('droplets_create', droplet('a')))).toBe('outcome_unknown');
    await clock.advance(14 * minute);
    expect(await left()).toBe(6);
    await clock.advance(2 * minute);
    expect(await left()).toBe(12);
  });

  it('is let go after a day where it has no name to be found by', async () => {
    const { call, left, clock, fault } = await spender();
    fault({ method: 'POST', path: '/v2/reserved_ips', lose_answer: true });
    expect(outcomeOf(await call('reserved_ips_create', { region: 'fra1' }))).toBe(
      'outcome_unknown',
    );
    await clock.advance(23 * 60 * minute);
    expect(await left()).toBe(7);
    await clock.advance(2 * 60 * minute);
    expect(await left()).toBe(12);
  });

  it('is no second one: what was tried again counts once each', async () => {
    const { call, left, clock, fault } = await spender();
    fault(lost(false));
    await call('droplets_create', droplet('a'));
    expect(outcomeOf(await call('droplets_create', droplet('a')))).toBe('done');
    expect(await left()).toBe(0);
    await clock.advance(16 * minute);
    expect(await left()).toBe(0);
    expect(outcomeOf(await call('droplets_create', droplet('b')))).toBe('over_budget');
  });

  it('finds of several only those that are there', async () => {
    const { call, left, clock, fault, elsewhere } = await spender();
    fault(lost(false));
    const { name: _, ...given } = droplet('');
    await call('droplets_create', { ...given, names: ['a', 'b'] });
    expect(await left()).toBe(0);
    const list = (await elsewhere('GET', 'droplets?name=b')) as { droplets: { id: number }[] };
    await elsewhere('DELETE', `droplets/${list.droplets[0]?.id}`);
    await clock.advance(16 * minute);
    expect(await left()).toBe(6);
  });
});

describe('a server that starts again', () => {
  it('goes on counting where it was', async () => {
    const first = await spender();
    await first.call('droplets_create', droplet('a'));
    await first.close();
    const { account, stateFolder } = first;
    const second = await spender({ account, stateFolder });
    expect(await second.left()).toBe(6);
    expect(outcomeOf(await second.call('droplets_create', droplet('b')))).toBe('done');
    expect(outcomeOf(await second.call('droplets_create', droplet('c')))).toBe('over_budget');
  });

  it.each([
    ['before_sending', 12],
    ['after_sending', 6],
  ] as const)('finds out what one has reserved that died %s', async (when, found) => {
    const first = await spender();
    const { account, stateFolder, clock } = first;
    const died = account.die(when);
    void first.call('droplets_create', droplet('a')).catch(() => undefined);
    await died;
    const second = await spender({ account, stateFolder });
    expect(await second.left()).toBe(6);
    await clock.advance(16 * minute);
    expect(await second.left()).toBe(found);
  });

  it('counts a snapshot from when it is taken, finds it when it is listed, and gives it back', async () => {
    const { call, left, clock, elsewhere } = await spender();
    const made = await call('droplets_create', droplet('a'));
    await clock.advance(minute);
    const given = { droplet_id: made.answer['id'], type: 'snapshot', name: 'before' };
    expect(outcomeOf(await call('droplet_actions_post', given))).toBe('done');
    // 25 GiB at $0.06.
    expect(await left()).toBe(4.5);
    await clock.advance(10 * minute);
    expect(await left()).toBe(4.5);
    const list = (await elsewhere('GET', 'snapshots?resource_type=droplet')) as {
      snapshots: { id: string; name: string }[];
    };
    const { id } = list.snapshots.find(({ name }) => name === 'before') ?? {};
    expect(outcomeOf(await call('snapshots_delete', { snapshot_id: id }))).toBe('done');
    expect(await left()).toBe(6);
  });
});
