// The inventory of an agent with a policy: what it was given, and that there may be more.
import { describe, expect, it } from 'vitest';
import { servePolicy } from './served.ts';

describe('the inventory of an agent that was given what carries a tag', () => {
  it('holds nothing else, and says that it is not all', async () => {
    const stager = {
      grants: [
        { areas: ['droplets'], resources: { tags: ['staging'] } },
        { areas: ['volumes'], access: ['read'] },
      ],
    };
    const { call } = await servePolicy({ stager });
    const found = await call('stager', 'account_inventory');
    const items = found['items'] as readonly (readonly unknown[])[];
    expect(items.map(([kind, name]) => [kind, name])).toEqual([
      ['volume', 'uploads'],
      ['Droplet', 'staging-01'],
      ['volume', 'scratch'],
    ]);
    expect(JSON.stringify(found)).not.toContain('web-01');
    expect(found['note']).toContain('given');
  });
});
