// How old a grant may grow: served while it is asked for again, waited for when too old, forgotten after a long outage.
import { describe, expect, it } from 'vitest';
import type { Grant } from '../../src/guard/grant.ts';
import { GrantKeeper } from '../../src/guard/grant-keeper.ts';
import { createManualClock } from '../manual-clock.ts';

const known = (...scopes: string[]): Grant => ({
  kind: 'known',
  scopes: new Set(scopes),
  source: 'digitalocean',
  expiresAt: null,
});
const unknown: Grant = { kind: 'unknown', reason: 'no answer' };

/** A keeper whose later answers the test gives, one after the other. */
const keepingSlowly = (first: Grant) => {
  const clock = createManualClock();
  const changes: Grant[] = [];
  const asked: ((grant: Grant) => void)[] = [];
  const keeper = new GrantKeeper(
    () =>
      new Promise((resolve) => {
        asked.push(resolve);
        if (asked.length === 1) resolve(first);
      }),
    clock,
    (grant) => changes.push(grant),
  );
  return { clock, keeper, changes, asked };
};

/** Whether something is settled without any time passing. */
const settles = async (clock: ReturnType<typeof createManualClock>, work: Promise<unknown>) => {
  let isSettled = false;
  void work.then(() => {
    isSettled = true;
  });
  await clock.advance(0);
  return isSettled;
};

describe('a known grant', () => {
  it('is told at once while it is asked for again', async () => {
    const { clock, keeper, asked } = keepingSlowly(known('droplet:read'));
    await keeper.current();
    await clock.advance(300_000);
    const again = keeper.current();
    expect(await settles(clock, again)).toBe(true);
    expect((await again).kind).toBe('known');
    expect(asked).toHaveLength(2);
  });

  it.each([
    [599_999, true],
    [600_000, false],
  ])('of %d ms is told without waiting: %s', async (age, atOnce) => {
    const { clock, keeper, asked } = keepingSlowly(known('droplet:read'));
    await keeper.current();
    await clock.advance(age);
    const again = keeper.current();
    expect(await settles(clock, again)).toBe(atOnce);
    asked[1]?.(known('droplet:read', 'vpc:read'));
    await clock.advance(0);
    const told = await again;
    expect(told.kind === 'known' && told.scopes.size).toBe(atOnce ? 1 : 2);
  });

  it('that is too old is waited for three seconds and told all the same', async () => {
    const { clock, keeper } = keepingSlowly(known('droplet:read'));
    await keeper.current();
    await clock.advance(600_000);
    const again = keeper.current();
    await clock.advance(2_999);
    expect(await settles(clock, again)).toBe(false);
    await clock.advance(1);
    expect((await again).kind).toBe('known');
  });

  it.each([
    [3_599_999, 'known'],
    [3_600_000, 'unknown'],
  ])('is worth after %d ms of silence: %s', async (age, kind) => {
    const clock = createManualClock();
    let asked = 0;
    const keeper = new GrantKeeper(
      async () => (asked++ === 0 ? known('droplet:read') : unknown),
      clock,
    );
    await keeper.current();
    await clock.advance(age);
    await keeper.current();
    await clock.advance(0);
    expect((await keeper.current()).kind).toBe(kind);
  });

  it('that is doubted is asked for again, but not more often than an unknown one', async () => {
    const { clock, keeper, asked } = keepingSlowly(known('droplet:read'));
    await keeper.current();
    keeper.doubt();
    await clock.advance(1_999);
    await keeper.current();
    expect(asked).toHaveLength(1);
    await clock.advance(1);
    await keeper.current();
    expect(asked).toHaveLength(2);
  });
});

describe('an unknown grant', () => {
  it('says why, and is waited for three seconds each time it is asked for', async () => {
    const { clock, keeper } = keepingSlowly(unknown);
    expect(await keeper.current()).toEqual(unknown);
    await clock.advance(2_000);
    const again = keeper.current();
    expect(await settles(clock, again)).toBe(false);
    await clock.advance(3_000);
    expect(await again).toEqual(unknown);
    keeper.startAgain();
    const other = keeper.current();
    await clock.advance(3_000);
    expect(await other).toEqual({ kind: 'unknown', reason: 'DigitalOcean has not told them yet' });
  });
});

describe('another token', () => {
  it('that grants the same is no news, however often it is another', async () => {
    const clock = createManualClock();
    const changes: Grant[] = [];
    const keeper = new GrantKeeper(
      async () => known('droplet:read'),
      clock,
      (grant) => changes.push(grant),
    );
    await keeper.current();
    keeper.startAgain();
    keeper.startAgain();
    await keeper.current();
    expect(changes).toEqual([]);
  });

  it('that grants something else is news, also when two came one after the other', async () => {
    const clock = createManualClock();
    const changes: Grant[] = [];
    const answers = [known('droplet:read'), known('vpc:read')];
    const keeper = new GrantKeeper(
      async () => answers.shift() ?? unknown,
      clock,
      (grant) => changes.push(grant),
    );
    await keeper.current();
    keeper.startAgain();
    keeper.startAgain();
    await keeper.current();
    expect(changes).toEqual([known('vpc:read')]);
  });

  it('makes an answer about the one before worthless', async () => {
    const { clock, keeper, asked } = keepingSlowly(known('droplet:read'));
    await keeper.current();
    await clock.advance(300_000);
    await keeper.current();
    keeper.startAgain();
    const now = keeper.current();
    asked[1]?.(known('droplet:delete'));
    await clock.advance(0);
    asked[2]?.(known('vpc:read'));
    await clock.advance(0);
    expect(await now).toEqual(known('vpc:read'));
  });
});
