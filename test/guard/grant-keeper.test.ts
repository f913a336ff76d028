// The grant of a token over time: asked lazily, joined, given up after a while, asked again, announced when it changes.
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

describe('keeping a grant', () => {
  it('asks once for callers that come together', async () => {
    let asked = 0;
    const keeper = new GrantKeeper(async () => {
      asked++;
      return known('droplet:read');
    }, createManualClock());
    const grants = await Promise.all([keeper.current(), keeper.current(), keeper.current()]);
    expect(grants.every((grant) => grant.kind === 'known')).toBe(true);
    expect(asked).toBe(1);
  });

  it('goes on without an answer after three seconds, and announces it when it comes', async () => {
    const clock = createManualClock();
    const changes: Grant[] = [];
    let answer: (grant: Grant) => void = () => {};
    const keeper = new GrantKeeper(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
      clock,
      (grant) => changes.push(grant),
    );
    const first = keeper.current();
    await clock.advance(3_000);
    expect((await first).kind).toBe('unknown');
    answer(known('droplet:read'));
    await clock.advance(0);
    expect(changes.map((grant) => grant.kind)).toEqual(['known']);
    expect((await keeper.current()).kind).toBe('known');
  });

  it('asks again after a failed look-up, but not at once', async () => {
    const clock = createManualClock();
    const answers = [unknown, known('droplet:read')];
    let asked = 0;
    const keeper = new GrantKeeper(async () => answers[asked++] ?? unknown, clock);
    expect((await keeper.current()).kind).toBe('unknown');
    expect((await keeper.current()).kind).toBe('unknown');
    expect(asked).toBe(1);
    await clock.advance(5_000);
    expect((await keeper.current()).kind).toBe('known');
  });

  it('keeps what it knows through an outage', async () => {
    const clock = createManualClock();
    const answers = [known('droplet:read'), unknown];
    let asked = 0;
    const keeper = new GrantKeeper(async () => answers[asked++] ?? unknown, clock);
    await keeper.current();
    await clock.advance(300_000);
    await keeper.current();
    await clock.advance(0);
    expect(asked).toBe(2);
    expect((await keeper.current()).kind).toBe('known');
  });

  it('notices that a token has lost scopes', async () => {
    const clock = createManualClock();
    const answers = [known('droplet:read', 'droplet:delete'), known('droplet:read')];
    const changes: Grant[] = [];
    let asked = 0;
    const keeper = new GrantKeeper(
      async () => answers[asked++] ?? unknown,
      clock,
      (grant) => changes.push(grant),
    );
    await keeper.current();
    await clock.advance(300_000);
    await keeper.current();
    await clock.advance(0);
    expect(changes).toHaveLength(1);
  });

  it.each<[string, readonly string[], readonly string[], number]>([
    ['grown', ['droplet:read'], ['droplet:read', 'droplet:delete'], 1],
    ['shrunk to nothing', ['droplet:read'], [], 1],
    ['changed at the same size', ['droplet:read'], ['domain:read'], 1],
    ['been told in another order', ['a', 'b'], ['b', 'a'], 0],
  ])('announces that its scopes have %s just when they have', async (_, first, then, times) => {
    const clock = createManualClock();
    const answers = [known(...first), known(...then)];
    const changes: Grant[] = [];
    let asked = 0;
    const keeper = new GrantKeeper(
      async () => answers[asked++] ?? unknown,
      clock,
      (grant) => changes.push(grant),
    );
    await keeper.current();
    await clock.advance(299_999);
    await keeper.current();
    await clock.advance(0);
    expect(asked).toBe(1);
    await clock.advance(1);
    await keeper.current();
    await clock.advance(0);
    expect(asked).toBe(2);
    expect(changes).toHaveLength(times);
    const now = await keeper.current();
    expect(now.kind === 'known' && [...now.scopes].sort()).toEqual([...then].sort());
  });

  it('takes everything back from a token that is revoked, and gives it again when it is accepted', async () => {
    const clock = createManualClock();
    const answers: Grant[] = [
      known('droplet:read'),
      { kind: 'invalid', reason: 'revoked' },
      known('droplet:read'),
    ];
    let asked = 0;
    const keeper = new GrantKeeper(async () => answers[asked++] ?? unknown, clock);
    const kinds: string[] = [];
    for (const pause of [0, 300_000, 2_000]) {
      await clock.advance(pause);
      await keeper.current();
      await clock.advance(0);
      kinds.push((await keeper.current()).kind);
    }
    expect(kinds).toEqual(['known', 'invalid', 'known']);
  });
});
