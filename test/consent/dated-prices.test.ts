// Calls with a price of a day: what is cheap asks nobody, and a question tells the price and its day.
import { describe, expect, it } from 'vitest';
import { askedAgent, outcomeOf } from './asked.ts';

describe('a call that is priced by a price of a day', () => {
  it('asks nobody while it is cheap', async () => {
    const agent = await askedAgent();
    const volume = { name: 'small', region: 'nyc3', size_gigabytes: 10 };
    const made = await agent.call('volumes_create', volume);
    expect(outcomeOf(made)).toBe('done');
    expect(made.answer['adds_to_bill']).toEqual({
      monthly_usd: 1,
      hourly_usd: 0.00137,
      of: [expect.stringContaining('price of 2025-12-05')],
    });
    expect(
      outcomeOf(await agent.call('volumes_create', { ...volume, name: 'l', size_gigabytes: 50 })),
    ).toBe('approval_pending');
  });

  it('tells a person the price, its day, and what is easily overlooked', async () => {
    const agent = await askedAgent();
    const asked = await agent.call('volumes_create', {
      name: 'large',
      region: 'nyc3',
      size_gigabytes: 500,
    });
    expect(outcomeOf(asked)).toBe('approval_pending');
    expect(asked.text).toContain('$50 a month');
    expect(asked.text).toContain('price of 2025-12-05');
    expect(asked.text).toContain('also without its Droplet');
  });
});
