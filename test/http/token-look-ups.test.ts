// Tokens that nobody has vouched for: whoever has a good one gets in, whoever guesses costs DigitalOcean little.
import { describe, expect, it } from 'vitest';
import type { Grant } from '../../src/guard/grant.ts';
import { createFailedAttempts } from '../../src/http/authentication/failed-attempts.ts';
import { requireToken } from '../../src/http/authentication/token.ts';
import { Refusal } from '../../src/http/refusal.ts';
import { createManualClock } from '../manual-clock.ts';
import { deferred } from './deferred.ts';

const known: Grant = { kind: 'known', scopes: new Set(), source: 'digitalocean', expiresAt: null };
const invalid: Grant = { kind: 'invalid', reason: 'DigitalOcean does not accept the token' };

const open = (
  options: Partial<Parameters<typeof requireToken>[0]> = {},
  judge: (token: string) => Grant | Promise<Grant> = (token) =>
    token.startsWith('good') ? known : invalid,
) => {
  const asked: string[] = [];
  const clock = createManualClock();
  const gate = requireToken({
    open: (token) => ({ id: token }),
    grantOf: async ({ id }) => {
      asked.push(id);
      return judge(id);
    },
    failures: createFailedAttempts({ most: 20 }),
    clock,
    ...options,
  });
  const come = async (token: string | null, address = '203.0.113.7'): Promise<number> => {
    const answer = await gate.authenticate(
      { header: () => (token === null ? null : `Bearer ${token}`) },
      { address, loopback: false, near: false },
    );
    return answer instanceof Refusal ? answer.status : 200;
  };
  const comeOften = async (count: number, token: (index: number) => string | null) => {
    const statuses: number[] = [];
    for (let index = 0; index < count; index++) statuses.push(await come(token(index)));
    return statuses;
  };
  return { asked, clock, come, comeOften };
};

describe('a good token that nobody knows yet', () => {
  it.each<[string, (index: number) => string | null]>([
    ['without any credential', () => null],
    ['with one bad token again and again', () => 'bad'],
    ['with tokens of the wrong kind', () => 'dor_v1_abc'],
    ['with a new bad token each time', (index) => `bad${index}`],
  ])('gets in although others at its address failed thirty times %s', async (_, token) => {
    const { come, comeOften } = open();
    expect((await comeOften(30, token)).at(-1)).toBe(429);
    expect(await come('good')).toBe(200);
  });

  it('waits for seconds, not for a minute, when others have used up what the address has in reserve', async () => {
    const { come, comeOften, clock } = open();
    await comeOften(60, (index) => `bad${index}`);
    expect(await come('good')).toBe(429);
    await clock.advance(3_000);
    expect(await come('good')).toBe(200);
  });

  it('is not asked about again and again once it is known, however often its address fails', async () => {
    const { come, comeOften } = open();
    await come('good');
    await comeOften(100, (index) => `bad${index}`);
    expect(await come('good')).toBe(200);
  });
});

describe('an address that fails too often', () => {
  it('costs its twenty failures and its reserve, and not one look-up more', async () => {
    const { asked, comeOften } = open();
    await comeOften(40, (index) => `bad${index}`);
    expect(asked).toHaveLength(40);
    await comeOften(200, (index) => `worse${index}`);
    expect(asked).toHaveLength(40);
  });

  it('takes nothing from another address', async () => {
    const { come, comeOften } = open();
    await comeOften(100, (index) => `bad${index}`);
    expect(await come('bad-elsewhere', '203.0.113.8')).toBe(401);
    expect(await come('good', '203.0.113.8')).toBe(200);
  });
});

describe('a token that was refused', () => {
  it('is refused for a minute without being asked about, then asked about once', async () => {
    const { asked, come, clock } = open();
    expect(await come('bad')).toBe(401);
    for (let second = 0; second < 19; second++) {
      await clock.advance(3_000);
      expect(await come('bad')).toBe(401);
    }
    expect(asked).toHaveLength(1);
    await clock.advance(3_000);
    await come('bad');
    expect(asked).toHaveLength(2);
  });

  it('is not known any more, although it was accepted before', async () => {
    let isRevoked = false;
    const { come, asked } = open({}, () => (isRevoked ? invalid : known));
    expect(await come('good')).toBe(200);
    isRevoked = true;
    expect(await come('good')).toBe(401);
    const before = asked.length;
    expect(await come('good')).toBe(401);
    expect(asked).toHaveLength(before);
  });
});

describe('look-ups of unknown tokens', () => {
  it('go on at the same time up to the bound, and are possible again when they have ended', async () => {
    const end = deferred();
    const { come } = open({ mostUnproven: 3 }, async () => {
      await end.promise;
      return known;
    });
    const going = [come('a'), come('b')];
    const last = come('c');
    expect(await come('d')).toBe(503);
    end.resolve();
    expect(await Promise.all([...going, last])).toEqual([200, 200, 200]);
    expect(await come('d')).toBe(200);
  });
});
