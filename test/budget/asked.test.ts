// What people, dry runs and the owner's file have to do with a budget.
import { describe, expect, it } from 'vitest';
import { connectSpender, droplet, free, outcomeOf } from './spender.ts';

/** Shows the forms that a person was shown. */
const watched = () => {
  const forms: string[] = [];
  return {
    forms,
    show: async ({ message, fields }: { message: string; fields: readonly string[] }) => {
      forms.push(message);
      return {
        action: 'accept' as const,
        content: Object.fromEntries(fields.map((field) => [field, true])),
      };
    },
  };
};

const database = (size: string) => ({
  name: 'store',
  engine: 'pg',
  size,
  region: 'fra1',
  num_nodes: 1,
});

describe('a person who is asked about a call', () => {
  it('is told what is left, and not asked about what does not fit', async () => {
    const { forms, show } = watched();
    const { call } = await connectSpender({
      policy: { rules: [{ decision: 'ask' }], max_monthly_usd: 10, max_creates_per_hour: 5 },
      show,
    });
    const given = droplet('a');
    const asked = await call('droplets_create', given);
    expect(forms).toHaveLength(1);
    expect(forms[0]).toContain(
      'Left of the budget of this server before this: $10 of $10 a month, 5 of 5 things an hour.',
    );
    void asked;
    const refused = await call('droplets_create', droplet('b', { size: 's-2vcpu-4gb' }));
    expect(outcomeOf(refused)).toBe('over_budget');
    expect(forms).toHaveLength(1);
  });
});

describe('what has no known price', () => {
  it('is refused under a budget, and a person is not asked about it', async () => {
    const { forms, show } = watched();
    const { call, requests } = await connectSpender({
      policy: { rules: [{ decision: 'ask' }], max_monthly_usd: 1_000 },
      show,
    });
    const refused = await call('databases_create_cluster', database('db-s-6vcpu-16gb'));
    expect(refused.answer['error']).toMatchObject({
      code: 'price_unknown',
      next: expect.stringMatching(/rule of the policy that allows databases_create_cluster/),
    });
    expect(forms).toEqual([]);
    expect(requests).not.toContain('POST /v2/databases');
  });

  it('is let through by a rule that allows it, and counts with what of it has a price', async () => {
    const { call, left } = await connectSpender({
      policy: {
        rules: [{ tools: ['databases_create_cluster'], decision: 'allow' }],
        max_monthly_usd: 100,
      },
    });
    const made = await call('databases_create_cluster', database('db-s-6vcpu-16gb'));
    expect(outcomeOf(made)).toBe('done');
    expect(await left()).toBe(100);
    const priced = { ...database('db-s-1vcpu-2gb'), name: 'other', storage_size_mib: 61_440 };
    const second = await call('databases_create_cluster', priced);
    expect(second.answer).toMatchObject({ budget: { whole_server: { left_monthly_usd: 70 } } });
  });

  it('is nobody’s business where only creates are bounded', async () => {
    const { call } = await connectSpender({ policy: { ...free, max_creates_per_hour: 1 } });
    const made = await call('databases_create_cluster', database('db-s-6vcpu-16gb'));
    expect(made.answer).toMatchObject({ budget: { whole_server: { left_creates: 0 } } });
  });
});

describe('a dry run', () => {
  it('tells what is left and that the budget would refuse, and reserves nothing', async () => {
    const { call, left, requests } = await connectSpender({
      policy: { ...free, max_monthly_usd: 6 },
    });
    const fits = await call('droplets_create', droplet('a', { dry_run: true }));
    expect(fits.answer).toMatchObject({
      budget: { whole_server: { left_monthly_usd: 6 } },
      let_through: { allowed: true },
    });
    const dear = droplet('a', { size: 's-2vcpu-4gb', dry_run: true });
    expect((await call('droplets_create', dear)).answer).toMatchObject({
      let_through: {
        allowed: false,
        rule: 'budget',
        because: expect.stringMatching(/\$24 a month.*\$6 is left/),
      },
      outcome: 'would_be_refused',
    });
    expect(await left()).toBe(6);
    expect(requests.filter((request) => !request.startsWith('GET'))).toEqual([]);
  });
});

describe('creates of an hour', () => {
  it('are counted in any hour, and one fits again exactly an hour after the first', async () => {
    const { call, clock } = await connectSpender({ policy: { ...free, max_creates_per_hour: 2 } });
    const create = (name: string) => call('droplets_create', droplet(name));
    await create('a');
    await clock.advance(30 * 60_000);
    await create('b');
    const third = await create('c');
    expect(third.answer['error']).toMatchObject({
      code: 'too_many_creates',
      retry_after_seconds: 1_800,
      next: expect.stringMatching(/^Go on in 30 minutes/),
    });
    await clock.advance(30 * 60_000 - 1);
    expect(outcomeOf(await create('c'))).toBe('too_many_creates');
    await clock.advance(1);
    expect(outcomeOf(await create('c'))).toBe('done');
    expect(outcomeOf(await create('d'))).toBe('too_many_creates');
  });

  it('count each name of one call, do not come back by deleting, and leave free things alone', async () => {
    const { call, clock } = await connectSpender({ policy: { ...free, max_creates_per_hour: 2 } });
    const { name: _, ...given } = droplet('');
    const three = await call('droplets_create', { ...given, names: ['a', 'b', 'c'] });
    expect(three.answer['error']).toMatchObject({
      code: 'too_many_creates',
      next: expect.stringMatching(/^Make fewer with one call/),
    });
    const made = await call('droplets_create', { ...given, names: ['a', 'b'] });
    expect(outcomeOf(made)).toBe('done');
    const [one] = made.answer['droplets'] as readonly { readonly id: number }[];
    await clock.advance(60_000);
    await call('droplets_destroy', { droplet_id: one?.id });
    expect(outcomeOf(await call('droplets_create', droplet('d')))).toBe('too_many_creates');
    expect(outcomeOf(await call('tags_create', { name: 'free' }))).toBe('done');
    expect(outcomeOf(await call('domains_create', { name: 'free.example' }))).toBe('done');
  });
});

describe('the owner’s file', () => {
  it('counts at once when the budget is raised or lowered, and a faulty one only takes away', async () => {
    const { call, change, left } = await connectSpender({
      policy: { ...free, max_monthly_usd: 6 },
    });
    expect(outcomeOf(await call('droplets_create', droplet('a')))).toBe('done');
    await change({ ...free, max_monthly_usd: 20 });
    expect(await left()).toBe(14);
    await change({ ...free, max_monthly_usd: 'fifty' });
    expect(await left()).toBe(14);
    await change({ ...free, max_monthly_usd: 50, nonsense: true });
    expect(await left()).toBe(14);
    await change({ ...free, max_monthly_usd: 8, nonsense: true });
    expect(await left()).toBe(2);
    expect(outcomeOf(await call('droplets_create', droplet('b')))).toBe('over_budget');
    await change({ ...free });
    const made = await call('droplets_create', droplet('b'));
    expect(made.answer).not.toHaveProperty('budget');
  });

  it('with a budget of nothing lets nothing be made that costs', async () => {
    const { call } = await connectSpender({ policy: { ...free, max_monthly_usd: 0 } });
    expect(outcomeOf(await call('droplets_create', droplet('a')))).toBe('over_budget');
    expect(outcomeOf(await call('tags_create', { name: 'free' }))).toBe('done');
  });
});
