// What an agent may spend: reserved before a call is sent, kept while it may exist, given back when it does not.
import { describe, expect, it } from 'vitest';
import { codeOf, servePolicy, type Told } from '../policy/served.ts';

const droplet = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  region: 'fra1',
  size: 's-1vcpu-1gb',
  image: 'debian-12-x64',
  ...more,
});

/** Nobody is asked, and everything may be destroyed. */
const free = { rules: [{ decision: 'allow' }] };

const idOf = (answer: Told): number => Number(answer['id']);

describe('an agent with a budget', () => {
  it('makes what fits, is told what is left, and is refused the rest with what to do', async () => {
    const { call } = await servePolicy({ ci: { ...free, max_monthly_usd: 15 } });
    const first = await call('ci', 'droplets_create', droplet('a'));
    expect(first).toMatchObject({
      adds_to_bill: { monthly_usd: 6 },
      budget: { max_monthly_usd: 15, held_monthly_usd: 6, left_monthly_usd: 9 },
    });
    expect(codeOf(await call('ci', 'droplets_create', droplet('b')))).toBe('ok');
    const refused = await call('ci', 'droplets_create', droplet('c'));
    expect(refused.error).toMatchObject({
      code: 'over_budget',
      message:
        'This would cost $6 a month, and of the budget of this agent, $15 a month, $3 is left. Nothing was sent.',
      next: expect.stringMatching(/Delete something.*raise max_monthly_usd of this agent/),
    });
    expect(await call('ci', 'droplets_list')).toMatchObject({ total: expect.any(Number) });
  });

  it('gets back what it deletes', async () => {
    const { call, clock } = await servePolicy({ ci: { ...free, max_monthly_usd: 6 } });
    const made = await call('ci', 'droplets_create', droplet('a'));
    expect(codeOf(await call('ci', 'droplets_create', droplet('b')))).toBe('over_budget');
    await clock.advance(60_000);
    const gone = await call('ci', 'droplets_destroy', { droplet_id: idOf(made) });
    expect(gone).toMatchObject({ budget: { left_monthly_usd: 6 } });
    expect(codeOf(await call('ci', 'droplets_create', droplet('b')))).toBe('ok');
  });

  it('pays for every Droplet of one call, and gets each back by itself', async () => {
    const { call, clock } = await servePolicy({ ci: { ...free, max_monthly_usd: 18 } });
    const { name: _, ...given } = droplet('a');
    const made = await call('ci', 'droplets_create', { ...given, names: ['a', 'b', 'c'] });
    expect(made).toMatchObject({ budget: { left_monthly_usd: 0 } });
    const [one] = made['droplets'] as readonly { readonly id: number }[];
    await clock.advance(60_000);
    const gone = await call('ci', 'droplets_destroy', { droplet_id: one?.id });
    expect(gone).toMatchObject({ budget: { left_monthly_usd: 6 } });
  });
});
