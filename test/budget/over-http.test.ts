// What an agent may spend: reserved before a call is sent, kept while it may exist, given back when it does not.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newStateFolder } from '../new-state-folder.ts';
import { codeOf, type Entry, fileOf, servePolicy as serve, type Told } from '../policy/served.ts';

const droplet = (name: string, more: Record<string, unknown> = {}) => ({
  name,
  region: 'fra1',
  size: 's-1vcpu-1gb',
  image: 'debian-12-x64',
  ...more,
});

/** A file of agents with fields beside them. */
const keyed = (agents: Readonly<Record<string, Entry>>, top: Entry = {}): string =>
  JSON.stringify({ ...JSON.parse(fileOf(agents)), ...top });

const servePolicy = async (
  agents: Readonly<Record<string, Entry>>,
  { top = {}, ...options }: { readonly top?: Entry; readonly stateDir?: string } = {},
) => serve(agents, { ...options, text: keyed(agents, top) });

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

describe('several agents', () => {
  it('have a budget each and one together, and what one deletes another gets back', async () => {
    const { call, clock } = await servePolicy(
      { ci: { ...free, max_monthly_usd: 12 }, dev: { ...free, max_monthly_usd: 12 } },
      { top: { max_monthly_usd: 18 } },
    );
    const made = await call('ci', 'droplets_create', droplet('a'));
    expect(codeOf(await call('ci', 'droplets_create', droplet('b')))).toBe('ok');
    expect(codeOf(await call('ci', 'droplets_create', droplet('c')))).toBe('over_budget');
    expect(await call('dev', 'droplets_create', droplet('d'))).toMatchObject({
      budget: { left_monthly_usd: 6, whole_server: { left_monthly_usd: 0 } },
    });
    const refused = await call('dev', 'droplets_create', droplet('e'));
    expect(refused.error?.message).toMatch(
      /of the budget of this server, \$18 a month, \$0 is left/,
    );
    await clock.advance(60_000);
    await call('dev', 'droplets_destroy', { droplet_id: idOf(made) });
    expect(await call('ci', 'droplets_create', droplet('f'))).toMatchObject({
      budget: { left_monthly_usd: 0, whole_server: { left_monthly_usd: 0 } },
    });
  });

  it('get nothing from a faulty file that would give more, and all that a sound one gives', async () => {
    const { call, change } = await servePolicy(
      { ci: { ...free, max_monthly_usd: 6 } },
      { top: { max_monthly_usd: 100 } },
    );
    expect(codeOf(await call('ci', 'droplets_create', droplet('a')))).toBe('ok');
    await change(keyed({ ci: { ...free, max_monthly_usd: 60 } }, { nonsense: 1 }));
    expect(codeOf(await call('ci', 'droplets_create', droplet('b')))).toBe('over_budget');
    await change(keyed({ ci: { ...free, max_monthly_usd: 60 } }, { max_monthly_usd: 7, x: 1 }));
    expect(codeOf(await call('ci', 'droplets_create', droplet('b')))).toBe('over_budget');
    await change(keyed({ ci: { ...free, max_monthly_usd: 12 } }));
    expect(await call('ci', 'droplets_create', droplet('b'))).toMatchObject({
      budget: { left_monthly_usd: 0 },
    });
  });
});

describe('an agent without a budget', () => {
  it('is not counted, not told, and makes no ledger', async () => {
    const stateDir = newStateFolder();
    const { call } = await servePolicy({ ci: free }, { stateDir });
    const made = await call('ci', 'droplets_create', droplet('a'));
    expect(codeOf(made)).toBe('ok');
    expect(made).not.toHaveProperty('budget');
    expect(await call('ci', 'account_inventory')).not.toHaveProperty('budget');
    expect(existsSync(join(stateDir, 'budget'))).toBe(false);
  });
});
